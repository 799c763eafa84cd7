import { field, form, type Filling } from '#kernel/forms.ts'
import { button, characterCount, insetText, summaryList, tag } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import type { Email } from '#kernel/mail.ts'
import { emailShown } from '#kernel/mail/shown.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { longDate } from '#kernel/clock.ts'
import { backToManage, networkBand, type Network } from '#features/networks/index.ts'
import type { Choice } from './choices.ts'
import type { StepWords } from './letters.ts'
import { most, steps, type Step } from './words.ts'

/** For leads: the three emails, and whether the later two go. */
export function settingsView(
  ask: Ask,
  network: Network,
  choice: Choice,
  words: Record<Step, StepWords>,
): View {
  const on = choice.series_since !== null
  return page(ask, network, 'Welcome', {
    back: backToManage(network),
    body: html`${heading('Welcome')}
      <p class="govuk-body">What someone gets who has just joined. The first weeks decide whether people stay, and a word from a person does more than any email: say hello to those who are new.</p>
      ${network.sensitive && insetText({ text: 'In this network your words stand on a page that members read when they are signed in. The emails only say that there is something to read.' })}
      ${([0, 7, 30] as const).map((step) => letterCard(network, step, words[step], step === 0 || on))}
      ${heading('The two later emails', { level: 2 })}
      <p class="govuk-body">${on ? `They go to everyone who has joined since ${longDate(choice.series_since!)}. Each person can stop them, with a link in every email.` : 'They do not go to anyone now. If you let them go, only people who join from today on get them: those who are here already do not.'}</p>
      ${form({ action: `${home(network)}/series` }, html`<input type="hidden" name="on" value="${on ? 'no' : 'yes'}">`, button({ text: on ? 'Stop these emails for everyone' : 'Let these emails go', classes: on ? 'govuk-button--secondary' : '', preventDoubleClick: true }))}
      ${heading('Buddies', { level: 2 })}
      <p class="govuk-body">${choice.buddies ? 'New members can ask for a buddy.' : 'New members cannot ask for a buddy yet.'} <a class="govuk-link" href="/networks/${network.slug}/buddies">Buddies in this network</a></p>
      <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/welcome">See the page of welcome as members see it</a></p>`,
  })
}

function letterCard(network: Network, step: Step, { words, own }: StepWords, goes: boolean): Html {
  const { title, when } = steps[step]
  return summaryList({
    card: {
      title: { text: title, headingLevel: 2 },
      actions: {
        items: [
          {
            href: `${home(network)}/emails/${step}`,
            text: 'Change',
            visuallyHiddenText: 'this email',
          },
        ],
      },
    },
    rows: [
      {
        key: { text: 'When' },
        value: {
          html: html`${when}${!goes && html` ${tag({ text: 'Off', classes: 'govuk-tag--grey' })}`}`,
        },
      },
      {
        key: { text: 'How it begins' },
        value: { html: html`<span class="gh-break">${begins(words.opening)}</span>` },
      },
      {
        key: { text: 'A thing to do' },
        value: { html: html`<span class="gh-break">${words.todo}</span>` },
      },
      {
        key: { text: 'Whom to ask' },
        value: { html: html`<span class="gh-break">${words.contact || 'Not said'}</span>` },
      },
      { key: { text: 'Words' }, value: { text: own ? 'Your own' : 'The usual ones' } },
    ],
  })
}

/** For leads: the words of one email, with how it would look. */
export function wordsView(
  ask: Ask,
  network: Network,
  step: Step,
  { typed = {}, errors = [] }: Filling,
  more: { own: boolean; email?: Omit<Email, 'to'> },
): View {
  const title = `${steps[step].title}: the email`
  const part = (name: keyof typeof most, label: string, hint: string, rows: number) =>
    characterCount({
      ...field(name, { typed, errors }),
      label: { text: label, classes: 'govuk-label--m' },
      hint: { text: hint },
      maxlength: most[name],
      rows,
    })
  return page(ask, network, title, {
    back: { text: 'Back to welcome', href: home(network) },
    errors,
    body: html`${heading(title)}
      <p class="govuk-body">${steps[step].when}. ${steps[step].hint}</p>
      ${form(
        { action: `${home(network)}/emails/${step}` },
        part(
          'opening',
          'How it begins',
          'Plain text. An empty line begins a new paragraph, and a dash at the start of a line makes a list.',
          7,
        ),
        part(
          'todo',
          'One thing to do',
          'Small enough to do this week. One is better than five.',
          3,
        ),
        part(
          'contact',
          'Whom to ask',
          'A person who agreed to be named here, or an address that you all read. You can leave it empty.',
          2,
        ),
        actions(
          button({ text: 'Save', preventDoubleClick: true }),
          button({
            text: 'Show how it looks',
            name: 'show',
            value: 'yes',
            classes: 'govuk-button--secondary',
          }),
        ),
      )}
      ${more.email && looks(more.email, one(typed, 'show') === 'yes')}
      ${more.own && html`${heading('The usual words', { level: 2 })}<p class="govuk-body">You can throw your words away and go back to the words that we suggest.</p>${form({ action: `${home(network)}/emails/${step}/usual` }, button({ text: 'Go back to the usual words', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`}`,
  })
}

function looks({ subject, blocks }: Omit<Email, 'to'>, unsaved: boolean): Html {
  return html`<section class="govuk-summary-card" aria-labelledby="looks" id="how-it-looks">
    <div class="govuk-summary-card__title-wrapper"><h2 class="govuk-summary-card__title" id="looks">How the email looks${unsaved && ' (not saved yet)'}</h2></div>
    <div class="govuk-summary-card__content"><p class="govuk-body"><strong>Subject:</strong> <span class="gh-break">${subject}</span></p>${emailShown(blocks)}</div></section>`
}

/** The address of the page where leads look after their welcome. */
export const home = ({ slug }: Pick<Network, 'slug'>) => `/networks/${slug}/welcome/settings`

/** A page of welcome, for leads. */
function page(
  ask: Ask,
  network: Network,
  title: string,
  more: Partial<View> & { body: Html },
): View {
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'welcome'),
    robots: 'none',
    ...more,
  }
}

function begins(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/, '')} …`
}
