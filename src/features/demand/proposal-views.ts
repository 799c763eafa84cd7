import { longDate } from '#kernel/clock.ts'
import { dateQuestion } from '#kernel/dates.ts'
import { errorFor, field, form, type Filling } from '#kernel/forms.ts'
import { button, input, insetText, select } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { backToManage, networkBand, themes, type Network } from '#features/networks/index.ts'
import type { Letter } from './letters.ts'
import type { Proposal } from './proposals.ts'
import { byWords, fewest, progressWords } from './words.ts'

/** A network that is not proposed: how to find out first who would join. */
export function proposeView(ask: Ask, network: Network, filling: Filling): View {
  const title = 'Find out who would join'
  return {
    ...pageOf(ask, network, title),
    errors: filling.errors,
    body: html`${heading(title)}${whatCanBeDone(network, filling)}`,
  }
}

function whatCanBeDone(network: Network, filling: Filling): Content {
  const { slug } = network
  if (network.status !== 'setting-up')
    return html`<p class="govuk-body">Your network has started, so there is nothing to find out first. <a class="govuk-link" href="/networks/${slug}/invitations">Invite people</a> instead.</p>`
  if (network.findable === 'invited')
    return html`${insetText({ text: 'Only people you invite can find your network, so nobody else could say that they would join.' })}
<p class="govuk-body">You can <a class="govuk-link" href="/networks/${slug}/settings/privacy">change who can find it</a> first. Or go on <a class="govuk-link" href="/networks/${slug}/setup">setting it up</a>, and ask people one by one.</p>`
  return html`<p class="govuk-body">Before you put work into it, ask whether people want it. Its page shows what it would be, and people say “I would join”. When there are enough, you start it, and they are invited.</p>
<ul class="govuk-list govuk-list--bullet">
<li>Anyone who may find your network sees the page. Nobody can join yet.</li>
<li>You do not learn who they are, only how many, and that from ${fewest} on. Those who would help you can let you know their name.</li>
<li>You can write to them a few times, and they can change their mind at any time.</li>
</ul>
${form({ action: `/networks/${slug}/proposal` }, termFields(network, filling), button({ text: 'Propose it', preventDoubleClick: true }))}
<p class="govuk-body"><a class="govuk-link" href="/networks/${slug}/setup">Set it up now instead</a></p>`
}

function termFields(network: Network, filling: Filling): Html {
  const { typed, errors } = filling
  return html`${select({
    id: 'theme',
    name: 'theme',
    label: { text: 'What would it be about?', classes: 'govuk-label--m' },
    value: typed ? one(typed, 'theme') : network.theme,
    errorMessage: errorFor(errors, 'theme'),
    items: [
      { value: '', text: 'Choose a theme' },
      ...themes.map(({ key, label }) => ({ value: key, text: label })),
    ],
  })}
${input({
  ...field('wanted', filling),
  label: { text: 'How many people does it need?', classes: 'govuk-label--m' },
  hint: {
    text: `Start when so many people would join. 20 is a good number; ${fewest} is the fewest.`,
  },
  classes: 'govuk-input--width-4',
  inputmode: 'numeric',
  spellcheck: false,
})}
${dateQuestion('by', filling, { legend: 'By which day do you decide?', hint: 'Six to eight weeks are enough for word to get round. For example, 31 3 2027.' })}`
}

export type Shown = {
  proposal: Proposal
  today: string
  letters: Letter[]
  helpers: { name: string; email: string }[]
}

/** The proposal of a network, for its leads: how far it is, who would help, and what they can do. */
export function proposalView(ask: Ask, network: Network, shown: Shown): View {
  const title = 'Your proposal'
  const { proposal, today } = shown
  const isOpen = network.status === 'proposed'
  return {
    ...pageOf(ask, network, title),
    body: html`${heading(title)}
${isOpen ? html`<p class="govuk-body-l">${progressWords(proposal)}</p><p class="govuk-body">${byWords(proposal, today)} We count once a day. You learn nobody’s name but of those who agree to it.</p>` : ended(network, proposal)}
${isOpen && decisions(network, proposal)}
${isOpen && share(ask, network)}
${(isOpen || shown.helpers.length > 0) && helpers(shown)}
${news(network, shown, isOpen)}`,
  }
}

function ended(network: Network, { outcome, started_on, ended_on }: Proposal): Html {
  if (outcome === 'dropped')
    return html`<p class="govuk-body">It was dropped on ${longDate(ended_on!)}. Those who would have joined were told.</p>`
  if (outcome === 'started')
    return html`<p class="govuk-body">It started, and those who had said that they would join were invited on ${longDate(ended_on!)}.</p>`
  return html`<p class="govuk-body">It was started on ${longDate(started_on!)}. Those who would join are invited as soon as it is live.</p>
${network.status === 'setting-up' && actions(button({ text: 'Go on setting up', href: `/networks/${network.slug}/setup` }))}`
}

function decisions({ slug }: Network, { reached_on, extended_on }: Proposal): Html {
  const at = `/networks/${slug}/proposal`
  return actions(
    button({
      text: reached_on ? 'Start it' : 'Start it anyway',
      href: `${at}/start`,
      classes: reached_on ? '' : 'govuk-button--secondary',
    }),
    !extended_on && html`<a class="govuk-link" href="${at}/extension">Give it more time</a>`,
    html`<a class="govuk-link" href="${at}/end">Drop it</a>`,
  )
}

function share(ask: Ask, { slug }: Network): Html {
  const address = `${ask.app.config.baseUrl}/networks/${slug}`
  return html`${heading('Share its page', { level: 2 })}
<p class="govuk-body">Tell people in person first, then send them the address. Ask each of them to tell one more.</p>
${insetText({ html: html`<a class="govuk-link gh-break" href="${address}">${address}</a>` })}`
}

const helpers = ({ helpers: people }: Shown): Html =>
  html`${heading('Who would help you run it', { level: 2 })}
${
  people.length === 0
    ? html`<p class="govuk-body">Nobody yet. Whoever offers to help, and agrees that you learn their name, is listed here.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${people.map(({ name, email }) => html`<li class="gh-break">${name}, <a class="govuk-link" href="mailto:${email}">${email}</a></li>`)}</ul>`
}`

const kinds = {
  update: 'News',
  extended: 'We told them that it has more time',
  started: 'We told them that it starts',
  dropped: 'We told them that it does not start',
}

function news({ slug }: Network, { letters }: Shown, isOpen: boolean): Html {
  return html`${heading('What you have told them', { level: 2 })}
${letters.length === 0 && html`<p class="govuk-body">Nothing yet. A few words now and then keep people warm: who has offered to help, what the first meeting could be.</p>`}
${letters.map((letter) => html`<h3 class="govuk-heading-s">${kinds[letter.kind]}, ${longDate(letter.written_on)}</h3>${letter.text && prose(letter.text)}`)}
${isOpen && html`<p class="govuk-body"><a class="govuk-link" href="/networks/${slug}/proposal/update">Write to those who would join</a></p>`}`
}

const pageOf = (ask: Ask, network: Network, title: string) => ({
  title,
  section: network.name,
  network: networkBand(ask, network, 'proposal'),
  back: backToManage(network),
  robots: 'none' as const,
})
