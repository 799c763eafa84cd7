import { longDate } from '#kernel/clock.ts'
import { table } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { Page as LayoutPage } from '#kernel/layout.ts'
import type { Entry, Page } from './queries.ts'

export type Words = Readonly<Record<string, string>>

export function networkLogView(
  band: LayoutPage['network'],
  log: Page,
  words: Words,
  path: string,
): View {
  return {
    title: 'What has happened',
    network: band,
    section: band!.name,
    robots: 'none',
    wide: true,
    body: html`<h1 class="govuk-heading-l">What has happened</h1>
      <p class="govuk-body">Every change of members, roles, visibility and settings. Nobody can change or remove an entry. People are not named here.</p>
      ${entries(log, words, path, 'Nothing has happened yet.')}`,
  }
}

export function installationLogView(log: Page, words: Words): View {
  return {
    title: 'Audit log',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }],
    wide: true,
    body: html`<h1 class="govuk-heading-l">Audit log</h1>
      <p class="govuk-body">What administrators did. What happens inside networks is in each network’s own log, which administrators cannot read.</p>
      ${entries(log, words, '/admin/audit', 'Nothing has happened yet.')}`,
  }
}

function entries(log: Page, words: Words, path: string, none: string): Html {
  if (log.entries.length === 0) return html`<p class="govuk-body">${none}</p>`
  return html`${table({
    caption: 'Events, the newest day first',
    captionClasses: 'govuk-visually-hidden',
    classes: 'gh-table',
    head: [{ text: 'Day' }, { text: 'What' }, { text: 'Details' }],
    rows: log.entries.map((entry) => [
      { text: longDate(entry.day), attributes: { 'data-label': 'Day' } },
      { text: words[entry.event] ?? entry.event, attributes: { 'data-label': 'What' } },
      { text: details(entry), attributes: { 'data-label': 'Details' } },
    ]),
  })}${log.next && html`<p class="govuk-body"><a class="govuk-link" rel="next" href="${path}?after=${log.next}">Earlier events</a></p>`}`
}

function details(entry: Entry): string {
  return Object.entries(entry.detail)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')
}
