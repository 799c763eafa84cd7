import { longDate } from '#kernel/clock.ts'
import { errorFor, form } from '#kernel/forms.ts'
import { button, insetText, radios, textarea } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import type { Network } from './find.ts'
import { settingsPage, type Shown } from './settings-views.ts'
import { networkStatuses, type NetworkStatus } from './words.ts'

/** Rest, close or wake up. */
export function statusView(
  ask: Ask,
  network: Network,
  may: readonly NetworkStatus[],
  change?: { reason: string; changed_on: string },
  { typed, errors }: Partial<Shown> = {},
): View {
  const words: Partial<Record<NetworkStatus, { text: string; hint: string }>> = {
    live: {
      text: network.status === 'closed' ? 'Open it again' : 'Wake it up',
      hint: 'People can find it and join it again.',
    },
    dormant: {
      text: 'Let it rest',
      hint: 'It stays in the directory, marked as resting. Nobody new can join. Members stay.',
    },
    closed: {
      text: 'Close it',
      hint: network.live_on
        ? 'Nobody can join. It leaves the directory, but its page says that it has closed and why.'
        : 'Nobody but its leads will know that it was ever begun.',
    },
  }
  const items = may.map((status) => ({
    value: status,
    text: words[status]?.text ?? '',
    hint: { text: words[status]?.hint ?? '' },
  }))
  const now = html`${heading('Status of the network')}${insetText({ html: html`<p class="govuk-body">Now: ${networkStatuses[network.status].label.toLowerCase()}${change && `, since ${longDate(change.changed_on)}`}. ${networkStatuses[network.status].hint}</p>${change?.reason && prose(change.reason)}` })}`
  if (items.length === 0)
    return settingsPage(
      ask,
      network,
      'Status of the network',
      network.status === 'proposed'
        ? html`${now}<p class="govuk-body">You start it, give it more time or drop it on <a class="govuk-link" href="/networks/${network.slug}/proposal">the page of its proposal</a>.</p>`
        : html`${now}<p class="govuk-body">It was closed before it went live. To begin again, <a class="govuk-link" href="/networks/new">start a new network</a>.</p>`,
    )
  const body = html`${now}${form(
    { action: `/networks/${network.slug}/settings/status` },
    radios({
      name: 'status',
      fieldset: {
        legend: { text: 'What happens to the network?', classes: 'govuk-fieldset__legend--m' },
      },
      items,
      value: typed && one(typed, 'status'),
      errorMessage: errorFor(errors, 'status'),
    }),
    textarea({
      id: 'reason',
      name: 'reason',
      rows: 4,
      label: { text: 'Why?' },
      hint: {
        text: 'Anyone who can find the network reads this on its page, and members in an email. You need not say anything to wake it up.',
      },
      value: typed && one(typed, 'reason'),
      errorMessage: errorFor(errors, 'reason'),
    }),
    html`<p class="govuk-body">Members are told by email. You can change this again at any time.</p>`,
    button({ text: 'Change the status', preventDoubleClick: true }),
  )}`
  return settingsPage(ask, network, 'Status of the network', body, { errors })
}
