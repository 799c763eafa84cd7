import { errorFor, form } from '#kernel/forms.ts'
import { button, details, input, insetText, radios, select, textarea } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { one, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'
import { regions } from '#features/people/index.ts'
import { addressOf, before, type Draft, type StepKey } from './new-steps.ts'
import { findableBy, joiningBy, namesSeenBy, networkTypes, type Word } from './words.ts'

/** What a question shows besides the draft: what was typed and is wrong with it. */
export type Shown = { typed?: Fields; errors?: FormError[]; parentName?: string; same?: { slug: string; name: string } }

/** One question of starting a network. */
export function questionView(step: StepKey, draft: Draft, shown: Shown = {}): View {
  const { title, fields } = questions[step](draft, shown)
  const back = before(draft, step)
  return {
    title,
    section: title === start ? undefined : start,
    back: back ? addressOf(back) : '/networks',
    errors: shown.errors,
    body: form({ action: addressOf(step) }, fields, button({ text: 'Continue', preventDoubleClick: true })),
  }
}

const start = 'Start a network'
const big = 'govuk-label--l'
type Question = { title: string; fields: Content }

const questions: Record<StepKey, (draft: Draft, shown: Shown) => Question> = {
  name: (draft, shown) => ({ title: start, fields: nameFields(draft, shown) }),

  part: (draft, { typed, errors }) => {
    const title = 'What part will it be?'
    const value = (name: 'kind' | 'region') => (typed ? one(typed, name) : draft[name])
    return { title, fields: html`${choices('kind', title, parts, value('kind'), errors)}${hubRegion(value('region'), errors)}` }
  },

  type: (draft, shown) => oneOf('type', 'What kind of network is it?', networkTypes, draft.type, shown),

  purpose: (draft, shown) =>
    long('purpose', 'What is the network for?', 'Say it in a sentence or two, as you would to a colleague in a lift. Anyone who can find the network sees this first.', draft.purpose, shown),

  audience: (draft, shown) =>
    long('audience', 'Who is it for?', 'Say who will feel at home in it, and whether others may come too. For example: people who look after someone, paid or not, and those who support them.', draft.audience, shown),

  findable: (draft, shown) => oneOf('findable', 'Who can find the network?', findableBy, draft.findable, shown),

  organisations: (draft, shown) =>
    long('organisations', 'Which organisations can find it?', 'Write their names, one on each line. A part of a name will do where it can only be one.', draft.organisations?.map(({ name }) => name).join('\n'), shown),

  joining: (draft, shown) => oneOf('joining', 'How do people join?', joiningBy, draft.joining, shown),

  names: (draft, shown) => oneOf('names', 'Who sees members’ names?', namesSeenBy, draft.names, shown),

  sensitive: (draft, shown) => {
    const title = 'Could being known as a member harm someone?'
    const value = shown.typed ? one(shown.typed, 'sensitive') : draft.sensitive === undefined ? undefined : draft.sensitive ? 'yes' : 'no'
    const items = [
      { value: 'yes', text: 'Yes, treat it as sensitive' },
      { value: 'no', text: 'No' },
    ]
    return { title, fields: choices('sensitive', title, items, value, shown.errors, sensitiveWords) }
  },
}

const parts = [
  { value: 'sub-network', text: 'A sub-network', hint: { text: 'For some of the people, or one of the aims, of the whole.' } },
  { value: 'regional-hub', text: 'A regional hub', hint: { text: 'For people in one region, who can meet in person.' } },
]

/** The region of a regional hub. */
export const hubRegion = (value: string | null | undefined, errors?: FormError[]): Html =>
  select({
    id: 'region', name: 'region', value, errorMessage: errorFor(errors, 'region'),
    label: { text: 'Region' }, hint: { text: 'Only for a regional hub.' },
    items: [{ text: 'Choose a region', value: '' }, ...regions.slice(0, 12).map(({ key, label }) => ({ text: label, value: key }))],
  })

function nameFields(draft: Draft, { typed, errors, parentName, same }: Shown): Html {
  return html`
${heading(start)}
<p class="govuk-body">It takes about five minutes, and you can change the answers later. Nobody else sees the network until you decide that it goes live.</p>
${parentName && insetText({ text: `It will be part of ${parentName}.` })}
${parentName && html`<input type="hidden" name="parent" value="${draft.parent}">`}
${input({
  id: 'name', name: 'name', label: { text: 'Name of the network', classes: 'govuk-label--m' },
  hint: { text: 'Choose a name that says who or what it is for. Spell out words that others may not know.' },
  value: typed ? one(typed, 'name') : draft.name, errorMessage: errorFor(errors, 'name'), autocomplete: 'off',
})}
${same && sameName(same)}`
}

/** Where to look at the network that has the name already. */
export const sameName = (same: { slug: string; name: string }): Html =>
  insetText({ html: html`<a class="govuk-link" href="/networks/${same.slug}">See ${same.name}</a>. If it does what you have in mind, joining it is the quickest start.` })

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

function oneOf(name: StepKey, title: string, words: Record<string, Word>, value: string | undefined, { typed, errors }: Shown): Question {
  const items = Object.entries(words).map(([key, { label, hint }]) => ({ value: key, text: label, hint: { text: hint } }))
  return { title, fields: choices(name, title, items, typed ? one(typed, name) : value, errors) }
}

function choices(name: string, title: string, items: Parameters<typeof radios>[0]['items'], value: string | undefined, errors?: FormError[], words?: Html): Html {
  const legend = { text: title, classes: 'govuk-fieldset__legend--l', isPageHeading: true }
  const field = { name, items, value, errorMessage: errorFor(errors, name) }
  if (!words) return radios({ ...field, fieldset: { legend } })
  return html`${heading(title)}${words}${radios({ ...field, fieldset: { legend: { text: 'Is it a sensitive network?', classes: 'govuk-fieldset__legend--m' } } })}`
}

function long(name: StepKey, title: string, hint: string, value: string | undefined, { typed, errors }: Shown): Question {
  return {
    title,
    fields: textarea({
      id: name, name, rows: 5, label: { text: title, classes: big, isPageHeading: true }, hint: { text: hint },
      value: typed ? one(typed, name) : value, errorMessage: errorFor(errors, name),
    }),
  }
}
