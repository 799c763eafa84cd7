import { field, form, type Filling } from '#kernel/forms.ts'
import { button, details, input, insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import { actions } from '#kernel/pieces.ts'
import type { Network } from '#features/networks/index.ts'
import { page, save, textInput } from './question.ts'
import { missionTemplates, type MissionTemplate } from './templates.ts'

/** The mission, with templates to begin from. */
export function missionView(
  ask: Ask,
  network: Network,
  filling: Filling,
  isFilledIn = false,
): View {
  return page(
    ask,
    network,
    1,
    'What is your mission?',
    filling,
    html`
    <p class="govuk-body">One sentence that says whom you bring together, to do what, so that what changes. Read it aloud to someone who is new: do they see it at once?</p>
    ${isFilledIn ? insetText({ text: 'This is made from your answers. Change it until it sounds like you.' }) : beginnings(network, one(filling.typed ?? {}, 'mission') === '')}
    ${form({ action: `${home(network)}/mission` }, textInput('mission', filling, { label: 'Your mission', most: 600, rows: 4 }), save(network))}`,
  )
}

/** The questions of a template: the answers make the sentence. */
export function templateView(
  ask: Ask,
  network: Network,
  template: MissionTemplate,
  { typed = {}, errors = [] }: Filling,
): View {
  const line = (name: string, label: string, hint: string) =>
    input({
      ...field(name, { typed, errors }),
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
    })
  const body = html`
    <p class="govuk-body">For example: ${template.example}</p>
    ${form(
      { action: `${home(network)}/mission/${template.key}` },
      line('who', 'Who are the people?', 'For example, carers who work shifts.'),
      line('what', 'What do you do together?', 'Start with a verb. For example, share what helps.'),
      line(
        'outcome',
        'What changes because of it? (optional)',
        'For example, no one has to choose between work and family.',
      ),
      line('where', 'Where? (optional)', 'For example, across the NHS in Wales.'),
      actions(
        button({ text: 'Make the sentence', preventDoubleClick: true }),
        html`<a class="govuk-link" href="${home(network)}/mission">Choose another template</a>`,
      ),
    )}`
  return {
    ...page(ask, network, 1, template.label, { typed, errors }, body),
    back: { href: `${home(network)}/mission`, text: 'Your mission' },
  }
}

/** Templates to begin from: those for this type of network first. */
function beginnings(network: Network, open: boolean): Html {
  const items = (suits: boolean) =>
    missionTemplates
      .filter((template) => template.for.includes(network.type) === suits)
      .map(
        ({ key, label, example }) =>
          html`<li><a class="govuk-link" href="${home(network)}/mission/${key}">${label}</a><br><span class="govuk-hint">${example}</span></li>`,
      )
  const list = (suits: boolean) =>
    html`<ul class="govuk-list govuk-list--spaced">${items(suits)}</ul>`
  return html`${details({ summaryText: 'Begin from a template', open, html: list(true) })}${details({ summaryText: 'More templates', html: list(false) })}`
}

const home = (network: Network) => `/networks/${network.slug}/setup`
