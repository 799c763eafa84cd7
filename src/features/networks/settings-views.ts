import { longDate } from '#kernel/clock.ts'
import { errorFor, form } from '#kernel/forms.ts'
import { button, checkboxes, details, input, insetText, radios, select, summaryList, textarea } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { all, one, type Ask, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading, prose } from '#kernel/pieces.ts'
import { gradeSchemes, regionLabel, regions } from '#features/people/index.ts'
import { networkBand, type Network } from './find.ts'
import type { Scope } from './scope.ts'
import { themeLabel, themes } from './themes.ts'
import { findableBy, joiningBy, namesSeenBy, networkStatuses, networkTypes, type NetworkStatus } from './words.ts'

/** A form as it is filled in: what was typed, and what is wrong with it. */
export type Shown = { typed: Fields; errors?: FormError[] }

/** A page of a network's settings. */
export function settingsPage(ask: Ask, network: Network, title: string, body: Html, more: Partial<View> = {}): View {
  const back = { text: 'Back to settings', href: `/networks/${network.slug}/settings` }
  return { title, section: network.name, network: networkBand(ask, network, 'settings'), robots: 'none', back, body, ...more }
}

/** All settings, each with the way to change it. */
export function settingsView(ask: Ask, network: Network, scope: Scope): View {
  const at = (page: string) => `/networks/${network.slug}/settings/${page}`
  const none = 'Not said yet'
  const scopeWords = [...scope.organisations.map((each) => each.name), ...scope.regions.map((region) => regionLabel(region))].join(', ')
  const list = (title: string, page: string, rows: [string, Content][]) =>
    summaryList({
      card: { title: { text: title, headingLevel: 2 }, actions: { items: [{ href: at(page), text: 'Change', visuallyHiddenText: title.toLowerCase() }] } },
      rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value || none}` } })),
    })
  const body = html`
${heading('Settings')}
${list('About the network', 'about', [
  ['Name', network.name], ['Kind', networkTypes[network.type].label], ['What it is for', prose(network.purpose)], ['Who it is for', prose(network.audience)],
  ['Mission', network.mission && prose(network.mission)], ['Priorities', network.priorities && prose(network.priorities)],
  ['About', network.theme && themeLabel(network.theme)], ['Region', network.region && regionLabel(network.region)],
  ['Contact', network.contact], ['Why people join in this way', network.joining_reason],
])}
${list('Whom it is for', 'scope', [['Organisations and regions', scopeWords || 'Everyone'], ['Grades', scope.grades.length > 0 ? `${scope.grades.length} chosen` : 'Every grade']])}
${list('Privacy', 'privacy', [
  ['Who can find it', findableBy[network.findable].label], ['How people join', joiningBy[network.joining].label],
  ['Who sees names', namesSeenBy[network.names].label], ['Sensitive', network.sensitive ? 'Yes' : 'No'],
])}
${list('Status', 'status', [['Status', networkStatuses[network.status].label]])}
<p class="govuk-body"><a class="govuk-link" href="${at('family')}">Being part of another network, and networks that are part of this one</a></p>
<p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/preview">See what others see</a></p>`
  return settingsPage(ask, network, 'Settings', body, { back: undefined })
}

/** What the network says of itself. */
export function aboutView(ask: Ask, network: Network, { typed, errors }: Shown): View {
  const field = (name: string, label: string, hint = '') => ({ id: name, name, label: { text: label }, hint: hint ? { text: hint } : undefined, value: one(typed, name), errorMessage: errorFor(errors, name) })
  const items = (none: string, list: readonly { key: string; label: string }[]) => [{ text: none, value: '' }, ...list.map(({ key, label }) => ({ text: label, value: key }))]
  const kinds = Object.entries(networkTypes).map(([key, { label }]) => ({ value: key, text: label }))
  const body = html`${heading('About the network')}${form(
    { action: `/networks/${network.slug}/settings/about` },
    input(field('name', 'Name of the network')),
    radios({ name: 'type', fieldset: { legend: { text: 'Kind' } }, items: kinds, value: one(typed, 'type'), classes: 'govuk-radios--small', errorMessage: errorFor(errors, 'type') }),
    textarea({ ...field('purpose', 'What it is for', 'A sentence or two. Anyone who can find the network sees this first.'), rows: 3 }),
    textarea({ ...field('audience', 'Who it is for'), rows: 3 }),
    textarea({ ...field('mission', 'Mission (optional)', 'One sentence on what will be different because of you.'), rows: 3 }),
    textarea({ ...field('priorities', 'What you work on now (optional)', 'Start a line with a hyphen to make a list.'), rows: 5 }),
    select({ ...field('theme', 'What it is about (optional)', 'Helps people find the network.'), items: items('Choose', themes) }),
    select({ ...field('region', 'Region (optional)', 'Only if the network is for people in one region.'), items: items('No one region', regions.slice(0, 12)) }),
    input(field('contact', 'Contact (optional)', 'A shared mailbox or a page. Anyone who can find the network sees this, so do not give your own address.')),
    textarea({ ...field('joining_reason', 'Why people join in the way they do (optional)', 'Shown where people join. Say it above all if not everyone can.'), rows: 3 }),
    button({ text: 'Save', preventDoubleClick: true }),
  )}`
  return settingsPage(ask, network, 'About the network', body, { errors })
}

/** Whom the network is for. */
export function scopeView(ask: Ask, network: Network, { typed, errors }: Shown): View {
  const isPrivacy = network.findable === 'organisations'
  const organisations = isPrivacy
    ? html`<h2 class="govuk-heading-m">Organisations</h2><p class="govuk-body">Only people in certain organisations can find this network. <a class="govuk-link" href="/networks/${network.slug}/settings/privacy">Change them with its privacy</a>.</p>`
    : textarea({ id: 'organisations', name: 'organisations', rows: 4, label: { text: 'Organisations', classes: 'govuk-label--m' }, hint: { text: 'Their names, one on each line. Leave this empty if it is for people in any organisation.' }, value: one(typed, 'organisations'), errorMessage: errorFor(errors, 'organisations') })
  const grades = gradeSchemes.map(({ key, label, grades: list }) =>
    details({ summaryText: label, html: checkboxes({ name: 'grades', idPrefix: `grades-${key}`, classes: 'govuk-checkboxes--small', values: all(typed, 'grades'), fieldset: { legend: { text: `Grades: ${label}`, classes: 'govuk-visually-hidden' } }, items: list.map((grade) => ({ value: `${key}/${grade.key}`, text: grade.label })) }), open: all(typed, 'grades').some((grade) => grade.startsWith(`${key}/`)) }))
  const body = html`${heading('Whom the network is for')}<p class="govuk-body">This is shown on the network’s page, so that people can tell whether it is for them. It does not keep anyone out.</p>${form(
    { action: `/networks/${network.slug}/settings/scope` },
    organisations,
    checkboxes({ name: 'regions', classes: 'govuk-checkboxes--small', values: all(typed, 'regions'), fieldset: { legend: { text: 'Regions', classes: 'govuk-fieldset__legend--m' } }, hint: { text: 'Choose none if it is for people everywhere.' }, items: regions.slice(0, 13).map(({ key, label }) => ({ value: key, text: label })) }),
    html`<h2 class="govuk-heading-m">Grades</h2><p class="govuk-body">Choose none if it is for every grade.</p>${grades}`,
    button({ text: 'Save', preventDoubleClick: true }),
  )}`
  return settingsPage(ask, network, 'Whom the network is for', body, { errors })
}

/** Rest, close or wake up. */
export function statusView(ask: Ask, network: Network, may: readonly NetworkStatus[], change?: { reason: string; changed_on: string }, { typed, errors }: Partial<Shown> = {}): View {
  const words: Partial<Record<NetworkStatus, { text: string; hint: string }>> = {
    live: { text: network.status === 'closed' ? 'Open it again' : 'Wake it up', hint: 'People can find it and join it again.' },
    dormant: { text: 'Let it rest', hint: 'It stays in the directory, marked as resting. Nobody new can join. Members stay.' },
    closed: { text: 'Close it', hint: network.live_on ? 'Nobody can join. It leaves the directory, but its page says that it has closed and why.' : 'Nobody but its leads will know that it was ever begun.' },
  }
  const items = may.map((status) => ({ value: status, text: words[status]?.text ?? '', hint: { text: words[status]?.hint ?? '' } }))
  const now = html`${heading('Status of the network')}${insetText({ html: html`<p class="govuk-body">Now: ${networkStatuses[network.status].label.toLowerCase()}${change && `, since ${longDate(change.changed_on)}`}. ${networkStatuses[network.status].hint}</p>${change?.reason && prose(change.reason)}` })}`
  if (items.length === 0) return settingsPage(ask, network, 'Status of the network', html`${now}<p class="govuk-body">It was closed before it went live. To begin again, <a class="govuk-link" href="/networks/new">start a new network</a>.</p>`)
  const body = html`${now}${form(
    { action: `/networks/${network.slug}/settings/status` },
    radios({ name: 'status', fieldset: { legend: { text: 'What happens to the network?', classes: 'govuk-fieldset__legend--m' } }, items, value: typed && one(typed, 'status'), errorMessage: errorFor(errors, 'status') }),
    textarea({ id: 'reason', name: 'reason', rows: 4, label: { text: 'Why?' }, hint: { text: 'Anyone who can find the network reads this on its page, and members in an email. You need not say anything to wake it up.' }, value: typed && one(typed, 'reason'), errorMessage: errorFor(errors, 'reason') }),
    html`<p class="govuk-body">Members are told by email. You can change this again at any time.</p>`,
    button({ text: 'Change the status', preventDoubleClick: true }),
  )}`
  return settingsPage(ask, network, 'Status of the network', body, { errors })
}
