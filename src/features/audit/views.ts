import { longDate } from '#kernel/clock.ts'
import type { Feature } from '#kernel/feature.ts'
import { html, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { Page as LayoutPage } from '#kernel/layout.ts'
import { empty, heading, stackedTable } from '#kernel/pieces.ts'
import type { Entry, Page } from './queries.ts'

/** What leads read of their network. `path` is the page's own address. */
export function networkLogView(
  band: NonNullable<LayoutPage['network']>,
  log: Page,
  features: readonly Feature[],
  path: string,
): View {
  return {
    title: 'What has happened',
    network: band,
    section: band.name,
    back: { text: 'Manage', href: `/networks/${band.slug}/manage` },
    robots: 'none',
    wide: true,
    body: html`${heading('What has happened')}
      <p class="govuk-body">Every change of members, roles, visibility and settings. Nobody can change or remove an entry. People are not named here.</p>
      ${entries(log, features, path)}`,
  }
}

/** What administrators read of the installation. */
export function installationLogView(log: Page, features: readonly Feature[]): View {
  return {
    title: 'Audit log',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }],
    wide: true,
    body: html`${heading('Audit log')}
      <p class="govuk-body">What administrators did. What happens inside networks is in each network’s own log, which administrators cannot read.</p>
      ${entries(log, features, '/admin/audit')}`,
  }
}

function entries(log: Page, features: readonly Feature[], path: string): Html {
  if (log.entries.length === 0)
    return empty({
      heading: 'Nothing has happened yet',
      body: 'Each change is listed here on the day it is made.',
    })
  return html`${stackedTable({
    caption: 'The newest day first',
    columns: ['What', 'Details', 'Day'],
    rows: log.entries.map((entry) => [
      sentenceOf(entry, features),
      detailsOf(entry, features),
      html`<time datetime="${entry.day}">${longDate(entry.day)}</time>`,
    ]),
  })}${log.next && html`<p class="govuk-body"><a class="govuk-link" rel="next" href="${path}?after=${log.next}">Earlier events</a></p>`}`
}

/** What happened, in the words of the capability that wrote it down. */
function sentenceOf({ event }: Entry, features: readonly Feature[]): string {
  return features.find((feature) => event in feature.events)?.events[event] ?? event
}

/** What was noted with it, where a capability has words for that. */
function detailsOf({ event, detail }: Entry, features: readonly Feature[]): string {
  if (Object.keys(detail).length === 0) return ''
  const words = features.find((feature) => feature.details?.[event])?.details?.[event]
  return words?.(detail, features) ?? ''
}
