import { longDate } from '#kernel/clock.ts'
import { errorFor, form } from '#kernel/forms.ts'
import { button, insetText, radios, summaryList, tag } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { actions, heading } from '#kernel/pieces.ts'
import type { AllyPlaces, GivenAnswer, HeldRole, OneMember } from '#features/members/index.ts'
import { categories, networkBand, type Network } from '#features/networks/index.ts'
import { waitingActions } from './allies-views.ts'
import { answerRows, decisionButtons } from './requests-views.ts'
import { categoryName, gradeName, regionName, roleName } from './words.ts'

/** One member, for leads. */
export function memberView(
  ask: Ask,
  network: Network,
  {
    member,
    roles,
    answers,
    mine,
  }: { member: OneMember; roles: HeldRole[]; answers: GivenAnswer[]; mine: boolean },
): View {
  const name = nameOf(member)
  const page = `/networks/${network.slug}/members/${member.id}`
  const active = member.status === 'active'
  const { card } = member
  return {
    title: name,
    section: network.name,
    network: networkBand(ask, network, 'members'),
    back: { text: 'Members', href: `/networks/${network.slug}/members` },
    body: html`${heading(name)}
      ${mine && html`<p class="govuk-body">${tag({ text: 'You', classes: 'govuk-tag--green' })} <a class="govuk-link" href="/networks/${network.slug}/membership">Change your own membership</a></p>`}
      ${summaryList({
        rows: [
          card && {
            key: { text: 'Organisation' },
            value: { text: card.organisation?.name ?? 'Not given' },
          },
          card && {
            key: { text: 'Region' },
            value: { text: regionName(card.region) || 'Not given' },
          },
          card && { key: { text: 'Grade' }, value: { text: gradeName(card.grade) || 'Not given' } },
          {
            key: { text: active ? 'Here as' : 'Wants to be' },
            value: { text: categoryName(member.category) },
            actions: active
              ? {
                  items: [
                    {
                      href: `${page}/category`,
                      text: 'Change',
                      visuallyHiddenText: 'whether they are a member or an ally',
                    },
                  ],
                }
              : undefined,
          },
          {
            key: { text: active ? 'Joined' : 'Asked on' },
            value: { text: longDate(member.joined_on) },
          },
          active && {
            key: { text: 'Roles' },
            value: { html: roles.length ? roleList(network, roles) : html`None` },
          },
          active &&
            member.offers_role && {
              key: { text: 'Offers' },
              value: { text: 'Would take on a role' },
            },
        ],
      })}
      ${answers.length > 0 && html`${heading('What they answered', { level: 2 })}${summaryList({ rows: answerRows(answers) })}`}
      ${
        active
          ? html`${actions(
              button({
                text: 'Give a role',
                href: `${page}/role`,
                classes: 'govuk-button--secondary',
              }),
              !mine &&
                html`<a class="govuk-link" href="${page}/removal">Remove from the network</a>`,
            )}`
          : member.status === 'waiting'
            ? waitingActions(network, { id: member.id, name })
            : decisionButtons(network, { id: member.id, name })
      }`,
  }
}

/** Member or ally, as leads see it. */
export function categoryView(
  ask: Ask,
  network: Network,
  {
    member,
    mayBeAlly,
    places,
    errors = [],
  }: { member: OneMember; mayBeAlly: boolean; places: AllyPlaces; errors?: FormError[] },
): View {
  const title = `Is ${nameOf(member)} a member or an ally?`
  const page = `/networks/${network.slug}/members/${member.id}`
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'members'),
    back: page,
    errors,
    body:
      mayBeAlly || member.category === 'ally'
        ? form(
            { action: `${page}/category` },
            categoryRadios(title, member.category, mayBeAlly, errors),
            member.category === 'member' &&
              places.room === 0 &&
              insetText({
                text: `There is no room for another ally just now. ${nameOf(member)} stays in the network as what you choose, and everyone who waits to be an ally waits longer.`,
              }),
            html`<p class="govuk-body">They get an email that says what you changed, and can change it back.</p>`,
            button({ text: 'Save', preventDoubleClick: true }),
          )
        : html`${heading(title)}<p class="govuk-body">Everyone here is a member: the network’s charter has no place for allies. <a class="govuk-link" href="/networks/${network.slug}/charter">See the charter</a></p>`,
  }
}

/** The choice between member and ally, each with what it means. */
export function categoryRadios(
  title: string,
  chosen: string,
  mayBeAlly: boolean,
  errors: readonly FormError[],
): Html {
  const each = (value: 'member' | 'ally') => ({
    value,
    text: categories[value].label,
    hint: { text: categories[value].hint },
  })
  return radios({
    name: 'category',
    value: chosen,
    errorMessage: errorFor(errors, 'category'),
    fieldset: {
      legend: { text: title, classes: 'govuk-fieldset__legend--l', isPageHeading: true },
    },
    items: [each('member'), mayBeAlly && each('ally')],
  })
}

/** Asks before a member is taken out. */
export function removalView(ask: Ask, network: Network, member: OneMember): View {
  const title = `Remove ${nameOf(member)} from the network?`
  const page = `/networks/${network.slug}/members/${member.id}`
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'members'),
    back: page,
    body: html`${heading(title)}
      <p class="govuk-body">They lose their place at once, and any roles they hold end today. What the network knows about them is erased. They are told by email, without a reason: tell them yourself, if you can.</p>
      <p class="govuk-body">They can come back only by asking, and a lead decides.</p>
      ${form({ action: `${page}/removal` }, actions(button({ text: 'Remove from the network', classes: 'govuk-button--warning', preventDoubleClick: true }), html`<a class="govuk-link" href="${page}">Keep them</a>`))}`,
  }
}

/** A network always has a lead: what to do first, said before or after the last one wants to go. */
export function lastLeadView(
  ask: Ask,
  network: Network,
  whose: 'mine' | 'member' | 'before-leaving',
): View {
  const title = whose === 'member' ? 'This is the only lead' : 'You are the only lead'
  const after = whose === 'member' ? 'this can be done' : 'you can leave'
  return {
    title,
    section: network.name,
    status: whose === 'before-leaving' ? 200 : 409,
    network: networkBand(ask, network),
    back: whose === 'before-leaving' ? `/networks/${network.slug}/membership` : undefined,
    body: html`${heading(title)}
      <p class="govuk-body">A network always has someone who leads it. Give another member a role that leads, such as chair or co-chair. After that, ${after}.${whose !== 'before-leaving' && ' Nothing was changed.'}</p>
      ${actions(button({ text: 'Choose another lead', href: `/networks/${network.slug}/roles/new` }), html`<a class="govuk-link" href="/networks/${network.slug}/roles">See the roles</a>`)}
      <p class="govuk-body">Is nobody else there to lead? Then you can rest or close the network in its <a class="govuk-link" href="/networks/${network.slug}/settings">settings</a>.</p>`,
  }
}

/** What a member is called, where the viewer may know. */
export const nameOf = (member: OneMember): string => member.card?.name ?? 'This member'

function roleList(network: Network, roles: readonly HeldRole[]): Html {
  return html`<ul class="govuk-list">${roles.map((role) => html`<li><a class="govuk-link" href="/networks/${network.slug}/roles/${role.id}">${roleName(role)}</a>${role.ends_on && ` until ${longDate(role.ends_on)}`}</li>`)}</ul>`
}
