import { form } from '#kernel/forms.ts'
import { button, insetText, summaryList } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { regionLabel } from '#features/people/index.ts'
import { addressOf, before, type Draft, type StepKey } from './new-steps.ts'
import { sameName, type Shown } from './new-fields.ts'
import { keptSafe, type Privacy } from './privacy.ts'
import { findableBy, joiningBy, namesSeenBy, networkTypes } from './words.ts'

/** All answers before a network is created: each with the way back to its question. */
export function checkView(draft: Draft, shown: Shown & { leadsParent?: boolean } = {}): View {
  const answers = keptSafe({ ...(draft as Omit<Privacy, 'organisations'>), organisations: [] })
  const changed = answers.joining !== draft.joining || answers.names !== draft.names
  const rows: [string, StepKey, Content][] = [
    ['Name of the network', 'name', draft.name],
    ['Kind', 'type', networkTypes[draft.type!].label],
    ['What it is for', 'purpose', prose(draft.purpose!)],
    ['Who it is for', 'audience', prose(draft.audience!)],
    ['Who can find it', 'findable', findableBy[draft.findable!].label],
    ['How people join', 'joining', joiningBy[answers.joining].label],
    ['Who sees names', 'names', namesSeenBy[answers.names].label],
    ['Sensitive', 'sensitive', draft.sensitive ? 'Yes' : 'No'],
  ]
  if (shown.parentName) rows.splice(1, 0, ['Part of', 'part', partOf(draft, shown)])
  if (draft.findable === 'organisations') {
    rows.splice(-3, 0, ['Organisations that can find it', 'organisations', list(draft)])
  }
  return {
    title: 'Check your answers',
    section: 'Start a network',
    back: addressOf(before(draft, 'check') ?? 'name'),
    errors: shown.errors,
    body: html`
${heading('Check your answers')}
${shown.same && sameName(shown.same)}
${changed && insetText({ text: 'Because the network is sensitive, we made how people join, or who sees names, more private than you chose.' })}
${summaryList({ rows: rows.map(([key, step, value]) => row(key, step, value)) })}
<h2 class="govuk-heading-m">What happens next</h2>
<p class="govuk-body">The network is set up, with you as its first member and lead. Nobody else sees it yet. We then lead you through eight steps, and you decide when it goes live.</p>
<p class="govuk-body">Are you not sure that enough people would join? Then propose it first. People say whether they would join, and you start it when there are enough.</p>
${form(
  { action: addressOf('check') },
  actions(
    button({ text: 'Create network', preventDoubleClick: true }),
    button({
      text: 'Propose it first',
      name: 'begin',
      value: 'proposal',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    }),
  ),
)}`,
  }
}

function row(key: string, step: StepKey, value: Content) {
  const change = { href: addressOf(step), text: 'Change', visuallyHiddenText: key.toLowerCase() }
  return { key: { text: key }, value: { html: html`${value}` }, actions: { items: [change] } }
}

function partOf(
  draft: Draft,
  { parentName, leadsParent }: { parentName?: string; leadsParent?: boolean },
): Html {
  const what =
    draft.kind === 'regional-hub'
      ? `regional hub for ${regionLabel(draft.region ?? '') ?? 'a region'}`
      : 'sub-network'
  return html`${parentName}, as a ${what}${!leadsParent && html`<br>Its leads decide whether to take it in, and see its name and what it is for.`}`
}

function list(draft: Draft): Html {
  return html`<ul class="govuk-list">${draft.organisations?.map(({ name }) => html`<li>${name}</li>`)}</ul>`
}
