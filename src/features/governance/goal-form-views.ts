import { dateQuestion } from '#kernel/dates.ts'
import { errorFor, field, form, type Filling } from '#kernel/forms.ts'
import { button, details, input, insetText, radios, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import { goalPresets } from './goal-presets.ts'
import { outcomes, targetText } from './goal-words.ts'
import type { Goal } from './goals.ts'

/** Adding a goal, or saying one anew. */
export function goalView(
  ask: Ask,
  network: Network,
  { typed = {}, errors = [] }: Filling,
  goal?: Goal,
): View {
  const title = goal ? 'Change this goal' : 'Add a goal'
  const text = (name: string) => field(name, { typed, errors })
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'goals'),
    back: home(network),
    errors,
    body: html`${heading(title)}
      ${!goal && presetLinks(network)}
      ${form(
        { action: goal ? `${home(network)}/${goal.id}` : `${home(network)}/new` },
        textarea({
          ...text('statement'),
          rows: 2,
          label: label('What do you want to achieve?'),
          hint: { text: 'One sentence that anyone understands.' },
        }),
        input({
          ...text('measure'),
          label: label('What will you count?'),
          hint: { text: 'For example, new members.' },
        }),
        input({
          ...text('unit'),
          classes: 'govuk-input--width-10',
          label: label('What is it counted in? (optional)'),
          hint: { text: 'For example people, events, hours or %.' },
        }),
        input({
          ...text('baseline'),
          classes: 'govuk-input--width-5',
          inputmode: 'decimal',
          label: label('What is the number now? (optional)'),
          hint: { text: 'Leave it empty if you do not know yet.' },
        }),
        input({
          ...text('target'),
          classes: 'govuk-input--width-5',
          inputmode: 'decimal',
          label: label('What number do you aim for?'),
        }),
        dateQuestion('by', { typed, errors }, { legend: 'By when?', size: 's' }),
        actions(
          button({ text: 'Save goal', preventDoubleClick: true }),
          goal &&
            html`<a class="govuk-link" href="${home(network)}/${goal.id}/ending">End this goal</a>`,
        ),
      )}`,
  }
}

/** A goal is over: how did it go? */
export function endingView(
  ask: Ask,
  network: Network,
  goal: Goal,
  { typed = {}, errors = [] }: Filling = {},
): View {
  return {
    title: 'How did this goal end?',
    section: network.name,
    network: networkBand(ask, network, 'goals'),
    back: home(network),
    errors,
    body: html`${heading('How did this goal end?')}
      ${insetText({ html: html`${goal.statement}<br>${targetText(goal)}` })}
      ${form(
        { action: `${home(network)}/${goal.id}/ending` },
        radios({
          idPrefix: 'outcome',
          name: 'outcome',
          value: one(typed, 'outcome'),
          errorMessage: errorFor(errors, 'outcome'),
          fieldset: {
            legend: { text: 'How did this goal end?', classes: 'govuk-visually-hidden' },
          },
          hint: { text: 'It stays on the goals page, so that others can learn from it.' },
          items: Object.entries(outcomes).map(([value, { choice }]) => ({ value, text: choice })),
        }),
        button({ text: 'End goal', preventDoubleClick: true }),
      )}`,
  }
}

const home = (network: Network) => `/networks/${network.slug}/goals`
const label = (text: string) => ({ text, classes: 'govuk-label--s' })

function presetLinks(network: Network): Html {
  const links = goalPresets.map(
    ({ key, statement }) =>
      html`<li><a class="govuk-link" href="${home(network)}/new?example=${key}">${statement}</a></li>`,
  )
  return details({
    summaryText: 'Start from an example',
    html: html`<p class="govuk-body">Choose one to fill in this form. Then change it until it is yours.</p>
      <ul class="govuk-list govuk-list--bullet">${links}</ul>`,
  })
}
