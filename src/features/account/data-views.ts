import { longDate, longTime } from '#kernel/clock.ts'
import { insetText, summaryList } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { actions, heading, stackedTable } from '#kernel/pieces.ts'
import type { Held } from './data.ts'

/** What each event of the log says, by its name. */
type Sentences = Readonly<Record<string, string>>

/** How many rows of one kind are on the page; the files have them all. */
const mostShown = 20

/** What is held about the person, kind by kind: first what there is something of, then what there is nothing of. */
export function dataView(held: Held[], sentences: Sentences): View {
  const some = held.filter(({ data }) => data.length > 0)
  const none = held.filter(({ data }) => data.length === 0)
  return {
    title: 'All that is held about you',
    breadcrumbs: [{ text: 'Your account', href: '/account' }],
    body: html`${heading('All that is held about you')}
      <p class="govuk-body">This is everything, from every part of Guildhall, as it is now.</p>
      ${actions(
        html`<a class="govuk-link" href="/account/data.html">Download to read</a>`,
        html`<a class="govuk-link" href="/account/data.json">Download for a computer (JSON)</a>`,
      )}
      ${insetText({ text: 'The files name your networks. Keep them where nobody else can open them.' })}
      ${some.map((each) => html`${heading(each.what, { level: 2 })}${reasons(each)}${allRows(each, sentences)}`)}
      ${
        none.length > 0 &&
        html`${heading('What nothing is held of', { level: 2 })}<p class="govuk-body">These would be listed here if there were any about you.</p>
        <ul class="govuk-list govuk-list--bullet">${none.map(({ what }) => html`<li>${what}</li>`)}</ul>`
      }
      ${heading('What you can do', { level: 2 })}
      <ul class="govuk-list govuk-list--bullet">
        <li><a class="govuk-link" href="/account">Correct your details</a></li>
        <li><a class="govuk-link" href="/account/privacy">See who sees what of you</a></li>
        <li><a class="govuk-link" href="/account/erase">Erase it all</a></li>
      </ul>`,
  }
}

/** The file to read: a page of its own that needs nothing else, with no style but the browser's. */
export function dataFile(held: Held[], sentences: Sentences, at: Date): string {
  return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>All that Guildhall holds about you</title></head>
<body><main><h1>All that Guildhall holds about you</h1><p>Made on ${longTime(at)}, UK time.</p>
${held.map((each) => html`<h2>${each.what}</h2>${reasons(each)}${each.data.length === 0 ? html`<p>Nothing is held.</p>` : each.data.map((row) => html`<dl>${facts(row, sentences).map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`)}`)}
</main></body></html>
`.toString()
}

const reasons = ({ why, keptFor }: Held): Html =>
  html`<p class="govuk-body"><strong>Why:</strong> ${why}.<br><strong>Kept:</strong> ${keptFor}.</p>`

/** Rows of a few short values as a table, others each on a card. */
function allRows({ data }: Held, sentences: Sentences): Content {
  const shown = data.slice(0, mostShown)
  const rest = data.length - shown.length
  const more = rest > 0 && html`<p class="govuk-body">And ${rest} more, in the files above.</p>`
  const columns = Object.keys(shown[0]!).filter((key) => shown.some((row) => !isEmpty(row[key])))
  const flat =
    shown.length > 1 &&
    columns.length > 0 &&
    columns.length <= 4 &&
    shown.every((row) => columns.every((key) => !Array.isArray(row[key])))
  if (!flat)
    return html`${shown.map((row, i) => rowCard(row, data.length > 1 ? `${i + 1} of ${data.length}` : '', sentences))}${more}`
  const rows = shown.map((row) =>
    columns.map((key) => html`<span class="gh-break">${readable(row[key], sentences, key)}</span>`),
  )
  return html`${stackedTable({ caption: rest > 0 ? `The newest ${mostShown}` : 'All of it', columns: columns.map(inWords), rows })}${more}`
}

function rowCard(row: Record<string, unknown>, title: string, sentences: Sentences): Html {
  const rows = facts(row, sentences).map(([term, value]) => ({
    key: { text: term },
    value: { html: html`<span class="gh-break">${value}</span>` },
  }))
  return summaryList({ rows, ...(title && { card: { title: { text: title, headingLevel: 3 } } }) })
}

const facts = (row: Record<string, unknown>, sentences: Sentences): [string, Content][] =>
  Object.entries(row).map(([key, value]) => [inWords(key), readable(value, sentences, key)])

/** `workEmailAddress` or `work_email_address` → Work email address. Keys that are words already stay. */
export function inWords(key: string): string {
  const words = key
    .replaceAll('_', ' ')
    .replace(
      /([a-z0-9])([A-Z])/g,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    )
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function readable(value: unknown, sentences: Sentences, key = ''): Content {
  if (isEmpty(value)) return typeof value === 'object' && value !== null ? 'None' : 'Not given'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (value instanceof Date) return longTime(value)
  if (Array.isArray(value))
    return value.map((each, i) => html`${i > 0 && html`<br>`}${readable(each, sentences)}`)
  if (typeof value === 'object') {
    const said = Object.entries(value!).filter(([, each]) => !isEmpty(each))
    return said.map(
      ([name, each], i) =>
        html`${i > 0 && '; '}${inWords(name)}: ${readable(each, sentences, name)}`,
    )
  }
  const text = String(value as string | number)
  if (key === 'event') return sentences[text] ?? text
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return longDate(text)
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? longTime(new Date(text)) : text
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0
}
