import { errorFor, field, form, type Filling } from '#kernel/forms.ts'
import { button, input, select, textarea, warningText } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { stackedTable } from '#kernel/pieces.ts'
import { type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import type { Kept } from './keeping.ts'
import { sectors, type Sector } from './sectors.ts'

const crumbs = [{ text: 'Administration', href: '/admin' }]
const below = [...crumbs, { text: 'Organisations', href: '/admin/organisations' }]

/** All organisations, searched and a page at a time. */
export function organisationsView({
  rows,
  next,
  search,
}: {
  rows: Kept[]
  next: string | undefined
  search: string
}): View {
  const more = next && `/admin/organisations?${new URLSearchParams({ search, after: next })}`
  return {
    title: 'Organisations',
    breadcrumbs: crumbs,
    wide: true,
    body: html`<h1 class="govuk-heading-l">Organisations</h1>
      <p class="govuk-body">An email domain tells which organisation somebody works for, so they need not say.</p>
      <p class="govuk-body"><a class="govuk-link" href="/admin/organisations/new">Add an organisation</a>, or <a class="govuk-link" href="/admin/organisations/import">bring a list</a>.</p>
      <form action="/admin/organisations" method="get" role="search" aria-label="Organisations">
        ${input({ id: 'search', name: 'search', label: { text: 'Name or domain' }, value: search, classes: 'govuk-!-width-one-half', type: 'search' })}
        ${button({ text: 'Search', classes: 'govuk-button--secondary' })}
      </form>
      ${
        rows.length === 0
          ? html`<p class="govuk-body">${search ? 'No organisation has that in its name or domains.' : 'There are no organisations yet. Bring a list, or add them one at a time.'}</p>`
          : stackedTable({
              caption: search ? `Organisations that match “${search}”` : 'Organisations, by name',
              columns: ['Name', 'Sector', 'Domains'],
              rows: rows.map((row) => [
                html`<a class="govuk-link" href="/admin/organisations/${row.id}">${row.name}</a>`,
                sectors[row.sector as Sector] ?? row.sector,
                html`<span class="gh-break">${row.domains.join(', ') || 'None'}</span>`,
              ]),
            })
      }
      ${more && html`<p class="govuk-body"><a class="govuk-link" href="${more}" rel="next">More organisations</a></p>`}`,
  }
}

/** One organisation with its domains, to change. */
export function organisationView({
  organisation,
  others,
  typed,
  errors = [],
  merging = [],
}: Filling & {
  organisation?: Kept
  others?: { id: string; name: string }[]
  merging?: FormError[]
}): View {
  const given: Fields =
    typed ??
    (organisation
      ? {
          name: organisation.name,
          sector: organisation.sector,
          domains: organisation.domains.join('\n'),
        }
      : {})
  const title = organisation ? organisation.name : 'Add an organisation'
  return {
    title,
    breadcrumbs: below,
    errors: [...errors, ...merging],
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      ${form(
        {
          action: organisation
            ? `/admin/organisations/${organisation.id}`
            : '/admin/organisations/new',
        },
        input({
          ...field('name', { typed: given, errors }),
          label: { text: 'Name' },
        }),
        select({
          ...field('sector', { typed: given, errors }),
          label: { text: 'Sector' },
          items: [
            { value: '', text: 'Choose a sector' },
            ...Object.entries(sectors).map(([value, text]) => ({ value, text })),
          ],
        }),
        textarea({
          ...field('domains', { typed: given, errors }),
          rows: 4,
          spellcheck: false,
          label: { text: 'Email domains' },
          hint: { text: 'One a line, such as example.gov.uk. Addresses below it count too.' },
        }),
        button({ text: 'Save', preventDoubleClick: true }),
      )}
      ${
        organisation &&
        others &&
        html`<h2 class="govuk-heading-m">Merge into another organisation</h2>
        ${warningText({ text: 'This cannot be taken back. Its domains and its people go to the organisation you choose.', iconFallbackText: 'Warning' })}
        ${form(
          { action: `/admin/organisations/${organisation.id}/merge` },
          select({
            id: 'into',
            name: 'into',
            label: { text: 'Organisation to keep' },
            errorMessage: errorFor(merging, 'into'),
            items: [
              { value: '', text: 'Choose an organisation' },
              ...others
                .filter((each) => each.id !== organisation.id)
                .map((each) => ({ value: each.id, text: each.name })),
            ],
          }),
          button({
            text: `Merge ${organisation.name} into it`,
            classes: 'govuk-button--warning',
            preventDoubleClick: true,
          }),
        )}`
      }`,
  }
}
