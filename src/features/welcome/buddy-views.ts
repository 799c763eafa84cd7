import { longDate } from '#kernel/clock.ts'
import { form } from '#kernel/forms.ts'
import { button, pagination, select } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { empty, heading } from '#kernel/pieces.ts'
import type { Position } from '#kernel/position.ts'
import { introductionList, type Mine } from '#features/introductions/index.ts'
import { backToManage, networkBand, type Network } from '#features/networks/index.ts'
import type { Buddy, Part } from './buddies.ts'
import type { Choice } from './choices.ts'

export type BuddiesModel = {
  choice: Choice
  parts: ReadonlySet<Part>
  mine: Mine[]
  /** For leads: whom to bring together. */
  pairing?: { asking: Buddy[]; next?: Position; isLater: boolean; offering: Buddy[] }
}

/** Asking for a buddy and offering to be one; for leads, bringing people together. */
export function buddiesView(ask: Ask, network: Network, model: BuddiesModel): View {
  const { choice, mine, pairing } = model
  return {
    title: 'Buddies',
    section: network.name,
    network: networkBand(ask, network),
    robots: 'none',
    back: network.leads ? backToManage(network) : undefined,
    body: html`${heading('Buddies')}
      <p class="govuk-body">A buddy has been here for a while, and answers what you would not ask in front of everyone. It is for ${choice.buddy_days} days: a chat at the start, and then whenever one of you likes.</p>
      ${
        choice.buddies
          ? html`${mine.length > 0 && html`${heading('Your buddies', { level: 2 })}${introductionList(network, mine)}`}${asks(network, model)}${offers(network, model)}`
          : html`<p class="govuk-body">This network does not have buddies now.</p>`
      }
      ${choice.buddies && pairing && pairingSection(network, pairing)}
      ${network.leads && switches(network, choice)}`,
  }
}

/** On the page of welcome, and of one's membership: where to ask for a buddy. */
export function buddyOffer(network: Pick<Network, 'slug'>): Html {
  return html`${heading('Would you like a buddy?', { level: 2 })}
    <p class="govuk-body">Someone who has been here for a while, and whom you can ask anything. Or would you be one for someone new? Neither learns who the other is before both have said yes.</p>
    <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/buddies">Ask for a buddy, or offer to be one</a></p>`
}

function asks(network: Network, { parts }: BuddiesModel): Html {
  const does = parts.has('asks')
  return html`${heading('Would you like a buddy?', { level: 2 })}
    <p class="govuk-body">${does ? 'You have asked for one. The leads look for someone, and then you are asked whether you want to be introduced.' : `If you ask, ${network.names === 'nobody' ? 'the leads see that someone asks, without your name' : 'the leads see that you ask'}. Nobody else does.`}</p>
    ${choose(network, 'asks', !does, does ? 'I no longer want a buddy' : 'Ask for a buddy')}`
}

function offers(network: Network, { parts }: BuddiesModel): Html {
  const does = parts.has('helps')
  return html`${heading('Would you be a buddy?', { level: 2 })}
    <p class="govuk-body">${does ? 'You offer to be a buddy. You are asked each time, before anyone learns who you are.' : `You need to know nothing special. Half an hour in a month is enough. The leads see that ${network.names === 'nobody' ? 'someone offers, without your name' : 'you offer'}, and you are asked each time, before anyone else learns who you are.`}</p>
    ${choose(network, 'helps', !does, does ? 'I no longer offer' : 'Offer to be a buddy')}`
}

function choose(network: Network, part: Part, wants: boolean, text: string): Html {
  return form(
    { action: `${home(network)}/mine` },
    html`<input type="hidden" name="part" value="${part}"><input type="hidden" name="wants" value="${wants ? 'yes' : 'no'}">`,
    button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true }),
  )
}

function pairingSection(
  network: Network,
  { asking, next, isLater, offering }: NonNullable<BuddiesModel['pairing']>,
): Html {
  const title = heading('For leads: who asks for a buddy', { level: 2, id: 'asking' })
  if (asking.length === 0)
    return html`${title}${empty({ heading: 'Nobody waits for a buddy', level: 3, body: offering.length > 0 ? 'When someone asks, you bring them together with one of those who offer.' : 'Nobody has offered to be a buddy yet either. Ask two or three people yourself: being asked is the reason why most say yes.' })}`
  const at = (place: string) => `${home(network)}${place}#asking`
  return html`${title}
    <p class="govuk-body">${offering.length === 0 ? 'Nobody has offered to be a buddy yet. Ask two or three people yourself.' : 'Both are asked, and learn nothing of each other before both have said yes.'}</p>
    ${asking.map((each, i) => askingCard(network, each, i, offering))}
    ${(next || isLater) && pagination({ landmarkLabel: 'Pages of those who ask', previous: isLater && { href: at(''), text: 'Back to the first' }, next: next && { href: at(`?after=${next.on}.${next.id}`), text: 'Next page' } })}`
}

function askingCard(network: Network, each: Buddy, i: number, offering: readonly Buddy[]): Html {
  const others = offering.filter(({ membership }) => membership !== each.membership)
  const who = each.name ?? 'A member'
  const shown = others.filter(({ name }) => name !== null)
  return html`<section class="govuk-summary-card" aria-labelledby="asks-${i}">
    <div class="govuk-summary-card__title-wrapper"><h3 class="govuk-summary-card__title gh-break" id="asks-${i}">${who}, who asked on ${longDate(each.since)}</h3></div>
    <div class="govuk-summary-card__content">${
      others.length === 0
        ? html`<p class="govuk-body">There is nobody to propose yet.</p>`
        : form(
            { action: `${home(network)}/proposal` },
            html`<input type="hidden" name="asks" value="${each.membership}">`,
            shown.length > 0 &&
              select({
                id: `helps-${i}`,
                name: 'helps',
                label: { text: 'Buddy' },
                items: [
                  { value: '', text: 'Whoever has the fewest now' },
                  ...shown.map(({ membership, name }) => ({ value: membership, text: name! })),
                ],
              }),
            button({
              html: html`Propose a buddy<span class="govuk-visually-hidden"> to ${who}, number ${i + 1} in the list</span>`,
              classes: 'govuk-button--secondary',
              preventDoubleClick: true,
            }),
          )
    }</div></section>`
}

function switches(network: Network, { buddies, buddy_days }: Choice): Html {
  const to = (days: string, text: string) =>
    form(
      { action: `${home(network)}/offer` },
      html`<input type="hidden" name="days" value="${days}">`,
      button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true }),
    )
  return html`${heading(buddies ? 'For leads: how it works here' : 'For leads: have buddies', { level: 2 })}
    <p class="govuk-body">${buddies ? `Members ask and offer on this page. It lasts ${buddy_days} days from when both have said yes.` : 'Members who have been here for a while offer to be buddies, new ones ask for one, and you bring them together. The email of welcome says so too.'}</p>
    ${
      buddies
        ? html`${to(buddy_days === 30 ? '60' : '30', buddy_days === 30 ? 'Let it last 60 days' : 'Let it last 30 days')}${to('0', 'Have no buddies any more')}<p class="govuk-body">If you stop, who asked and who offered is forgotten. Those who have a buddy keep them.</p>`
        : html`${to('30', 'Have buddies for 30 days')}${to('60', 'Have buddies for 60 days')}`
    }`
}

const home = ({ slug }: Pick<Network, 'slug'>) => `/networks/${slug}/buddies`
