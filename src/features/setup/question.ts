import { field, type Filling } from '#kernel/forms.ts'
import { button, characterCount, textarea } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { type Ask, type View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { networkBand, type Network } from '#features/networks/index.ts'

/** A page of a step: a short form under a heading. */
export function page(
  ask: Ask,
  network: Network,
  step: number,
  title: string,
  { errors = [] }: Filling,
  body: Content,
): View {
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'setup'),
    back: { href: `/networks/${network.slug}/setup`, text: 'Setting up' },
    errors,
    body: html`${heading(title, { caption: `Step ${step} of 8` })}${body}`,
  }
}

/** A page of a step that asks one thing: the question is the heading. */
export function questionPage(
  ask: Ask,
  network: Network,
  step: number,
  question: string,
  filling: Filling,
  body: Content,
): View {
  return {
    ...page(ask, network, step, question, filling, ''),
    body: html`<span class="govuk-caption-l">Step ${step} of 8</span>${body}`,
  }
}

/** A question answered in words, on one line or several. As the heading where a page asks nothing else. */
export function textInput(
  name: string,
  { typed = {}, errors = [] }: Filling,
  of: { label: string; hint?: string; rows: number; most?: number; isHeading?: boolean },
): Html {
  const question = {
    ...field(name, { typed, errors }),
    rows: of.rows,
    label: {
      text: of.label,
      classes: of.isHeading ? 'govuk-label--l' : 'govuk-label--s',
      isPageHeading: of.isHeading,
    },
    hint: of.hint ? { text: of.hint } : undefined,
  }
  return of.most ? characterCount({ ...question, maxlength: of.most }) : textarea(question)
}

/** Saving, or leaving it as it was. */
export function save(network: Network): Html {
  return actions(
    button({ text: 'Save and continue', preventDoubleClick: true }),
    html`<a class="govuk-link" href="/networks/${network.slug}/setup">Back to setting up</a>`,
  )
}
