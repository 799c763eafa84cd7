import { longDate } from '#kernel/clock.ts'
import { button, insetText, pagination, tag } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import {
  actions,
  empty,
  figures,
  filters as filterForm,
  heading,
  stackedTable,
} from '#kernel/pieces.ts'
import { positionText, type Position } from '#kernel/position.ts'
import type { Card, Category, GivenAnswer, Member, Request } from '#features/members/index.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import { alliesSection, type Allies } from './allies-views.ts'
import { filterFields, type Filters } from './filters.ts'
import { requestsLink, requestsSection } from './requests-views.ts'
import { categoryName, aboutHowMany, howMany } from './words.ts'

export type MembersModel = {
  mine: { id: string; category: Category; card: Card | undefined } | undefined
  /** How many are in it, where the viewer sees names or leads. */
  count: number | undefined
  /** About how many, for others; null for fewer than ten. */
  size: number | null
  filters: Filters
  /** Undefined where the viewer sees no names. */
  list: { members: Member[]; next?: Position } | undefined
  /** Whether the list begins after the newest. */
  isLater: boolean
  roles: ReadonlyMap<string, string>
  /** For leads: whom emails do not reach. */
  unreachable: ReadonlySet<string>
  /** For leads: who waits for a decision. */
  requests: { requests: Request[]; next?: Position } | undefined
  answers: ReadonlyMap<string, GivenAnswer[]>
  /** For leads. */
  allies: Allies | undefined
  /** For leads of a network that shows nobody's name. */
  figures: { member: number; ally: number } | undefined
}

/** Who is in a network, as far as the viewer may see it. */
export function membersView(ask: Ask, network: Network, model: MembersModel): View {
  const { count, mine, requests } = model
  const isSought = model.isLater || Object.values(model.filters).some(Boolean)
  return {
    title: 'Members',
    section: network.name,
    network: networkBand(ask, network, 'members'),
    wide: true,
    body: html`${heading('Members')}
      <p class="govuk-body">${network.name} has ${count === undefined ? aboutHowMany(model.size) : howMany(count)} in it.</p>
      ${mine && ownLine(network, mine)}
      ${network.leads && leadLinks(network)}
      ${requests && (isSought ? requestsLink(network, requests) : requestsSection(network, requests, model.answers))}
      ${model.allies && !isSought && alliesSection(network, model.allies)}
      ${model.list ? listSection(network, model, model.list) : withoutNames(network, model.figures)}`,
  }
}

function ownLine(network: Network, { category, card }: NonNullable<MembersModel['mine']>): Html {
  return html`<p class="govuk-body">You are here as <strong>${card?.name}</strong>, ${category === 'ally' ? 'an ally' : 'a member'}.
    <a class="govuk-link" href="/networks/${network.slug}/membership">See or change your membership</a></p>`
}

function leadLinks(network: Network): Html {
  const link = (page: string, text: string) =>
    html`<a class="govuk-link" href="/networks/${network.slug}/${page}">${text}</a>`
  return actions(
    link('invitations', 'Invite people'),
    link('import', 'Import a list'),
    link('questions', 'Joining questions'),
  )
}

function listSection(
  network: Network,
  model: MembersModel,
  list: NonNullable<MembersModel['list']>,
): Html {
  const isFiltered = Object.values(model.filters).some(Boolean)
  const title =
    model.requests?.requests.length || model.allies?.waiting || model.allies?.cap
      ? heading('Everyone in the network', { level: 2 })
      : ''
  if (model.count !== undefined && model.count <= 1 && !isFiltered)
    return html`${title}${table(network, model, list)}${nobodyElse(network)}`
  return html`${title}${filterForm({
    action: `/networks/${network.slug}/members`,
    label: 'Search members',
    fields: filterFields(network, model.filters),
    results: results(network, model, list, isFiltered),
  })}`
}

function results(
  network: Network,
  model: MembersModel,
  list: NonNullable<MembersModel['list']>,
  isFiltered: boolean,
): Html {
  if (list.members.length === 0) {
    return html`<p class="govuk-body">${isFiltered ? 'Nobody in the network matches what you are looking for.' : 'There is nobody else on this page of the list.'}
      <a class="govuk-link" href="/networks/${network.slug}/members">See everyone</a></p>`
  }
  return html`${table(network, model, list)}
    ${(list.next || model.isLater) && pages(network, model, list.next)}
    ${network.leads && !network.sensitive && download(network, model.filters)}`
}

function table(network: Network, model: MembersModel, list: { members: Member[] }): Html {
  const columns = network.leads
    ? ['Name', 'Organisation', 'Here as', 'Joined']
    : ['Name', 'Organisation']
  const rows = list.members.map((member): Content[] => {
    const { card, id } = member
    const name = network.leads
      ? html`<a class="govuk-link" href="/networks/${network.slug}/members/${id}">${card.name}</a>`
      : card.name
    const marks = html`${id === model.mine?.id && html` ${tag({ text: 'You', classes: 'govuk-tag--green' })}`}${model.roles.has(id) && html` ${tag({ text: model.roles.get(id), classes: 'govuk-tag--grey' })}`}${model.unreachable.has(id) && html` ${tag({ text: 'Cannot be reached', classes: 'govuk-tag--orange' })}`}`
    const organisation = card.organisation?.name ?? 'Not given'
    return network.leads
      ? [
          html`${name}${marks}`,
          organisation,
          categoryName(member.category),
          html`<time datetime="${member.joined_on}">${longDate(member.joined_on)}</time>`,
        ]
      : [html`${name}${marks}`, organisation]
  })
  return stackedTable({ caption: 'Members, the newest first', columns, rows })
}

function pages(
  network: Network,
  { filters, isLater }: MembersModel,
  next: Position | undefined,
): Html {
  const at = (after: string) => `/networks/${network.slug}/members${queryOf({ ...filters, after })}`
  return pagination({
    landmarkLabel: 'Pages of members',
    previous: isLater && { href: at(''), text: 'Back to the newest' },
    next: next && { href: at(positionText(next)), text: 'Next page' },
  })
}

function download(network: Network, filters: Filters): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/members.csv${queryOf(filters)}">Download this list as a spreadsheet (CSV)</a></p>
    <p class="govuk-body">Keep it only as long as you need it: it does not change when people leave. That you downloaded it is noted in the network’s log.</p>`
}

function nobodyElse(network: Network): Html {
  return empty({
    heading: 'Who would you invite first?',
    body: 'Most people join because someone they know asked them. Think of three colleagues who would gain from this network, and ask each of them yourself.',
    action:
      network.leads &&
      button({ text: 'Invite people', href: `/networks/${network.slug}/invitations` }),
  })
}

function withoutNames(network: Network, counts: MembersModel['figures']): Html {
  if (network.leads && counts) {
    return html`${figures([
      { label: 'Members', value: counts.member },
      { label: 'Allies', value: counts.ally },
    ])}
      ${insetText({ text: 'This network shows nobody’s name, not even to its leads. You see who asks to join, who holds a role and who offers to take one on.' })}
      <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/roles">See the roles</a></p>`
  }
  return html`${heading('Names are not shown here', { level: 2 })}
    <p class="govuk-body">${whyWithout(network)}</p>
    <p class="govuk-body">This keeps everyone free to choose whom they tell. <a class="govuk-link" href="/networks/${network.slug}/roles">See who runs the network</a></p>`
}

function whyWithout({ names, sensitive, core }: Network): string {
  if (names === 'nobody')
    return 'In this network nobody sees a list of names. Its leads see only how many people there are.'
  return names === 'members' && !sensitive && !core
    ? 'In this network members see each other’s names, and allies do not: its charter says so.'
    : 'In this network only the leads see who is in it. Members do not see each other’s names unless they meet.'
}

function queryOf(values: Record<string, string>): string {
  const query = new URLSearchParams(
    Object.entries(values).filter(([, value]) => value !== ''),
  ).toString()
  return query && `?${query}`
}
