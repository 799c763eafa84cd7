import { longDate } from '#kernel/clock.ts'
import { field, form, type Filling } from '#kernel/forms.ts'
import { button, insetText, input, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions, empty, heading, stackedTable } from '#kernel/pieces.ts'
import type { Network } from '#features/networks/index.ts'
import { fromStart, timeWords, whenWords } from './clock-times.ts'
import { home, page, toLaunch } from './page.ts'
import type { Plan } from './plan.ts'
import { mostItems, type Item } from './run-sheet.ts'

/** What happens on the day, to change and to print. */
export function runSheetView(ask: Ask, network: Network, plan: Plan, items: Item[]): View {
  const title = network.sensitive ? 'Run sheet of the meeting' : 'Run sheet'
  return page(ask, network, title, {
    back: toLaunch(network),
    wide: true,
    // A paper that is left in a room says nothing of what the meeting was for.
    ...(network.sensitive ? { section: 'Meeting', network: undefined } : {}),
    body: html`${heading(title)}
      <p class="govuk-body">${longDate(plan.on_date)}, from ${timeWords(plan.starts)}${plan.place && `, ${plan.place}`}</p>
      ${
        items.length === 0
          ? empty({
              heading: 'Begin with ours',
              body: 'We have a run sheet for an hour in which people do something together. Take it and change what you like.',
              action: form(
                { action: `${home(network)}/run-sheet/usual` },
                button({ text: 'Begin with this run sheet', preventDoubleClick: true }),
              ),
            })
          : sheet(network, plan, items)
      }
      ${actions(items.length < mostItems && button({ text: 'Add a line', href: `${home(network)}/run-sheet/new`, classes: 'govuk-button--secondary' }), items.length > 0 && html`<a class="govuk-link" href="${home(network)}/run-sheet/clearing">Throw it away and begin again</a>`)}`,
  })
}

function sheet(network: Network, plan: Plan, items: Item[]): Html {
  return html`${network.sensitive && insetText({ text: 'Printed, this page does not name the network. Take every copy home with you.' })}
    ${stackedTable({
      caption: 'What happens when',
      columns: ['Time', 'What happens', 'Who sees to it', { text: 'Change', hidden: true }],
      rows: items.map((item) => [
        html`${whenWords(plan.starts, item.minute)}<br><span class="govuk-hint">${fromStart(item.minute)}</span>`,
        html`<span class="gh-break">${item.what}</span>`,
        html`<span class="gh-break">${item.who || 'Nobody yet'}</span>`,
        html`<a class="govuk-link gh-no-print" href="${home(network)}/run-sheet/${item.id}">Change<span class="govuk-visually-hidden"> what happens at ${whenWords(plan.starts, item.minute)}</span></a>`,
      ]),
    })}
    <p class="govuk-body gh-no-print">To have it on paper, print this page with your browser.</p>`
}

/** Asked before all of it goes. */
export function clearingView(ask: Ask, network: Network): View {
  const title = 'Throw the run sheet away?'
  return page(ask, network, title, {
    back: { text: 'Back to the run sheet', href: `${home(network)}/run-sheet` },
    body: html`${heading(title)}
      <p class="govuk-body">All its lines go, and nobody can bring them back. Then you can begin with ours again.</p>
      ${form({ action: `${home(network)}/run-sheet/clearing` }, button({ text: 'Throw it away', classes: 'govuk-button--warning', preventDoubleClick: true }))}`,
  })
}

/** One line, to write or change. */
export function lineView(
  ask: Ask,
  network: Network,
  item: { id?: string },
  filling: Filling,
): View {
  const title = item.id ? 'Change a line' : 'Add a line'
  const at = `${home(network)}/run-sheet/${item.id ?? 'new'}`
  return page(ask, network, title, {
    back: { text: 'Back to the run sheet', href: `${home(network)}/run-sheet` },
    errors: filling.errors,
    body: html`${heading(title)}
      ${form(
        { action: at },
        input({
          ...field('minute', filling),
          label: { text: 'Minutes from the start', classes: 'govuk-label--m' },
          hint: {
            text: '10 is ten minutes in, 0 is the start, and -15 is a quarter of an hour before.',
          },
          classes: 'govuk-input--width-4',
        }),
        textarea({
          ...field('what', filling),
          label: { text: 'What happens', classes: 'govuk-label--m' },
          rows: 3,
        }),
        input({
          ...field('who', filling),
          label: { text: 'Who sees to it (optional)', classes: 'govuk-label--m' },
          classes: 'govuk-input--width-20',
        }),
        button({ text: 'Save', preventDoubleClick: true }),
      )}
      ${item.id && form({ action: `${at}/removal` }, button({ text: 'Take this line away', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`,
  })
}
