import { errorFor, form } from '#kernel/forms.ts'
import { button, checkboxes } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'
import { canJoin, type Choice } from '../queries.ts'
import type { Offered } from '../sets.ts'
import { whyNot } from '../words.ts'
import {
  boxOf,
  eachLearns,
  otherPages,
  remembered,
  searchBox,
  signInWords,
  type Choosing,
} from './choose.ts'

/** The first page of joining for a set: its networks under its title, and the others behind a search. */
export function chooseFromSetView(page: Choosing & { set: Offered }): View {
  const { set, search, from, signedIn, signInHref, errors = [] } = page
  const isTicked = new Set(page.ticked.map((network) => network.slug))
  const offered = set.networks.filter(canJoin)
  const others = page.ticked.filter(
    (network) => canJoin(network) && !set.networks.some((each) => each.slug === network.slug),
  )
  const rest = page.rest.length > 0 || others.length > 0
  return {
    title: set.title,
    errors,
    description: 'One form for these networks. It takes a minute, and there is no password.',
    body: html`${heading(set.title, { caption: set.by })}
      ${form(
        { action: '/join' },
        remembered(from),
        html`<input type="hidden" name="set" value="${set.slug}">`,
        offered.length > 0 && offeredBoxes(offered, isTicked, errors),
        notNow(set),
        heading('Other networks', { level: 2 }),
        set.more &&
          html`<p class="govuk-body">There are more networks in this list than fit here. Search for them by name.</p>`,
        searchBox(search, page.rest.length, isTicked.size > 0),
        rest && otherBoxes([...others, ...page.rest], isTicked, offered.length === 0, errors),
        otherPages(page.paged, page.next),
        (offered.length > 0 || rest) &&
          html`<div>${button({ text: 'Continue', preventDoubleClick: true })}</div>`,
      )}
      ${!signedIn && signInWords(signInHref)}`,
  }
}

const offeredBoxes = (
  networks: readonly Choice[],
  isTicked: ReadonlySet<string>,
  errors: readonly FormError[],
): Html =>
  checkboxes({
    name: 'network',
    fieldset: {
      legend: {
        text: 'Which of these networks do you want to join?',
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: { text: eachLearns },
    errorMessage: errorFor(errors, 'network'),
    items: networks.map((network) => boxOf(network, isTicked.has(network.slug))),
  })

/** Where the set has nothing to tick, the error of the form belongs here. */
const otherBoxes = (
  networks: readonly Choice[],
  isTicked: ReadonlySet<string>,
  isFirst: boolean,
  errors: readonly FormError[],
): Html =>
  checkboxes({
    name: 'network',
    idPrefix: isFirst ? 'network' : 'other-network',
    fieldset: {
      legend: {
        text: 'Which other networks do you want to join?',
        classes: 'govuk-fieldset__legend--s',
      },
    },
    errorMessage: isFirst ? errorFor(errors, 'network') : undefined,
    items: networks.map((network) => boxOf(network, isTicked.has(network.slug))),
  })

/** Those of the set that this reader cannot tick, and why. */
function notNow(set: Offered): Content {
  const networks = set.networks.filter((network) => !canJoin(network))
  if (networks.length === 0) return undefined
  return html`<ul class="govuk-list govuk-list--bullet">${networks.map((network) => html`<li>${whyNot(network)}</li>`)}</ul>`
}
