import { errorFor } from '#kernel/forms.ts'
import { details, input, insetText, radios, select } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Fields } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'
import { regions } from '#features/people/index.ts'
import type { Draft } from './new-steps.ts'

/** What a question shows besides the draft: what was typed and is wrong with it. */
export type Shown = {
  typed?: Fields
  errors?: FormError[]
  parentName?: string
  same?: { slug: string; name: string }
}

/** What the whole journey is called. */
export const start = 'Start a network'

/** The first question. */
export function nameFields(draft: Draft, { typed, errors, parentName, same }: Shown): Html {
  return html`
${heading(start)}
<p class="govuk-body">It takes about five minutes, and you can change the answers later. Nobody else sees the network until you decide that it goes live.</p>
${parentName && insetText({ text: `It will be part of ${parentName}.` })}
${parentName && html`<input type="hidden" name="parent" value="${draft.parent}">`}
${input({
  id: 'name',
  name: 'name',
  label: { text: 'Name of the network', classes: 'govuk-label--m' },
  hint: {
    text: 'Choose a name that says who or what it is for. Spell out words that others may not know.',
  },
  value: typed ? one(typed, 'name') : draft.name,
  errorMessage: errorFor(errors, 'name'),
  autocomplete: 'off',
})}
${same && sameName(same)}`
}

/** Where to look at the network that has the name already. */
export const sameName = (same: { slug: string; name: string }): Html =>
  insetText({
    html: html`<a class="govuk-link" href="/networks/${same.slug}">See ${same.name}</a>. If it does what you have in mind, joining it is the quickest start.`,
  })

/** What a part of an umbrella may be. */
export const parts = [
  {
    value: 'sub-network',
    text: 'A sub-network',
    hint: { text: 'For some of the people, or one of the aims, of the whole.' },
  },
  {
    value: 'regional-hub',
    text: 'A regional hub',
    hint: { text: 'For people in one region, who can meet in person.' },
  },
]

/** The region of a regional hub. */
export const hubRegion = (value: string | null | undefined, errors?: FormError[]): Html =>
  select({
    id: 'region',
    name: 'region',
    value,
    errorMessage: errorFor(errors, 'region'),
    label: { text: 'Region' },
    hint: { text: 'Only for a regional hub.' },
    items: [
      { text: 'Choose a region', value: '' },
      ...regions.slice(0, 12).map(({ key, label }) => ({ text: label, value: key })),
    ],
  })

/** What a sensitive network is, and what changes in one. */
export const sensitiveWords: Html = html`
<p class="govuk-body">This may be so for a network about health, faith, sexual orientation or identity, or anything else that people may not want known at work.</p>
<p class="govuk-body">In a sensitive network:</p>
<ul class="govuk-list govuk-list--bullet">
<li>it is hidden, or a lead says yes to each person who asks</li>
<li>only leads see names, or nobody does</li>
<li>no email names the network in its subject</li>
<li>no number of members is published</li>
</ul>
${details({ summaryText: 'If you are not sure', text: 'Choose yes. You can always make a network more private at once. Making a live network less private takes the agreement of every lead and 30 days’ notice to its members.' })}`

/** A question with a few answers, whose words are the heading of the page. */
export function choices(
  name: string,
  title: string,
  items: Parameters<typeof radios>[0]['items'],
  value: string | undefined,
  errors?: FormError[],
  words?: Html,
): Html {
  const legend = { text: title, classes: 'govuk-fieldset__legend--l', isPageHeading: true }
  const field = { name, items, value, errorMessage: errorFor(errors, name) }
  if (!words) return radios({ ...field, fieldset: { legend } })
  return html`${heading(title)}${words}${radios({ ...field, fieldset: { legend: { text: 'Is it a sensitive network?', classes: 'govuk-fieldset__legend--m' } } })}`
}
