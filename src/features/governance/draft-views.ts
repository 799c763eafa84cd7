import { errorFor, form } from '#kernel/forms.ts'
import { button, details, insetText, taskList, warningText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, Fields, View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { joiningBy, namesSeenBy, networkBand, type Network } from '#features/networks/index.ts'
import { usualInviting } from './charter-parts.ts'
import { charterText, type Wording } from './charter-views.ts'
import { fingerprint, missingParts, type Draft, type Part } from './charter.ts'
import { clauseText, partTitles, question } from './draft-questions.ts'

/** The draft: its parts, what is still to say, and the way to adopt it. */
export function draftView(ask: Ask, network: Network, draft: Draft): View {
  const missing = missingParts(draft)
  const parts = Object.keys(partTitles) as Part[]
  const status = (part: Part) => {
    if (missing.includes(part)) return { tag: { text: 'To\u00a0do', classes: 'govuk-tag--blue' } }
    const isEmpty = { conduct: !draft.code_of_conduct, inviting: !draft.inviting }[part as string]
    return { text: isEmpty ? 'Optional' : 'Done' }
  }
  const items = parts.map((part) => ({
    title: { text: partTitles[part] },
    href: `${home(network)}/draft/${part}`,
    status: status(part),
  }))
  const names = {
    title: { text: 'Who sees members’ names?' },
    hint: { text: `${namesSeenBy[network.names].label}. This is a setting of the network.` },
    href: `/networks/${network.slug}/settings`,
    status: { text: 'Done' },
  }
  return {
    title: 'Draft of the charter',
    section: network.name,
    network: networkBand(ask, network, 'charter'),
    back: { href: home(network), text: 'Charter' },
    body: html`${heading('Draft of the charter', { caption: `Version ${draft.version}` })}
      <p class="govuk-body">${opening(draft)}</p>
      ${taskList({ items: [...items.slice(0, 3), names, ...items.slice(3)] })}
      ${
        missing.length
          ? insetText({
              text: `You can adopt the charter when every part is done. ${missing.length === 1 ? 'One part is' : `${missing.length} parts are`} left.`,
            })
          : draft.begun && button({ text: 'Read it through', href: `${home(network)}/adoption` })
      }
      ${draft.begun && html`<p class="govuk-body"><a class="govuk-link" href="${home(network)}/draft-removal">Throw this draft away</a></p>`}`,
  }
}

function opening({ version, begun }: Draft): string {
  if (version === 1)
    return 'Answer in any order. Each page is saved as you go, so you can come back later or share the work with another lead.'
  return begun
    ? `Version ${version - 1} stays in force until you adopt this one.`
    : `Nothing has been changed yet. Open a part to change it: version ${version - 1} stays in force until you adopt the new one.`
}

/** `opened` is what the page was first opened on; `changed`, that another lead saved something since. */
export type PartPage = {
  typed: Fields
  errors?: FormError[]
  draft: Draft
  opened?: string
  changed?: boolean
}

/** One part of the draft. When another lead changed it meanwhile, both wordings are shown and nothing is lost. */
export function partView(
  ask: Ask,
  network: Network,
  part: Part,
  { typed, errors = [], draft, opened, changed }: PartPage,
): View {
  const title = partTitles[part]
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'charter'),
    back: { href: `${home(network)}/draft`, text: 'Draft of the charter' },
    errors,
    body: html`${heading(title, { caption: `Charter, version ${draft.version}` })}
      ${changed && insetText({ html: html`<h2 class="govuk-heading-s">What the draft says now</h2>${clauseText(part, draft)}<p class="govuk-body">Below is what you typed. Save it to put it in place of this, or go back to leave it as it is.</p>` })}
      ${part === 'membership' && joiningSetting(network)}
      ${form(
        { action: `${home(network)}/draft/${part}` },
        html`<input type="hidden" name="opened" value="${opened ?? fingerprint(draft, part)}">`,
        question(part, { typed, error: (field) => errorFor(errors, field), network }),
        actions(
          button({ text: 'Save and continue', preventDoubleClick: true }),
          html`<a class="govuk-link" href="${home(network)}/draft">Back to the draft</a>`,
        ),
      )}`,
  }
}

/** The whole draft, to read before it is adopted. */
export function adoptionView(ask: Ask, network: Network, draft: Draft, changed = false): View {
  const wording: Wording = {
    ...draft,
    inviting: draft.inviting ?? usualInviting(network),
    mission: network.mission || network.purpose,
    joining: network.joining,
    names: network.names,
  }
  return {
    title: 'Read the charter and adopt it',
    section: network.name,
    network: networkBand(ask, network, 'charter'),
    back: { href: `${home(network)}/draft`, text: 'Draft of the charter' },
    errors: changed
      ? [
          {
            text: 'The draft changed while you were reading. Read it again, then adopt it',
            href: '#adopt',
          },
        ]
      : [],
    body: html`${heading('Read the charter and adopt it', { caption: `Version ${draft.version}` })}
      <p class="govuk-body">This is how everyone who can see the network will read it.</p>
      ${charterText(wording)}
      ${warningText({ text: 'An adopted version cannot be changed. To change the charter later, you adopt a new version, and this one stays in its history.', iconFallbackText: 'Warning' })}
      ${form(
        { action: `${home(network)}/adoption`, id: 'adopt' },
        html`<input type="hidden" name="read" value="${fingerprint(draft)}">`,
        html`<p class="govuk-body">By adopting it you say that those who decide for the network have agreed.</p>`,
        button({ text: 'Adopt this charter', preventDoubleClick: true }),
      )}`,
  }
}

/** Are they sure? */
export function removalView(ask: Ask, network: Network, draft: Draft): View {
  return {
    title: 'Throw this draft away?',
    section: network.name,
    network: networkBand(ask, network, 'charter'),
    back: { href: `${home(network)}/draft`, text: 'Draft of the charter' },
    body: html`${heading('Throw this draft away?')}
      <p class="govuk-body">What you and other leads wrote in the draft of version ${draft.version} will be gone.${draft.version > 1 && ` Version ${draft.version - 1} stays in force.`}</p>
      ${form(
        { action: `${home(network)}/draft-removal` },
        actions(
          button({
            text: 'Throw the draft away',
            classes: 'govuk-button--warning',
            preventDoubleClick: true,
          }),
          html`<a class="govuk-link" href="${home(network)}/draft">Keep it</a>`,
        ),
      )}`,
  }
}

const home = (network: Network) => `/networks/${network.slug}/charter`

function joiningSetting(network: Network): Html {
  const { label, hint } = joiningBy[network.joining]
  return html`${insetText({ html: html`<strong>${label}.</strong> ${hint}` })}
    ${details({ summaryText: 'Change how people join', html: html`<p class="govuk-body">That is one of the network’s <a class="govuk-link" href="/networks/${network.slug}/settings">privacy settings</a>. Change it there first, then come back to say why.</p>` })}`
}
