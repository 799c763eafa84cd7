import { longDate } from '#kernel/clock.ts'
import { form } from '#kernel/forms.ts'
import { button, insetText, summaryList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import {
  givePlaceUp,
  placeWords,
  type Card,
  type GivenAnswer,
  type HeldRole,
  type MyMembership,
} from '#features/members/index.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import { answerRows } from './requests-views.ts'
import { categoryName, roleName } from './words.ts'

type Mine = {
  card: Card | undefined
  answers: GivenAnswer[]
  asks: boolean
  roles: HeldRole[]
  mayBeAlly: boolean
  /** What other capabilities add. */
  panels: Html[]
  /** Where they wait for one. */
  place?: number
}

/** What a network knows of the viewer, all of it theirs to change. */
export function membershipView(
  ask: Ask,
  network: Network,
  mine: MyMembership,
  { card, answers, asks, roles, mayBeAlly, panels, place }: Mine,
): View {
  const active = mine.status === 'active'
  const change = (page: string, what: string) => ({
    items: [{ href: `${home(network)}/${page}`, text: 'Change', visuallyHiddenText: what }],
  })
  return page(ask, network, 'Your membership', {
    body: html`${heading('Your membership')}
      ${!active && insetText({ text: place ? `There is no room for another ally just now. ${placeWords(place, network)} When it is your turn you are in, and we email you.` : `You asked to join on ${longDate(mine.joined_on)}. A lead decides, and you get an email.` })}
      ${summaryList({
        rows: [
          {
            key: { text: 'Your name here' },
            value: { text: card?.name },
            actions: change('name', 'your name in this network'),
          },
          {
            key: { text: active ? 'You are here as' : 'You want to be' },
            value: { text: categoryName(mine.category) },
            actions:
              active && (mayBeAlly || mine.category === 'ally')
                ? change('category', 'whether you are a member or an ally')
                : undefined,
          },
          active && { key: { text: 'You joined' }, value: { text: longDate(mine.joined_on) } },
        ],
      })}
      <p class="govuk-body">${whoSees(network, mine)}</p>
      ${
        (asks || answers.length > 0) &&
        html`${heading('Your answers', { level: 2 })}
        ${answers.length > 0 ? summaryList({ rows: answerRows(answers) }) : html`<p class="govuk-body">You have not answered any of the network’s questions.</p>`}
        <p class="govuk-body">Only the leads see answers.${asks && html` <a class="govuk-link" href="${home(network)}/answers">Change your answers</a>`}</p>`
      }
      ${roles.length > 0 && html`${heading('Roles you hold', { level: 2 })}${roles.map((role) => roleCard(network, role))}`}
      ${active && (roles.length === 0 || mine.offers_role) && offer(network, mine)}
      ${panels}
      ${heading(active ? 'Leaving' : 'Changed your mind?', { level: 2 })}
      ${place ? givePlaceUp(network) : html`<p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/leave">${active ? 'Leave this network' : 'Take your request back'}</a></p>`}`,
  })
}

/** One button, and it is done. */
export function leaveView(ask: Ask, network: Network, mine: MyMembership): View {
  const active = mine.status === 'active'
  const title = {
    active: `Leave ${network.name}`,
    requested: `Take back your request to join ${network.name}`,
    waiting: `Give up your place on the waiting list of ${network.name}`,
  }[mine.status]
  const press = {
    active: 'Leave this network',
    requested: 'Take my request back',
    waiting: 'Give up my place',
  }[mine.status]
  return page(ask, network, title, {
    back: home(network),
    body: html`${heading(title)}
      <p class="govuk-body">It takes effect at once. Your name, your answers and everything that says it was you are erased from the network. You need not give a reason, and nobody gets a message about it.</p>
      ${active && html`<p class="govuk-body">You can join again whenever you like, in the usual way.</p>`}
      ${form({ action: `/networks/${network.slug}/leave` }, button({ text: press, classes: 'govuk-button--warning', preventDoubleClick: true }))}`,
  })
}

function roleCard(network: Network, role: HeldRole): Html {
  return html`${summaryList({
    card: { title: { text: roleName(role), headingLevel: 3 } },
    rows: [
      {
        key: { text: 'Term' },
        value: {
          text: role.ends_on
            ? `${longDate(role.starts_on)} to ${longDate(role.ends_on)}`
            : `From ${longDate(role.starts_on)}, with no end set`,
        },
      },
      {
        key: { text: 'Named in public' },
        value: { text: role.public_name ? `Yes, as ${role.public_name}` : 'No' },
        actions: {
          items: [
            {
              href: `${home(network)}/roles/${role.id}`,
              text: 'Change',
              visuallyHiddenText: `whether you are named as ${roleName(role)}`,
            },
          ],
        },
      },
    ],
  })}
  ${form({ action: `/networks/${network.slug}/roles/${role.id}/end` }, button({ html: html`Step down<span class="govuk-visually-hidden"> as ${roleName(role)}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true }))}`
}

function offer(network: Network, mine: MyMembership): Html {
  return html`${heading('Helping to run the network', { level: 2 })}
    <p class="govuk-body">${mine.offers_role ? 'The leads see your name and that you would take on a role.' : 'Would you take on a role one day, large or small? If you say so, the leads see your name and your offer, and nobody else does.'}</p>
    ${form({ action: `${home(network)}/offer` }, html`<input type="hidden" name="offers" value="${mine.offers_role ? 'no' : 'yes'}">`, actions(button({ text: mine.offers_role ? 'Take my offer back' : 'Offer to take on a role', classes: 'govuk-button--secondary', preventDoubleClick: true })))}`
}

function whoSees(network: Network, { status }: MyMembership): string {
  if (status === 'requested')
    return 'While they decide, the leads see your name, your organisation, region and grade, and nobody else does.'
  if (network.names === 'nobody')
    return 'Nobody sees a list of names in this network, not even its leads.'
  return network.names === 'members' && !network.sensitive && status === 'active'
    ? 'The leads and the other members see your name and your organisation. Leads also see your region, your grade and whether you are a member or an ally.'
    : 'Only the leads see your name, your organisation, region and grade, and whether you are a member or an ally.'
}

/** Where one's own membership is. */
export const home = (network: Network) => `/networks/${network.slug}/membership`

/** A page about one's own membership. */
export function page(ask: Ask, network: Network, title: string, rest: Omit<View, 'title'>): View {
  return { title, section: network.name, network: networkBand(ask, network), ...rest }
}
