import { errorFor, form } from '#kernel/forms.ts'
import { button, details, insetText, radios, select } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading, stackedTable } from '#kernel/pieces.ts'
import type { Network } from '#features/networks/index.ts'
import type { Column, Content, Only } from './content.ts'
import type { Import } from './queries.ts'
import { throwAway } from './result-views.ts'
import type { Band } from './start-views.ts'

type About = { network: Network; band: Band; list: Import; typed?: Fields; errors?: FormError[] }

/** Which column holds what. */
export function columnsView({
  network,
  band,
  list,
  mayBeAlly,
  typed,
  errors = [],
}: About & { mayBeAlly: boolean }): View {
  const content = list.content!
  const address = `/networks/${network.slug}/import/${list.id}`
  const given = typed ?? guessed(content)
  const choose = (
    name: string,
    label: string,
    none: string,
    more: { hint?: string; columns?: (column: Column) => boolean } = {},
  ) =>
    select({
      id: name,
      name,
      label: { text: label, classes: 'govuk-label--s' },
      hint: more.hint ? { text: more.hint } : undefined,
      errorMessage: errorFor(errors, name),
      value: one(given, name),
      items: [
        { value: '', text: none },
        ...content.columns.flatMap((column, i) =>
          more.columns?.(column) === false ? [] : [{ value: i, text: column.name }],
        ),
      ],
    })
  return {
    title: 'Which column holds what?',
    section: network.name,
    network: band,
    back: `/networks/${network.slug}/import`,
    errors,
    body: html`${heading('Which column holds what?', { caption: 'Bring your existing list' })}
      <p class="govuk-body gh-break">We found ${rows(list.total)} in ${content.filename}, and have guessed what is where. Please check it.</p>
      ${content.notes.map((note) => insetText({ text: `${note}.` }))}
      ${samples(content.columns)}
      ${form(
        { action: `${address}/columns` },
        choose('name', 'Names', 'Choose a column', {
          hint: 'The full name, or the first name where the surname has a column of its own.',
        }),
        choose('surname', 'Surnames', 'No column of their own'),
        choose('email', 'Work email addresses', 'Choose a column', {
          hint: 'No email addresses in the list? Then nobody on it can be invited from here.',
        }),
        mayBeAlly
          ? choose('category', 'Member or ally', 'No column: invite everyone as a member')
          : '',
        content.columns.some((column) => column.choices) &&
          choose(
            'only',
            'Is the list for several networks?',
            'No, everyone on it is for this one',
            {
              hint: 'If it is, choose the column that says which network. Rows for other networks are left alone.',
              columns: (column) => column.choices !== null,
            },
          ),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}
      ${throwAway(address)}`,
  }
}

/** Which rows are for this network, where the list is for several. */
export function rowsView({
  network,
  band,
  list,
  only,
  typed,
  errors = [],
}: About & { only: Only }): View {
  const column = list.content!.columns[only.column]!
  const address = `/networks/${network.slug}/import/${list.id}`
  return {
    title: 'Which rows are for your network?',
    section: network.name,
    network: band,
    back: `${address}/columns`,
    errors,
    body: html`${form(
      { action: `${address}/rows` },
      radios({
        name: 'choice',
        fieldset: {
          legend: {
            html: heading('Which rows are for your network?', {
              caption: 'Bring your existing list',
            }),
            classes: 'govuk-fieldset__legend--l',
          },
        },
        hint: {
          text: `We take the rows that have this under “${column.name}”, alone or among other answers. Other rows are left out, and erased with the file.`,
        },
        errorMessage: errorFor(errors, 'choice'),
        value: typed ? one(typed, 'choice') : only.choice,
        items: (column.choices ?? []).map((choice) => ({ value: choice, text: choice })),
      }),
      button({ text: 'Continue', preventDoubleClick: true }),
    )}
      ${throwAway(address)}`,
  }
}

/** How many rows, in words. */
export const rows = (count: number): string =>
  count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`

function samples(columns: readonly Column[]): Html {
  const table = stackedTable({
    caption: 'What is in the file',
    columns: ['Column', 'Such as'],
    rows: columns.map((column) => [
      html`<span class="gh-break">${column.name}</span>`,
      column.samples.length > 0
        ? html`<span class="gh-break">${column.samples.map((sample, i) => html`${i > 0 && html`<br>`}${sample}`)}</span>`
        : 'Nothing',
    ]),
  })
  return columns.length <= 8
    ? table
    : details({ summaryText: `See what is in the ${columns.length} columns`, html: table })
}

function guessed({ mapping, only }: Content): Fields {
  const { name, surname, email, category } = mapping
  const columns = { name, surname, email, category, only: only?.column ?? null }
  return Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [
      field,
      column === null ? '' : String(column),
    ]),
  )
}
