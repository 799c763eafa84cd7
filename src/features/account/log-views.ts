import { longDate, longTime } from '#kernel/clock.ts'
import { pagination } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import type { LogEntry } from './mine.ts'

/** What happened to the account, in sentences. */
export function logView({
  entries,
  next,
  sentences,
}: {
  entries: LogEntry[]
  next: string | undefined
  sentences: Readonly<Record<string, string>>
}): View {
  return {
    title: 'What happened to your account',
    breadcrumbs: [{ text: 'Your account', href: '/account' }],
    body: html`${heading('What happened to your account')}
      <p class="govuk-body">Only you can read this page. What happened in your networks has a day and no time, so that nobody can tell from the times who joined what.</p>
      <table class="govuk-table gh-table"><caption class="govuk-visually-hidden">The newest first</caption>
      <thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">When</th><th scope="col" class="govuk-table__header">What</th></tr></thead>
      <tbody class="govuk-table__body">${entries.map(
        (entry) =>
          html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${entry.at ? longTime(entry.at) : longDate(entry.day)}</th><td class="govuk-table__cell" data-label="What">${sentences[entry.event] ?? 'Something was changed.'}${entry.network && html` (${entry.network})`}</td></tr>`,
      )}</tbody></table>
      ${entries.length === 0 && html`<p class="govuk-body">Nothing yet.</p>`}
      ${next && pagination({ next: { text: 'Older entries', href: `/account/log?after=${next}` } })}`,
  }
}
