import { summaryList } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { Ask, Fields, View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { regionLabel } from '#features/people/index.ts'
import { backToManage, networkBand, type Network } from './find.ts'
import type { Scope } from './scope.ts'
import { themeLabel } from './themes.ts'
import { findableBy, joiningBy, namesSeenBy, networkStatuses, networkTypes } from './words.ts'

/** A form as it is filled in: what was typed, and what is wrong with it. */
export type Shown = { typed: Fields; errors?: FormError[] }

/** A page of a network's settings. */
export function settingsPage(
  ask: Ask,
  network: Network,
  title: string,
  body: Html,
  more: Partial<View> = {},
): View {
  const back = { text: 'Back to settings', href: `/networks/${network.slug}/settings` }
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'settings'),
    robots: 'none',
    back,
    body,
    ...more,
  }
}

/** All settings, each with the way to change it. */
export function settingsView(ask: Ask, network: Network, scope: Scope): View {
  const at = (page: string) => `/networks/${network.slug}/settings/${page}`
  const none = 'Not said yet'
  const scopeWords = [
    ...scope.organisations.map((each) => each.name),
    ...scope.regions.map((region) => regionLabel(region)),
  ].join(', ')
  const list = (title: string, page: string, rows: [string, Content][]) =>
    summaryList({
      card: {
        title: { text: title, headingLevel: 2 },
        actions: {
          items: [{ href: at(page), text: 'Change', visuallyHiddenText: title.toLowerCase() }],
        },
      },
      rows: rows.map(([key, value]) => ({
        key: { text: key },
        value: { html: html`${value || none}` },
      })),
    })
  const body = html`
${heading('Settings')}
${list('About the network', 'about', [
  ['Name', network.name],
  ['Kind', networkTypes[network.type].label],
  ['What it is for', prose(network.purpose)],
  ['Who it is for', prose(network.audience)],
  ['Mission', network.mission && prose(network.mission)],
  ['Priorities', network.priorities && prose(network.priorities)],
  ['About', network.theme && themeLabel(network.theme)],
  ['Region', network.region && regionLabel(network.region)],
  ['Contact', network.contact],
  ['Why people join in this way', network.joining_reason],
])}
${list('Whom it is for', 'scope', [
  ['Organisations and regions', scopeWords || 'Everyone'],
  ['Grades', scope.grades.length > 0 ? `${scope.grades.length} chosen` : 'Every grade'],
])}
${list('Privacy', 'privacy', [
  ['Who can find it', findableBy[network.findable].label],
  ['How people join', joiningBy[network.joining].label],
  ['Who sees names', namesSeenBy[network.names].label],
  ['Sensitive', network.sensitive ? 'Yes' : 'No'],
])}
${list('Status', 'status', [['Status', networkStatuses[network.status].label]])}
<p class="govuk-body"><a class="govuk-link" href="${at('family')}">Being part of another network, and networks that are part of this one</a></p>
<p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/preview">See what others see</a></p>`
  return settingsPage(ask, network, 'Settings', body, { back: backToManage(network) })
}
