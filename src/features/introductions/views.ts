import { longDate } from '#kernel/clock.ts'
import { field, form, type Filling } from '#kernel/forms.ts'
import { button, characterCount, input, insetText, summaryList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import type { Mine } from './mine.ts'
import { purposes } from './words.ts'

/** One introduction, for one of the two: to answer, to wait, or how to reach the other. */
export function introductionView(ask: Ask, network: Network, mine: Mine, filling: Filling): View {
  const { title } = purposes[mine.purpose][mine.part]
  const body = {
    asked: () => askedBody(network, mine, filling),
    waiting: () => waitingBody(network, mine),
    agreed: () => agreedBody(network, mine),
  }[mine.state]()
  return {
    title,
    section: network.name,
    network: networkBand(ask, network),
    robots: 'none',
    errors: filling.errors,
    back: { text: 'Back to your membership', href: `/networks/${network.slug}/membership` },
    body: html`${heading(title)}
      ${mine.about && insetText({ html: prose(mine.about) })}
      ${body}`,
  }
}

/** What someone tells the other when they say yes. */
export function wordFields(filling: Filling): Html {
  return html`${input({
    ...field('name', filling),
    label: { text: 'Your name, as the other person will see it', classes: 'govuk-label--s' },
    autocomplete: 'off',
    spellcheck: false,
    classes: 'govuk-input--width-20',
  })}
    ${input({
      ...field('reach', filling),
      label: { text: 'How can they reach you?', classes: 'govuk-label--s' },
      hint: { text: 'An email address, a phone number, or where to find you in Teams.' },
      autocomplete: 'off',
      spellcheck: false,
    })}
    ${characterCount({
      ...field('note', filling),
      label: { text: 'A few words to begin with (optional)', classes: 'govuk-label--s' },
      hint: { text: 'For example, when you are free.' },
      maxlength: 500,
      rows: 3,
    })}`
}

/** On the page of one's membership, and others: the introductions that go on. */
export function introductionList(network: Pick<Network, 'slug'>, list: readonly Mine[]): Html {
  return html`<ul class="govuk-list govuk-list--spaced">${list.map(
    (mine) =>
      html`<li><a class="govuk-link" href="${at(network, mine)}">${stateWords(mine)}</a></li>`,
  )}</ul>`
}

function askedBody(network: Pick<Network, 'slug'>, mine: Mine, filling: Filling): Html {
  return html`<p class="govuk-body">${purposes[mine.purpose][mine.part].question}</p>
    <p class="govuk-body">Neither of you learns who the other is, unless you both say yes. What you write below goes to the other person then, and to nobody else. The leads do not see it.</p>
    ${form(
      { action: `${at(network, mine)}/yes` },
      wordFields(filling),
      button({ text: 'Yes, introduce us', preventDoubleClick: true }),
    )}
    ${heading('Not for you?', { level: 2, size: 's' })}
    <p class="govuk-body">Nobody is told that you said no. You can also leave it: after ${longDate(mine.ends_on)} it is over by itself.</p>
    ${ending(network, mine, 'No, thank you')}`
}

function waitingBody(network: Pick<Network, 'slug'>, mine: Mine): Html {
  return html`<p class="govuk-body">You said yes. ${purposes[mine.purpose][mine.part].waiting}</p>
    ${mine.own && said(mine.own, 'What they will read')}
    ${ending(network, mine, 'Take it back')}`
}

function agreedBody(network: Pick<Network, 'slug'>, mine: Mine): Html {
  return html`<p class="govuk-body">You have both said yes. Write to each other soon: a quarter of an hour is enough for a start.</p>
    ${mine.other && said(mine.other, 'The other person')}
    ${mine.asksHelped && helped(network, mine)}
    ${heading('Ending it', { level: 2, size: 's' })}
    <p class="govuk-body">It lasts until ${longDate(mine.ends_on)}. You can end it before then. The other person is not told, and need not be.</p>
    ${ending(network, mine, 'End it now')}`
}

function said({ name, reach, note }: NonNullable<Mine['own']>, title: string): Html {
  const row = (key: string, value: string) => ({
    key: { text: key },
    value: { html: html`<span class="gh-break">${value}</span>` },
  })
  return summaryList({
    card: { title: { text: title, headingLevel: 2 } },
    rows: [
      row('Name', name),
      row('How to reach them', reach),
      note !== '' && row('They wrote', note),
    ],
  })
}

function helped(network: Pick<Network, 'slug'>, mine: Mine): Html {
  const answer = (value: string, text: string) =>
    button({ text, name: 'helped', value, classes: 'govuk-button--secondary' })
  return html`${heading('Did it help?', { level: 2 })}
    <p class="govuk-body">Only the number of answers is shown to anyone.</p>
    ${form({ action: `${at(network, mine)}/helped` }, actions(answer('yes', 'It helped'), answer('no', 'It did not help')))}`
}

function ending(network: Pick<Network, 'slug'>, mine: Mine, text: string): Html {
  return form(
    { action: `${at(network, mine)}/end` },
    button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true }),
  )
}

function stateWords(mine: Mine): string {
  const { title } = purposes[mine.purpose][mine.part]
  if (mine.state === 'asked') return `${title}: we wait for your answer`
  if (mine.state === 'waiting') return `${title}: we wait for the other person`
  return `${mine.purpose === 'buddy' ? 'You and your buddy' : 'You are in touch'}: ${mine.other?.name ?? ''}, until ${longDate(mine.ends_on)}`
}

const at = ({ slug }: Pick<Network, 'slug'>, { id }: Mine) =>
  `/networks/${slug}/introductions/${id}`
