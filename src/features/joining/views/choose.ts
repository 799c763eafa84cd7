import { errorFor, form } from '#kernel/forms.ts'
import { button, checkboxes, input, insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { actions, empty, heading } from '#kernel/pieces.ts'
import type { From } from '../application.ts'
import { canJoin, type Choice, type Choices, type Place } from '../queries.ts'
import { howToJoin, whyNot } from '../words.ts'

export type Choosing = Choices & {
  search: string
  from: From | null
  paged: boolean
  signedIn: boolean
  signInHref: string
  errors?: FormError[]
  /** A link to a set led here, and there is none that its reader may know of. */
  lostSet?: boolean
}

const question = 'Which networks do you want to join?'

/** The first page of joining: which networks? Those ticked stay in sight, whatever is searched for. */
export function chooseView({
  ticked,
  rest,
  next,
  search,
  from,
  paged,
  signedIn,
  signInHref,
  errors = [],
  lostSet = false,
}: Choosing): View {
  const chosen = ticked.filter(canJoin)
  const notNow = ticked.filter((network) => !canJoin(network))
  const searchable = search !== '' || paged || next !== undefined
  const none = chosen.length + rest.length === 0
  return {
    title: question,
    errors,
    description:
      'One form for as many networks as you like. It takes a minute, and there is no password.',
    body: html`${lostSet && insetText({ text: lost })}${notNow.map((network) => insetText({ text: whyNot(network) }))}
      ${none && !searchable ? nothingToJoin(signedIn || notNow.length > 0) : form({ action: '/join' }, remembered(from), boxes({ chosen, rest, search, searchable, paged, next, errors }), !none && button({ text: 'Continue', preventDoubleClick: true }))}
      ${!signedIn && signInWords(signInHref)}`,
  }
}

const lost =
  'The link you followed leads to a list of networks that is not there any more, or that you have to sign in to see. These are the networks you can join.'

/** For strangers: more may be shown to them once they are known. */
export const signInWords = (href: string): Html =>
  html`<p class="govuk-body">Some networks are shown only to people who are signed in. <a class="govuk-link" href="${href}">Sign in</a> to see them.</p>`

/** A network as a box to tick. */
export const boxOf = (network: Choice, ticked: boolean) => ({
  value: network.slug,
  text: network.name,
  checked: ticked,
  hint: {
    html: html`${network.purpose}${network.purpose && ' '}<strong>${howToJoin(network)}</strong>`,
  },
})

export const eachLearns =
  'Choose as many as you like. Each learns only what you tell it, never what else you join.'

type Boxes = {
  chosen: Choice[]
  rest: Choice[]
  search: string
  searchable: boolean
  paged: boolean
  next?: Place
  errors: FormError[]
}

function boxes({ chosen, rest, search, searchable, paged, next, errors }: Boxes): Html {
  return checkboxes({
    name: 'network',
    fieldset: {
      legend: { text: question, isPageHeading: true, classes: 'govuk-fieldset__legend--l' },
    },
    hint: { text: eachLearns },
    errorMessage: errorFor(errors, 'network'),
    formGroup: {
      beforeInputs: searchable
        ? { html: searchBox(search, rest.length, chosen.length > 0) }
        : undefined,
      afterInputs: { html: otherPages(paged, next) },
    },
    items: [
      ...chosen.map((network) => boxOf(network, true)),
      ...rest.map((network) => boxOf(network, false)),
    ],
  })
}

/** The question for words, and what was found. */
export function searchBox(search: string, found: number, keeps: boolean): Html {
  const kept = keeps ? ', and those you have ticked' : ''
  const words =
    found === 0
      ? `No ${keeps ? 'other ' : ''}network matches “${search}”. Try fewer words, or another word.`
      : `Networks that match “${search}”${kept}:`
  return html`${input({ name: 'search', label: { text: 'Search for a network' }, classes: 'govuk-input--width-20', value: search, spellcheck: false })}
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="show" value="search">Search</button>
    ${search && html`<p class="govuk-body" role="status">${words}${found === 0 && html` <a class="govuk-link" href="/join">See all networks</a>`}</p>`}`
}

/** Buttons to the first page and the next one. */
export function otherPages(paged: boolean, next: Place | undefined): Html {
  const show = (value: string, text: string) =>
    button({ text, name: 'show', value, classes: 'govuk-button--secondary' })
  return html`${(paged || next) && actions(paged && show('first', 'Back to the first networks'), next && show(`${next.id}.${next.name}`, 'Show more networks'))}`
}

/** What the form carries along: where its reader came from. */
export function remembered(from: From | null): Html {
  return html`${from && html`<input type="hidden" name="from" value="${from.code}">${from.networks.map((slug) => html`<input type="hidden" name="linked" value="${slug}">`)}`}`
}

/** Whoever is in all that they may join is not told that there is nothing here. */
function nothingToJoin(mayBeIn: boolean): Html {
  return html`${heading(question)}${empty({
    heading: mayBeIn
      ? 'There is no other network for you to join'
      : 'There is no network to join yet',
    body: mayBeIn
      ? 'Networks that are open to you, and that you are not in, are listed here. Is yours missing? You could start it.'
      : 'Networks that are open are listed here. You could start the first one.',
    action: html`<a class="govuk-link" href="/networks/new">Start a network</a>`,
  })}`
}
