import { longDate } from '#kernel/clock.ts'
import { form } from '#kernel/forms.ts'
import { button, panel } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import type { Words } from './words.ts'

/** For members: the words of welcome, and what comes next. `later` are those of the emails whose day has come. */
export function welcomeView(
  ask: Ask,
  network: Network,
  first: Words,
  later: { on: string; words: Words }[],
  more?: Html,
): View {
  return {
    title: 'Welcome',
    section: network.name,
    network: networkBand(ask, network),
    robots: 'none',
    body: html`${heading(`Welcome to ${network.name}`)}
      ${said(first)}
      ${more}
      ${later.map(({ on, words }) => html`${heading(`From ${longDate(on)}`, { level: 2 })}${said(words)}`)}
      ${heading('What you can do from here', { level: 2 })}
      <ul class="govuk-list govuk-list--bullet">
        <li><a class="govuk-link" href="/networks/${network.slug}">See what the network is for and what it wants to reach</a></li>
        <li><a class="govuk-link" href="/networks/${network.slug}/roles">See who does what</a></li>
        <li><a class="govuk-link" href="/networks/${network.slug}/membership">Choose your name here, and offer to take on a role</a></li>
      </ul>`,
  }
}

function said({ opening, todo, contact }: Words): Html {
  return html`${prose(opening)}
    <p class="govuk-body gh-break"><strong>A thing to do:</strong> ${todo}</p>
    ${contact && html`<p class="govuk-body gh-break"><strong>Whom to ask:</strong> ${contact}</p>`}`
}

/** Asked by the link in an email, which opening alone does not answer. */
export function stopView(token: string): View {
  return {
    title: 'Stop these emails',
    robots: 'none',
    body: html`${heading('Stop these emails?')}
      <p class="govuk-body">They are the short emails that someone gets in the first month in a network. You stay in the network, and other emails are not touched.</p>
      ${form({ action: `/welcome/stop/${token}` }, button({ text: 'Stop these emails', preventDoubleClick: true }))}`,
  }
}

/** They have stopped. */
export function stoppedView(): View {
  return {
    title: 'These emails have stopped',
    robots: 'none',
    body: html`${panel({ titleText: 'These emails have stopped' })}
      <p class="govuk-body">If you want them after all, you can say so on the page of your membership.</p>
      <p class="govuk-body"><a class="govuk-link" href="/home">Go to your networks</a></p>`,
  }
}

/** On the page of one's membership: whether the emails of the first weeks come. */
export function emailsPanel(slug: string, wants: boolean): Html {
  return html`${heading('Emails of your first month', { level: 2, id: 'first-month' })}
    <p class="govuk-body">${wants ? 'You get two short emails in your first month here, after 7 days and after 30.' : 'You do not get the two short emails of the first month.'}</p>
    ${form({ action: `/networks/${slug}/membership/emails` }, html`<input type="hidden" name="wants" value="${wants ? 'no' : 'yes'}">`, button({ text: wants ? 'Stop these emails' : 'Get these emails', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`
}
