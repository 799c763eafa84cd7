import { errorFor, form } from '#kernel/forms.ts'
import { button, insetText, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { figures, heading, stackedTable } from '#kernel/pieces.ts'
import type { Network } from '#features/networks/index.ts'
import { rows } from './columns-views.ts'
import type { ListLine } from './lines.ts'
import { outcomeName, outcomes, passedOver, problems, sum, type Outcome } from './outcomes.ts'
import type { Import } from './queries.ts'
import { throwAway } from './result-views.ts'
import type { Band } from './start-views.ts'

type Check = {
  network: Network
  band: Band
  list: Import
  lines: ListLine[]
  problemLines: Map<Outcome, number[]>
  typed?: Fields
  errors?: FormError[]
}

/** What would become of the list, before anything does. */
export function checkView({
  network,
  band,
  list,
  lines,
  problemLines,
  typed = {},
  errors = [],
}: Check): View {
  const address = `/networks/${network.slug}/import/${list.id}`
  const people = list.counts.waiting ?? 0
  return {
    title: 'Check your list',
    section: network.name,
    network: band,
    back: list.content?.only ? `${address}/rows` : `${address}/columns`,
    errors,
    wide: true,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${heading('Check your list', { caption: 'Bring your existing list' })}
      <p class="govuk-body">This is what would happen with the ${rows(list.total)} of your list. <strong>Nothing has been sent.</strong></p>
      ${figures(figuresOf(list, network))}
      ${(network.names === 'nobody' || network.sensitive) && html`<p class="govuk-body">Your network shows nobody who is in it, so we do not say who on the list is a member already. Whoever has answered an invitation from it before gets no other.</p>`}
      ${problemTable(list, problemLines)}
      </div></div>
      ${lines.length > 0 && firstTable(lines, list, network)}
      <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${people > 0 ? inviteForm(address, people, network, typed, errors) : nobody(network, address)}
      <p class="govuk-body"><a class="govuk-link" href="${address}/columns">Choose other columns</a></p>
      ${throwAway(address)}
      </div></div>`,
  }
}

function figuresOf({ counts }: Import, network: Network) {
  const each = [
    { label: 'Will be invited', value: counts.waiting ?? 0 },
    ...(network.sensitive || network.names === 'nobody'
      ? []
      : [
          {
            label: 'In the network already, or asking to be',
            value: counts['already-member'] ?? 0,
          },
          { label: 'Invited before, and not asked again', value: counts['already-invited'] ?? 0 },
        ]),
    { label: 'Rows with a problem', value: sum(counts, problems) },
    { label: 'Rows for other networks', value: counts.elsewhere ?? 0 },
    { label: 'Empty rows', value: counts.blank ?? 0 },
  ]
  return each.filter(({ value }, i) => i === 0 || value > 0)
}

function problemTable({ counts }: Import, problemLines: Map<Outcome, number[]>): Html | false {
  const found = problems.filter((problem) => counts[problem])
  if (found.length === 0) return false
  return html`${stackedTable({
    caption: 'Rows with a problem',
    columns: ['Problem', { text: 'How many', numeric: true }, 'Where'],
    rows: found.map((problem) => [
      outcomes[problem],
      counts[problem],
      where(problemLines.get(problem) ?? [], counts[problem]!),
    ]),
  })}
    <p class="govuk-body">These rows are left out. You can correct the file and choose it again, or go on: you can download the rows afterwards.</p>`
}

function where(lines: number[], count: number): string {
  const more = count - lines.length
  return `${lines.length === 1 ? 'Row' : 'Rows'} ${lines.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-GB')} more` : ''}`
}

function firstTable(lines: ListLine[], list: Import, network: Network): Html {
  const others = sum(list.counts) - sum(list.counts, passedOver) - lines.length
  return stackedTable({
    caption: others > 0 ? `The first ${lines.length} rows` : 'The rows',
    columns: [{ text: 'Row', hidden: true }, 'Name', 'Email address', 'What will happen'],
    rows: lines.map(({ line, outcome, said }) => [
      `Row ${line}`,
      html`<span class="gh-break">${said?.name}</span>`,
      html`<span class="gh-break">${said?.address}</span>`,
      outcome === 'waiting'
        ? said?.category === 'ally'
          ? 'Will be invited as an ally'
          : 'Will be invited'
        : outcomeName(outcome, network),
    ]),
  })
}

function inviteForm(
  address: string,
  people: number,
  network: Network,
  typed: Fields,
  errors: FormError[],
): Html {
  return form(
    { action: `${address}/check` },
    textarea({
      id: 'note',
      name: 'note',
      rows: 3,
      label: { text: 'A note to them (optional)', classes: 'govuk-label--s' },
      hint: {
        text: network.sensitive
          ? 'Shown on the page of the invitation, not in the email: the email does not name the network.'
          : 'Goes into the email. Say where you have their address from, such as “You signed up to our list last year”.',
      },
      errorMessage: errorFor(errors, 'note'),
      value: one(typed, 'note'),
    }),
    network.status !== 'live' &&
      insetText({ text: 'The emails go out when the network goes live.' }),
    button({
      text: people === 1 ? 'Invite 1 person' : `Invite ${people.toLocaleString('en-GB')} people`,
      preventDoubleClick: true,
    }),
  )
}

function nobody(network: Network, address: string): Html {
  return html`${heading('There is nobody to invite', { level: 2 })}
    <p class="govuk-body">No row of this list would lead to an invitation. If that surprises you, look whether <a class="govuk-link" href="${address}/columns">the right columns were chosen</a>, or <a class="govuk-link" href="/networks/${network.slug}/import">choose another file</a>.</p>`
}
