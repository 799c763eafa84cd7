import type { Tx } from '#kernel/db.ts'
import { input, select } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Ask } from '#kernel/http.ts'
import { positionIn } from '#kernel/position.ts'
import type { Wanted } from '#features/members/index.ts'
import type { Network } from '#features/networks/index.ts'
import { organisationsMatching } from '#features/organisations/index.ts'
import { gradeSchemes, regions } from '#features/people/index.ts'
import { categoryName } from './words.ts'

/** What is looked for in the list, as typed. */
export type Filters = {
  search: string
  organisation: string
  region: string
  grade: string
  category: string
}

/** What is asked of the list. `wanted` is undefined when an organisation was typed that there is not. */
export async function readFilters(
  tx: Tx,
  ask: Ask,
  network: Network,
): Promise<{ filters: Filters; wanted?: Wanted }> {
  const asked = (name: string) => one(ask.query, name).slice(0, 100)
  const leads = network.leads
  const filters: Filters = {
    search: asked('search'),
    organisation: asked('organisation'),
    region: leads && regions.some(({ key }) => key === asked('region')) ? asked('region') : '',
    grade:
      leads &&
      gradeSchemes.some((scheme) =>
        scheme.grades.some(({ key }) => `${scheme.key}/${key}` === asked('grade')),
      )
        ? asked('grade')
        : '',
    category: leads && ['member', 'ally'].includes(asked('category')) ? asked('category') : '',
  }
  const organisations = filters.organisation
    ? (await organisationsMatching(tx, filters.organisation, 50)).map(({ id }) => id)
    : []
  if (filters.organisation && organisations.length === 0) return { filters }
  return {
    filters,
    wanted: {
      name: filters.search,
      organisations,
      region: filters.region,
      grade: filters.grade,
      category: (filters.category || undefined) as Wanted['category'],
      after: positionIn(one(ask.query, 'after')),
    },
  }
}

/** The fields that ask what to look for: those who are no leads look for names and organisations. */
export function filterFields(network: Network, filters: Filters): Html {
  const any = { value: '', text: 'Any' }
  return html`${input({ name: 'search', id: 'search', label: { text: 'Name' }, value: filters.search, hint: { text: 'The first three letters are enough' }, autocomplete: 'off', spellcheck: false })}
    ${input({ name: 'organisation', id: 'organisation', label: { text: 'Organisation' }, value: filters.organisation, autocomplete: 'off' })}
    ${
      network.leads &&
      html`
      ${select({ name: 'category', id: 'category', label: { text: 'Here as' }, value: filters.category, items: [any, { value: 'member', text: categoryName('member') }, { value: 'ally', text: categoryName('ally') }] })}
      ${select({ name: 'region', id: 'region', label: { text: 'Region' }, value: filters.region, items: [any, ...regions.map(({ key, label }) => ({ value: key, text: label }))] })}
      ${select({ name: 'grade', id: 'grade', label: { text: 'Grade' }, value: filters.grade, items: [any, ...gradeSchemes.flatMap((scheme) => scheme.grades.map(({ key, label }) => ({ value: `${scheme.key}/${key}`, text: `${scheme.label}: ${label}` })))] })}`
    }`
}
