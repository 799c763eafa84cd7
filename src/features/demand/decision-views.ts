import { longDate } from '#kernel/clock.ts'
import { dateQuestion } from '#kernel/dates.ts'
import { field, form, type Filling } from '#kernel/forms.ts'
import { button, textarea } from '#kernel/govuk/all.ts'
import { html, type Content } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import type { Proposal } from './proposals.ts'
import { progressWords } from './words.ts'

/** News to those who would join. `left` is how often the leads can still write. */
export function updateView(ask: Ask, network: Network, left: number, filling: Filling = {}): View {
  const title = 'Write to those who would join'
  const body =
    left <= 0
      ? html`${heading(title)}<p class="govuk-body">You have written lately, or as often as you can. We keep it to a few emails, two days apart or more, so that people like to get them.</p>`
      : form(
          { action: `${home(network)}/update` },
          textarea({
            ...field('text', filling),
            rows: 8,
            label: { text: title, classes: 'govuk-label--l', isPageHeading: true },
            hint: {
              text: `Each of them gets an email, and can change their mind in it. It also stands on the network’s page. You can write ${left === 1 ? 'once more' : `${left} more times`}.`,
            },
          }),
          network.sensitive &&
            html`<p class="govuk-body">The email names nothing. They read your words on a page.</p>`,
          button({ text: 'Send', preventDoubleClick: true }),
        )
  return page(ask, network, title, body, filling)
}

/** Before it starts. */
export function startView(ask: Ask, network: Network, proposal: Proposal): View {
  const title = `Start ${network.name}?`
  return page(
    ask,
    network,
    title,
    html`${heading(title)}
<p class="govuk-body">${progressWords(proposal)}</p>
<p class="govuk-body">Those who would join are told now that it starts. Nobody sees its page any more while you set it up. Once it is live they get an invitation, and each of them decides.</p>
${form({ action: `${home(network)}/start` }, actions(button({ text: 'Start it', preventDoubleClick: true }), notYet(network)))}`,
  )
}

/** More time, once. */
export function extensionView(
  ask: Ask,
  network: Network,
  proposal: Proposal,
  filling: Filling = {},
): View {
  const title = 'Give it more time'
  return page(
    ask,
    network,
    title,
    html`${heading(title)}
<p class="govuk-body">It was to be decided by ${longDate(proposal.by_on)}. You can give it more time once. Those who would join are told.</p>
${form(
  { action: `${home(network)}/extension` },
  dateQuestion('by', filling, { legend: 'By which day do you decide now?' }),
  actions(button({ text: 'Give it more time', preventDoubleClick: true }), notYet(network)),
)}`,
    filling,
  )
}

/** Before it is dropped. */
export function endView(ask: Ask, network: Network, filling: Filling = {}): View {
  const title = `Drop ${network.name}?`
  return page(
    ask,
    network,
    title,
    html`${heading(title)}
<p class="govuk-body">Those who would have joined get a kind email, and nobody finds the network any more. You cannot take this back, but anyone can propose it again.</p>
${form(
  { action: `${home(network)}/end` },
  textarea({
    ...field('text', filling),
    rows: 5,
    label: { text: 'A few words to them (optional)' },
    hint: { text: 'For example, what you learned, or what they could join instead.' },
  }),
  actions(
    button({ text: 'Drop it', classes: 'govuk-button--warning', preventDoubleClick: true }),
    html`<a class="govuk-link" href="${home(network)}">Keep it</a>`,
  ),
)}`,
    filling,
  )
}

const notYet = (network: Network) => html`<a class="govuk-link" href="${home(network)}">Not now</a>`
const home = (network: Network) => `/networks/${network.slug}/proposal`

const page = (
  ask: Ask,
  network: Network,
  title: string,
  body: Content,
  { errors }: Filling = {},
): View => ({
  title,
  section: network.name,
  network: networkBand(ask, network, 'proposal'),
  back: { href: home(network), text: 'Your proposal' },
  robots: 'none',
  errors,
  body: html`${body}`,
})
