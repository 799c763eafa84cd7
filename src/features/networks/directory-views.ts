import { button, input, pagination, select } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { Page } from '#kernel/layout.ts'
import { cards, empty, filters, heading, type Card } from '#kernel/pieces.ts'
import { regionLabel, regions } from '#features/people/index.ts'
import { aliveWords, joiningWords } from './alive.ts'
import { addressWith, type Asked } from './filters.ts'
import type { Listed, Listing } from './listing.ts'
import { themes } from './themes.ts'
import { networkStatuses, networkTypes } from './words.ts'

/** The directory: what is asked for beside what there is. */
export function directoryView(asked: Asked, listing: Listing, today: string): Page {
  const title = asked.umbrella ? `Networks that are part of ${asked.umbrella.name}` : 'Networks'
  return {
    title,
    wide: true,
    description:
      'Find a network of people in public service: for who you are, what you do, or what you want to change.',
    alternate: [
      {
        type: 'application/atom+xml',
        title: 'New networks',
        href: addressWith('/networks.atom', asked),
      },
    ],
    body: html`
${heading(title, { size: 'xl' })}
<p class="govuk-body-l">Find people who share what you do, who you are, or what you want to change.</p>
${ideas(asked)}
${filters({ action: '/networks', fields: fields(asked), results: results(asked, listing, today), label: 'Find networks' })}`,
  }
}

/** What nobody can join yet is apart from what they can. */
const ideas = ({ filters }: Asked): Html =>
  filters.status === 'proposed'
    ? html`<p class="govuk-body">These are ideas for networks. Say that you would join one, and it may start. <a class="govuk-link" href="/networks">See the networks that you can join now</a></p>`
    : html`<p class="govuk-body"><a class="govuk-link" href="/networks?status=proposed">See ideas for new networks</a>, and say which you would join.</p>`

function fields({ typed }: Asked): Html {
  const choose = (
    name: keyof Asked['typed'],
    label: string,
    any: string,
    items: readonly { key: string; label: string }[],
  ) =>
    select({
      id: name,
      name,
      label: { text: label },
      value: typed[name],
      items: [
        { text: any, value: '' },
        ...items.map((item) => ({ text: item.label, value: item.key })),
      ],
    })
  const kinds = Object.entries(networkTypes).map(([key, { label }]) => ({ key, label }))
  const statuses = (['live', 'dormant', 'closed', 'proposed'] as const).map((key) => ({
    key,
    label: networkStatuses[key].label,
  }))
  return html`
${typed.umbrella && html`<input type="hidden" name="umbrella" value="${typed.umbrella}">`}
${input({ id: 'q', name: 'q', type: 'search', label: { text: 'Search' }, hint: { text: 'For example: carers, data, Leeds' }, value: typed.q, autocomplete: 'off' })}
${choose('type', 'Kind', 'Every kind', kinds)}
${choose('theme', 'About', 'Anything', themes)}
${input({ id: 'organisation', name: 'organisation', label: { text: 'For people in' }, hint: { text: 'An organisation, or a part of its name' }, value: typed.organisation, autocomplete: 'off' })}
${choose('region', 'Region', 'Anywhere', regions.slice(0, 13))}
${choose('status', 'Status', 'Live or resting', statuses)}`
}

function results(asked: Asked, listing: Listing, today: string): Content {
  const { networks, previous, next } = listing
  const isFiltered = Object.keys(asked.filters).length > 0
  if (networks.length === 0) return isFiltered ? nothingFound(asked) : nothingYet()
  const link = (more: Record<string, string>) => ({ href: addressWith('/networks', asked, more) })
  return html`
<h2 class="govuk-heading-m">${countWords(listing)}</h2>
${asked.organisations && meantWords(asked.organisations)}
${cards(networks.map((each) => cardOf(each, today)))}
${
  (previous || next) &&
  pagination({
    previous: previous && link({ before: previous }),
    next: next && link({ after: next }),
    landmarkLabel: 'Pages of networks',
  })
}`
}

function cardOf(network: Listed, today: string): Card {
  const region = network.region && regionLabel(network.region)
  return {
    heading: network.name,
    href: `/networks/${network.slug}`,
    cloth: network.name,
    sensitive: network.sensitive,
    level: 3 as const,
    kind: [networkTypes[network.type].label, region].filter(Boolean).join(', '),
    purpose: shortened(network.purpose, 180),
    facts: [
      { term: 'For:', text: shortened(network.audience, 110) },
      { term: 'Join:', text: joiningWords(network) },
      { term: 'Now:', text: aliveWords(network, network.figure, today) },
    ],
  }
}

function countWords({ count, more }: Listing): string {
  if (more) return `More than ${count} networks`
  return count === 1 ? '1 network' : `${count} networks`
}

/** Which organisations the typed words were taken for. */
function meantWords(organisations: readonly { name: string }[]): Html {
  const some = organisations
    .slice(0, 3)
    .map((each) => each.name)
    .join(', ')
  return html`<p class="govuk-body">For people in ${some}${organisations.length > 3 && ` and ${organisations.length - 3} more`}.</p>`
}

function nothingFound(asked: Asked): Html {
  const unknown =
    asked.organisations?.length === 0 &&
    html`<p class="govuk-body">We know no organisation called “${asked.typed.organisation}”.</p>`
  return empty({
    heading: 'No networks found',
    body: html`${unknown}<p class="govuk-body">Try fewer or other words, or leave out a filter. Some networks are only shown to people who are signed in, or who work for certain organisations.</p>`,
    action: html`${button({ text: 'Show all networks', href: '/networks', classes: 'govuk-button--secondary' })}<a class="govuk-link" href="/networks/new">Start a network</a>`,
  })
}

function nothingYet(): Html {
  return empty({
    heading: 'There are no networks here yet',
    body: 'A network brings people together who share what they do, who they are, or what they want to change. It takes one person to start.',
    action: button({ text: 'Start a network', href: '/networks/new' }),
  })
}

/** Cut at a word, where a text is long. */
function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= most) return line
  return `${line
    .slice(0, most)
    .replace(/\s+\S*$/, '')
    .replace(/[,;:.]+$/, '')}…`
}
