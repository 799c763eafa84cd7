import type { PanelViewer, TaskNetwork } from '#kernel/feature.ts'
import { button, insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { actions, heading } from '#kernel/pieces.ts'
import type { Interest } from './interest.ts'
import { newsList, withdrawal } from './interest-views.ts'
import type { Letter } from './letters.ts'
import type { Proposal } from './proposals.ts'
import { byWords, progressWords } from './words.ts'

/** Would you join? On the network's page; the buttons lead to a page that asks. */
export function panelView(of: {
  network: Pick<TaskNetwork, 'slug'>
  proposal: Proposal
  viewer: PanelViewer
  mine?: Interest
  letters: Letter[]
  today: string
}): Html {
  const { network, proposal, viewer, mine, letters, today } = of
  const at = `/networks/${network.slug}/interest`
  return html`${heading(viewer.member ? 'How far it is' : 'Would you join?', { level: 2 })}
<p class="govuk-body">${progressWords(proposal)} ${byWords(proposal, today)}</p>
${viewer.member ? html`<p class="govuk-body">Tell people about this page: here they say that they would join.</p>` : mine ? said(network.slug, mine) : ways(at, viewer)}
${letters.length > 0 && html`${heading('News', { level: 2 })}${newsList(letters)}`}`
}

const ways = (at: string, { signedIn }: PanelViewer): Html =>
  html`<p class="govuk-body">If it starts, you get an invitation. You are in nothing until you say yes to it. Nobody learns your name${signedIn ? '' : ', and you need no password: we send a code to your work email address'}.</p>
${actions(
  button({ text: 'I would join', href: `${at}?as=join` }),
  button({
    text: 'I would help to run it',
    href: `${at}?as=help`,
    classes: 'govuk-button--secondary',
  }),
)}`

const said = (slug: string, { helps }: Interest): Html =>
  html`${insetText({ text: helps ? 'You said that you would join, and help to run it. The people who propose it see your name and address.' : 'You said that you would join. We tell you how it goes.' })}
<p class="govuk-body"><a class="govuk-link" href="/networks/${slug}/interest">${helps ? 'Change whether you would help' : 'Offer to help run it'}</a></p>
${withdrawal(slug)}`
