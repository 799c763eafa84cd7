import { form, type Filling } from '#kernel/forms.ts'
import { button, insetText } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions } from '#kernel/pieces.ts'
import type { Network } from '#features/networks/index.ts'
import { privacySummary } from './live-views.ts'
import { page, questionPage, save, textInput } from './question.ts'
import type { PrivacyGap } from './tasks.ts'

/** What it is for, and for whom. */
export function aimView(ask: Ask, network: Network, filling: Filling): View {
  return page(
    ask,
    network,
    1,
    'What it is for, and for whom',
    filling,
    html`${form(
      { action: `${home(network)}/aim` },
      textInput('purpose', filling, {
        label: 'What is the network for?',
        hint: 'A sentence or two for someone who has never heard of it. What would be different because of it?',
        most: 600,
        rows: 4,
      }),
      textInput('audience', filling, {
        label: 'Who is it for?',
        hint: 'For example: anyone in public service who cares for someone, and their managers.',
        most: 400,
        rows: 3,
      }),
      save(network),
    )}`,
  )
}

/** The three choices and whether they fit together. */
export function privacyView(ask: Ask, network: Network, gaps: readonly PrivacyGap[]): View {
  const fixes = {
    'no-organisations': {
      text: 'Name the organisations whose people can find it',
      href: `/networks/${network.slug}/settings`,
    },
    'no-reason': {
      text: 'Say why people cannot simply join',
      href: `/networks/${network.slug}/charter/draft/membership`,
    },
  }
  return page(
    ask,
    network,
    4,
    'Who can find you, join you and see names',
    {},
    html`
    ${gaps.length > 0 && insetText({ html: html`<p class="govuk-body">One more thing before this is done:</p><ul class="govuk-list govuk-list--bullet">${gaps.map((gap) => html`<li><a class="govuk-link" href="${fixes[gap].href}">${fixes[gap].text}</a></li>`)}</ul>` })}
    ${privacySummary(network)}
    ${gaps.length === 0 && html`<p class="govuk-body">These choices fit together. Look at what others will see before you open.</p>`}
    ${actions(button({ text: 'See what others will see', href: `/networks/${network.slug}/preview` }), html`<a class="govuk-link" href="/networks/${network.slug}/settings">Change these choices</a>`)}`,
  )
}

/** Whom people can ask. */
export function contactView(ask: Ask, network: Network, filling: Filling): View {
  const question = 'Who can people contact?'
  return questionPage(
    ask,
    network,
    4,
    question,
    filling,
    html`${form(
      { action: `${home(network)}/contact` },
      textInput('contact', filling, {
        label: question,
        isHeading: true,
        hint: 'Whoever can see the network’s page can read this. A shared mailbox is best: it stays when a lead moves on.',
        rows: 2,
      }),
      network.sensitive &&
        insetText({
          text: 'This network is sensitive. Do not put anyone’s name or own address here.',
        }),
      save(network),
    )}`,
  )
}

const home = (network: Network) => `/networks/${network.slug}/setup`
