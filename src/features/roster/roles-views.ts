import { longDate } from '#kernel/clock.ts'
import { button, details, input, insetText, tag } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { empty, heading, stackedTable } from '#kernel/pieces.ts'
import type { Card, HeldRole, Member } from '#features/members/index.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import { roleName } from './words.ts'

/** Who does what, and until when. */
export function rolesView(
  ask: Ask,
  network: Network,
  {
    held,
    ended,
    offers,
    mine,
    today,
  }: {
    held: HeldRole[]
    ended: HeldRole[]
    offers: { id: string; card: Card }[]
    mine: string | undefined
    today: string
  },
): View {
  return {
    title: 'Roles',
    section: network.name,
    network: networkBand(ask, network, 'roles'),
    wide: true,
    body: html`${heading('Roles')}
      <p class="govuk-body">${network.leads ? 'Give each role a term, and let the terms of different roles end at different times. Then there is always someone who knows how things are done.' : 'Who runs the network, and until when.'}</p>
      ${held.length === 0 ? empty({ heading: 'No one holds a role yet', body: 'Start with two people who share the lead, and someone who looks after dates and notes.' }) : heldTable(network, held, mine, today)}
      ${network.leads && button({ text: 'Give someone a role', href: `/networks/${network.slug}/roles/new`, classes: 'govuk-button--secondary' })}
      ${offers.length > 0 && html`${heading('Would take on a role', { level: 2 })}${peopleList(network, offers)}`}
      ${ended.length > 0 && details({ summaryText: 'Roles held before', html: endedTable(ended) })}`,
  }
}

/** Who gets the role: somebody looked for by name, or who offered. */
export function whoView(
  ask: Ask,
  network: Network,
  {
    search,
    list,
    offers,
    mine,
  }: {
    search: string
    list: { members: Member[]; next?: unknown } | undefined
    offers: { id: string; card: Card }[]
    mine: string | undefined
  },
): View {
  const page = `/networks/${network.slug}/roles/new`
  return {
    title: 'Who gets the role?',
    section: network.name,
    network: networkBand(ask, network, 'roles'),
    back: `/networks/${network.slug}/roles`,
    body: html`${heading('Who gets the role?')}
      ${network.names === 'nobody' && insetText({ text: 'This network shows nobody’s name, so you can choose from those who hold a role, or who offered to take one on. Members offer on the page of their own membership: ask in your next message to everyone.' })}
      <form action="${page}" method="get" role="search">
        ${input({ name: 'search', id: 'search', label: { text: 'Name of a member', classes: 'govuk-label--s' }, hint: { text: 'The first three letters are enough' }, value: search, autocomplete: 'off', spellcheck: false })}
        ${button({ text: 'Search', classes: 'govuk-button--secondary' })}
      </form>
      ${
        list &&
        (list.members.length > 0
          ? html`${heading('Choose a member', { level: 2 })}${peopleList(network, list.members)}${list.next !== undefined && html`<p class="govuk-body">There are more. Type more of the name.</p>`}`
          : html`<p class="govuk-body">${search ? `No member is called “${search}”.` : 'Nobody to choose from yet.'}</p>`)
      }
      ${offers.length > 0 && html`${heading('Would take on a role', { level: 2 })}${peopleList(network, offers)}`}
      ${mine && html`<p class="govuk-body">Or <a class="govuk-link" href="/networks/${network.slug}/members/${mine}/role">take a role yourself</a>.</p>`}`,
  }
}

function heldTable(
  network: Network,
  held: readonly HeldRole[],
  mine: string | undefined,
  today: string,
): Html {
  const columns = [
    'Role',
    'Who',
    'Started',
    'Ends',
    ...(network.leads ? [{ text: 'Change', hidden: true }] : []),
  ]
  const rows = held.map((role): Content[] => [
    html`${roleName(role)}${role.manages && html` ${tag({ text: 'Lead', classes: 'govuk-tag--blue' })}`}`,
    html`${role.name ?? 'Not named here'}${mine !== undefined && role.membership_id === mine && html` ${tag({ text: 'You', classes: 'govuk-tag--green' })}`}`,
    longDate(role.starts_on),
    html`${role.ends_on ? longDate(role.ends_on) : 'Not set'}${role.ends_on !== null && role.ends_on < today && html` ${tag({ text: 'Over', classes: 'govuk-tag--yellow' })}`}`,
    ...(network.leads
      ? [
          html`<a class="govuk-link" href="/networks/${network.slug}/roles/${role.id}">Change<span class="govuk-visually-hidden"> ${roleName(role)}</span></a>`,
        ]
      : []),
  ])
  return stackedTable({ caption: 'Roles held now', columns, rows })
}

function endedTable(ended: readonly HeldRole[]): Html {
  return stackedTable({
    caption: 'The latest first',
    columns: ['Role', 'Who', 'Term'],
    rows: ended.map((role) => [
      roleName(role),
      role.name ?? 'Not named',
      `${longDate(role.starts_on)} to ${longDate(role.ended_on!)}`,
    ]),
  })
}

function peopleList(network: Network, people: readonly { id: string; card: Card }[]): Html {
  return html`<ul class="govuk-list govuk-list--spaced">${people.map(({ id, card }) => html`<li><a class="govuk-link" href="/networks/${network.slug}/members/${id}/role">${card.name}</a>${card.organisation && `, ${card.organisation.name}`}</li>`)}</ul>`
}
