import { errorFor, field, form, type Filling } from '#kernel/forms.ts'
import { button, checkboxes, input, insetText, warningText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { all, type Ask, type View } from '#kernel/http.ts'
import { actions, empty, heading, stackedTable } from '#kernel/pieces.ts'
import { backToManage, networkBand, type Network } from '#features/networks/index.ts'
import { threshold, type Figures, type Measure } from './figures.ts'
import { isTaken, suggestions } from './forms.ts'
import type { Placement } from './placements.ts'
import { cautions, shortLink } from './words.ts'

/** The links of a network, with what came of each. */
export function placesView(
  ask: Ask,
  network: Network,
  placements: readonly Placement[],
  figures: ReadonlyMap<string, Figures>,
): View {
  const make = button({ text: 'Make a link', href: `${home(network)}/new` })
  return {
    ...page(ask, network, 'Promote the network'),
    back: backToManage(network),
    wide: true,
    body: html`${heading('Promote the network')}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body-l">Make a link for each place where people will see it. Then you can tell which places bring people, and put your time there.</p>
${cautions(ask.app, network).map((text) => insetText({ text }))}
${placements.length === 0 ? html`${noPlaces(make)}${notCounted(network)}` : make}
</div></div>
${
  placements.length > 0 &&
  html`${stackedTable({
    caption: 'Your links',
    columns: [
      'Where people see it',
      'To use',
      'Short link',
      { text: 'Opened', numeric: true },
      { text: 'Started to join', numeric: true },
      { text: 'Joined', numeric: true },
      { text: 'Change it', hidden: true },
    ],
    rows: placements.map((placement) => row(ask, network, placement, figures.get(placement.id))),
  })}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${notCounted(network)}${howWeCount(network)}</div></div>`
}`,
  }
}

/** Making links: where will people see them? */
export function placeView(
  ask: Ask,
  network: Network,
  before: readonly Placement[],
  { typed = {}, errors = [] }: Filling = {},
): View {
  const title = 'Where will people see the link?'
  const ticked = all(typed, 'place')
  const left = suggestions.filter((place) => !isTaken(place, before))
  return {
    ...page(ask, network, title),
    back: home(network),
    errors,
    body: html`${form(
      { action: `${home(network)}/new` },
      checkboxes({
        name: 'place',
        fieldset: {
          legend: { text: title, isPageHeading: true, classes: 'govuk-fieldset__legend--l' },
        },
        hint: {
          text: 'Each place gets a link and a code of its own. Only the leads see these names.',
        },
        errorMessage: errorFor(errors, 'place'),
        items: left.map((place) => ({
          value: place,
          text: place,
          checked: ticked.includes(place),
        })),
      }),
      input({
        ...field('other', { typed, errors }),
        label: { text: 'Somewhere else', classes: 'govuk-label--s' },
        hint: { text: 'For example, the staff room in Leeds.' },
      }),
      button({ text: 'Make links', preventDoubleClick: true }),
    )}`,
  }
}

/** Another name for a place. */
export function renameView(
  ask: Ask,
  network: Network,
  placement: Placement,
  { typed = { name: placement.name }, errors = [] }: Filling = {},
): View {
  const title = 'Where do people see this link?'
  return {
    ...page(ask, network, title),
    back: home(network),
    errors,
    body: form(
      { action: `${home(network)}/${placement.code}/name` },
      input({
        ...field('name', { typed, errors }),
        label: { text: title, isPageHeading: true, classes: 'govuk-label--l' },
        hint: { text: 'The link and its code stay as they are.' },
      }),
      actions(
        button({ text: 'Save', preventDoubleClick: true }),
        html`<a class="govuk-link" href="${home(network)}/${placement.code}/retirement">Retire this link</a>`,
      ),
    ),
  }
}

/** The end of a link. */
export function retirementView(ask: Ask, network: Network, placement: Placement): View {
  const title = `Retire the link for “${placement.name}”?`
  return {
    ...page(ask, network, title),
    back: home(network),
    body: html`${heading(title)}
${warningText({ text: 'Posters and messages that carry it will lead nowhere. A retired link does not come back.', iconFallbackText: 'Warning' })}
<p class="govuk-body">Take the posters down first. The link and what was counted disappear from your list.</p>
${form(
  { action: `${home(network)}/${placement.code}/retirement` },
  actions(
    button({
      text: 'Retire this link',
      classes: 'govuk-button--warning',
      preventDoubleClick: true,
    }),
    html`<a class="govuk-link" href="${home(network)}">Keep it</a>`,
  ),
)}`,
  }
}

/** The address of the page of links; each link is below it, by its code. */
export const home = (network: Pick<Network, 'slug'>) => `/networks/${network.slug}/promote`

/** What pages of the promotion have alike. */
export const page = (ask: Ask, network: Network, title: string) => ({
  title,
  section: network.name,
  network: networkBand(ask, network, 'promote'),
  robots: 'none' as const,
})

function row(ask: Ask, network: Network, placement: Placement, figures: Figures = {}) {
  const shown = (measure: Measure) => figures[measure]?.toLocaleString('en-GB') ?? withheld
  const change = html`<a class="govuk-link" href="${home(network)}/${placement.code}/name">Change<span class="govuk-visually-hidden"> ${placement.name}</span></a>`
  return [
    placement.name,
    html`<a class="govuk-link" href="${home(network)}/${placement.code}">Posters<span class="govuk-visually-hidden"> for ${placement.name}</span></a> and <a class="govuk-link" href="${home(network)}/${placement.code}/words">words<span class="govuk-visually-hidden"> for ${placement.name}</span></a>`,
    html`<span class="gh-break">${shortLink(ask.app, { code: '' })}<wbr>${placement.code}</span>`,
    shown('opened'),
    shown('started'),
    shown('joined'),
    change,
  ]
}

const withheld = `Fewer than ${threshold}`

function noPlaces(make: Html): Html {
  return empty({
    heading: 'No links yet',
    body: 'For example, one for the poster in the canteen and one for the article on the intranet. After a month you see which of them people followed.',
    action: make,
  })
}

// Below the links: whoever looks for HTML for an intranet page should come by those that are counted first.
function notCounted({ slug }: Network): Html {
  return html`${heading('A form without a count', { level: 2 })}
<p class="govuk-body">The links that you make here fit an intranet page too: their words come with HTML to paste. If you do not want to count, or want one form for your network and its parts, use <a class="govuk-link" href="/networks/${slug}/join-link">the address of the form</a>.</p>`
}

function howWeCount(network: Network): Html {
  const step = network.sensitive ? 'tens' : 'fives'
  return html`${heading('What is counted, and what is not', { level: 2 })}
<p class="govuk-body">We count how often each link is opened, and how many people who opened it start to join and join. We never keep who. Programs that open links by themselves are left out as far as we can tell.</p>
<p class="govuk-body">Numbers are renewed each night. Those below ${threshold} are not shown, and larger ones go up in ${step}, so that no number tells of one person.</p>`
}
