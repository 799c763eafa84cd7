import { longDate } from '#kernel/clock.ts'
import { errorFor, form } from '#kernel/forms.ts'
import { button, checkboxes, dateInput, details, input, insetText, radios, summaryList, tag } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { one, type Ask, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { actions, empty, heading, stackedTable } from '#kernel/pieces.ts'
import type { Card, HeldRole, Member, OneMember } from '#features/members/index.ts'
import { networkBand, roles as roleWords, type Network } from '#features/networks/index.ts'
import { givenRoles } from './forms.ts'
import { nameOf } from './member-views.ts'
import { roleName } from './words.ts'

type Filling = { typed?: Fields; errors?: FormError[] }

/** Who does what, and until when. */
export function rolesView(ask: Ask, network: Network, { held, ended, offers, mine, today }: { held: HeldRole[]; ended: HeldRole[]; offers: { id: string; card: Card }[]; mine: string | undefined; today: string }): View {
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
export function whoView(ask: Ask, network: Network, { search, list, offers, mine }: { search: string; list: { members: Member[]; next?: unknown } | undefined; offers: { id: string; card: Card }[]; mine: string | undefined }): View {
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
      ${list && (list.members.length > 0
        ? html`${heading('Choose a member', { level: 2 })}${peopleList(network, list.members)}${list.next !== undefined && html`<p class="govuk-body">There are more. Type more of the name.</p>`}`
        : html`<p class="govuk-body">${search ? `No member is called “${search}”.` : 'Nobody to choose from yet.'}</p>`)}
      ${offers.length > 0 && html`${heading('Would take on a role', { level: 2 })}${peopleList(network, offers)}`}
      ${mine && html`<p class="govuk-body">Or <a class="govuk-link" href="/networks/${network.slug}/members/${mine}/role">take a role yourself</a>.</p>`}`,
  }
}

/** Which role, from when until when, and whether it manages the network. */
export function giveRoleView(ask: Ask, network: Network, member: OneMember, { typed = {}, errors = [] }: Filling): View {
  const title = `Give ${nameOf(member)} a role`
  const own = input({ name: 'title', id: 'title', label: { text: 'What is the role called?' }, value: one(typed, 'title'), errorMessage: errorFor(errors, 'title'), classes: 'govuk-!-width-two-thirds' })
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'roles'),
    back: `/networks/${network.slug}/members/${member.id}`,
    errors,
    body: html`${heading(title)}
      <p class="govuk-body">Ask them first. They are told by email, and can give the role up at any time.</p>
      ${form(
        { action: `/networks/${network.slug}/members/${member.id}/role` },
        radios({ name: 'role', value: one(typed, 'role'), errorMessage: errorFor(errors, 'role'), fieldset: { legend: { text: 'Which role?', classes: 'govuk-fieldset__legend--m' } }, items: givenRoles.map((role) => ({ value: role, text: roleWords[role].label, hint: { text: roleWords[role].hint }, conditional: role === 'other' ? { html: own } : undefined })) }),
        termInput('starts', 'When does the term start?', typed, errors),
        termInput('ends', 'When does the term end?', typed, errors, 'A year or two is usual. You can extend it later.'),
        checkboxes({ name: 'manages', values: [one(typed, 'manages')], items: [{ value: 'yes', text: 'They manage the network as a lead', hint: { text: 'Leads see members, decide who comes in, and change pages and settings.' } }] }),
        button({ text: 'Give the role', preventDoubleClick: true }),
      )}`,
  }
}

/** One role: extend its term, or end it. */
export function roleView(ask: Ask, network: Network, role: HeldRole, { typed = {}, errors = [] }: Filling): View {
  const page = `/networks/${network.slug}/roles/${role.id}`
  return {
    title: roleName(role),
    section: network.name,
    network: networkBand(ask, network, 'roles'),
    back: { text: 'Roles', href: `/networks/${network.slug}/roles` },
    errors,
    body: html`${heading(roleName(role))}
      ${summaryList({
        rows: [
          { key: { text: 'Held by' }, value: { html: role.name && role.membership_id ? html`<a class="govuk-link" href="/networks/${network.slug}/members/${role.membership_id}">${role.name}</a>` : html`${role.name ?? 'Not named'}` } },
          { key: { text: 'Started' }, value: { text: longDate(role.starts_on) } },
          { key: { text: 'Ends' }, value: { text: role.ends_on ? longDate(role.ends_on) : 'No end is set' } },
          { key: { text: 'Manages the network' }, value: { text: role.manages ? 'Yes' : 'No' } },
          { key: { text: 'Named in public' }, value: { text: role.public_name ? `Yes, as ${role.public_name}` : 'No. Only they can choose to be' } },
        ],
      })}
      ${form({ action: page }, termInput('ends', 'When does the term end?', typed, errors), button({ text: 'Save', preventDoubleClick: true }))}
      ${heading('End the role now', { level: 2 })}
      <p class="govuk-body">${role.manages ? 'They stay a member, but no longer manage the network through this role.' : 'They stay a member.'}</p>
      ${form({ action: `${page}/end` }, button({ text: 'End this role today', classes: 'govuk-button--warning', preventDoubleClick: true }))}`,
  }
}

function heldTable(network: Network, held: readonly HeldRole[], mine: string | undefined, today: string): Html {
  const columns = ['Role', 'Who', 'Started', 'Ends', ...(network.leads ? [{ text: 'Change', hidden: true }] : [])]
  const rows = held.map((role): Content[] => [
    html`${roleName(role)}${role.manages && html` ${tag({ text: 'Lead', classes: 'govuk-tag--blue' })}`}`,
    html`${role.name ?? 'Not named here'}${mine !== undefined && role.membership_id === mine && html` ${tag({ text: 'You', classes: 'govuk-tag--green' })}`}`,
    longDate(role.starts_on),
    html`${role.ends_on ? longDate(role.ends_on) : 'Not set'}${role.ends_on !== null && role.ends_on < today && html` ${tag({ text: 'Over', classes: 'govuk-tag--yellow' })}`}`,
    ...(network.leads ? [html`<a class="govuk-link" href="/networks/${network.slug}/roles/${role.id}">Change<span class="govuk-visually-hidden"> ${roleName(role)}</span></a>`] : []),
  ])
  return stackedTable({ caption: 'Roles held now', columns, rows })
}

function endedTable(ended: readonly HeldRole[]): Html {
  return stackedTable({ caption: 'The latest first', columns: ['Role', 'Who', 'Term'], rows: ended.map((role) => [roleName(role), role.name ?? 'Not named', `${longDate(role.starts_on)} to ${longDate(role.ended_on!)}`]) })
}

function peopleList(network: Network, people: readonly { id: string; card: Card }[]): Html {
  return html`<ul class="govuk-list govuk-list--spaced">${people.map(({ id, card }) => html`<li><a class="govuk-link" href="/networks/${network.slug}/members/${id}/role">${card.name}</a>${card.organisation && `, ${card.organisation.name}`}</li>`)}</ul>`
}

function termInput(prefix: string, text: string, typed: Fields, errors: readonly FormError[], hint?: string): Html {
  const values = Object.fromEntries(['day', 'month', 'year'].map((part) => [`${prefix}-${part}`, one(typed, `${prefix}-${part}`)]))
  return dateInput({ id: prefix, namePrefix: prefix, values, errorMessage: errorFor(errors, `${prefix}-day`), hint: { text: hint ?? 'For example, 31 3 2027' }, fieldset: { legend: { text, classes: 'govuk-fieldset__legend--m' } } })
}
