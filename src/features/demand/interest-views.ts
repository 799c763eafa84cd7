import { longDate } from '#kernel/clock.ts'
import { form } from '#kernel/forms.ts'
import { button, checkboxes } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import type { Interest } from './interest.ts'
import type { Letter } from './letters.ts'
import type { Linked } from './linked.ts'
import type { Proposal } from './proposals.ts'
import { byWords, progressWords } from './words.ts'

/** Would you join? For someone signed in. */
export function interestView(
  ask: Ask,
  network: Network,
  shown: { proposal: Proposal; mine?: Interest; helps: boolean; today: string },
): View {
  const { proposal, mine, helps, today } = shown
  const title = `Would you join ${network.name}?`
  const at = `/networks/${network.slug}/interest`
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, ''),
    back: `/networks/${network.slug}`,
    robots: 'none',
    body: html`${heading(title)}
<p class="govuk-body">${progressWords(proposal)} ${byWords(proposal, today)}</p>
<p class="govuk-body">If it starts, you get an invitation, and then you decide. It is not a promise, and you are in nothing until you say yes.</p>
<p class="govuk-body">Who you are is kept sealed. The people who propose it learn only how many would join, from 10 on. Your employer learns nothing of you.</p>
${form(
  { action: at },
  checkboxes({
    name: 'helps',
    values: helps ? ['yes'] : [],
    fieldset: {
      legend: { text: 'Would you help to run it?', classes: 'govuk-fieldset__legend--m' },
    },
    items: [
      {
        value: 'yes',
        text: 'I would help to run it',
        hint: {
          text: 'The people who propose it see your name and your work email address, so that they can get in touch. Leave it empty, and they do not.',
        },
      },
    ],
  }),
  button({ text: mine ? 'Save' : 'I would join', preventDoubleClick: true }),
)}
${mine && html`${heading('Have you changed your mind?', { level: 2 })}${withdrawal(network.slug)}`}`,
  }
}

/** One press, and nothing of it is kept. */
export const withdrawal = (slug: string): Html =>
  form(
    { action: `/networks/${slug}/interest/withdrawal` },
    button({ text: 'I would not join after all', classes: 'govuk-button--secondary' }),
  )

/** News that stands on a page. */
export const newsList = (letters: readonly Letter[]): Html =>
  html`${letters.map((letter) => html`<h3 class="govuk-heading-s">${longDate(letter.written_on)}</h3>${prose(letter.text)}`)}`

/** What a link in an email leads to. Looking at it changes nothing. */
export function linkView(ask: Ask, { name, status, letters }: Linked): View {
  const title = `You said that you would join ${name}`
  const words: Record<string, string> = {
    proposed: 'It is proposed. We tell you when it starts, or when it does not.',
    'setting-up': 'It is going to start. You get an invitation when it opens.',
    live: 'It has started. Your invitation is on its way.',
  }
  return {
    title,
    robots: 'none',
    body: html`${heading(title)}
<p class="govuk-body">${words[status] ?? 'It does not start for now. Thank you for saying so all the same.'}</p>
${letters.length > 0 && html`${heading('News', { level: 2 })}${newsList(letters)}`}
${heading('Have you changed your mind?', { level: 2 })}
<p class="govuk-body">Then nothing of it is kept, and you hear no more of it.</p>
${form({ action: ask.path }, actions(button({ text: 'I would not join after all', classes: 'govuk-button--secondary', preventDoubleClick: true })))}`,
  }
}

/** Nothing is noted, or not any more. */
export const overView = (): View => ({
  title: 'Nothing is noted',
  robots: 'none',
  body: html`${heading('Nothing is noted')}
<p class="govuk-body">We keep nothing that says you would join, and you get no more emails about it.</p>
<p class="govuk-body"><a class="govuk-link" href="/networks">See the networks there are</a></p>`,
})
