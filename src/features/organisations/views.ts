import { longDate } from '#kernel/clock.ts'
import { errorFor, form } from '#kernel/forms.ts'
import {
  button,
  fileUpload,
  input,
  select,
  table,
  textarea,
  warningText,
} from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { one, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import type { AllowedDomain, DomainRequest, Kept } from './keeping.ts'
import { sectors, type Sector } from './sectors.ts'

type Filling = { typed?: Fields; errors?: FormError[] }
const crumbs = [{ text: 'Administration', href: '/admin' }]
const below = [...crumbs, { text: 'Organisations', href: '/admin/organisations' }]

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
          : table({
              caption: search ? `Organisations that match “${search}”` : 'Organisations, by name',
              captionClasses: 'govuk-table__caption--m',
              head: [{ text: 'Name' }, { text: 'Sector' }, { text: 'Domains' }],
              rows: rows.map((row) => [
                {
                  html: html`<a class="govuk-link" href="/admin/organisations/${row.id}">${row.name}</a>`,
                },
                { text: sectors[row.sector as Sector] ?? row.sector },
                { text: row.domains.join(', ') || 'None' },
              ]),
            })
      }
      ${more && html`<p class="govuk-body"><a class="govuk-link" href="${more}" rel="next">More organisations</a></p>`}`,
  }
}

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
          id: 'name',
          name: 'name',
          label: { text: 'Name' },
          value: one(given, 'name'),
          errorMessage: errorFor(errors, 'name'),
        }),
        select({
          id: 'sector',
          name: 'sector',
          label: { text: 'Sector' },
          value: one(given, 'sector'),
          errorMessage: errorFor(errors, 'sector'),
          items: [
            { value: '', text: 'Choose a sector' },
            ...Object.entries(sectors).map(([value, text]) => ({ value, text })),
          ],
        }),
        textarea({
          id: 'domains',
          name: 'domains',
          rows: 4,
          spellcheck: false,
          label: { text: 'Email domains' },
          hint: { text: 'One a line, such as example.gov.uk. Addresses below it count too.' },
          value: one(given, 'domains'),
          errorMessage: errorFor(errors, 'domains'),
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

export function importView({
  errors = [],
  problems = [],
  added,
}: {
  errors?: FormError[]
  problems?: { line: number; problem: string }[]
  added?: number
}): View {
  return {
    title: 'Bring a list of organisations',
    breadcrumbs: below,
    errors,
    body: html`<h1 class="govuk-heading-l">Bring a list of organisations</h1>
      ${added !== undefined && html`<p class="govuk-body" role="status">${added === 0 ? 'No organisation was new.' : added === 1 ? 'One organisation was added.' : `${added} organisations were added.`} Domains of organisations we knew were added to them.</p>`}
      ${problems.length > 0 && table({ caption: 'Lines that were not taken', captionClasses: 'govuk-table__caption--m', head: [{ text: 'Line' }, { text: 'Why' }], rows: problems.slice(0, 200).map((each) => [{ text: String(each.line) }, { text: each.problem }]) })}
      <p class="govuk-body">A CSV file with the columns <strong>name</strong>, <strong>sector</strong> and <strong>domains</strong>. Put a space between several domains. A sector is one of: ${Object.keys(sectors).join(', ')}.</p>
      ${form({ action: '/admin/organisations/import', files: true }, fileUpload({ id: 'list', name: 'list', label: { text: 'CSV file' }, errorMessage: errorFor(errors, 'list'), attributes: { accept: '.csv,text/csv' } }), button({ text: 'Bring the list', preventDoubleClick: true }))}`,
  }
}

export function domainsView({
  allowed,
  requests,
  typed = {},
  errors = [],
}: Filling & { allowed: AllowedDomain[]; requests: DomainRequest[] }): View {
  return {
    title: 'Email domains',
    breadcrumbs: crumbs,
    errors,
    body: html`<h1 class="govuk-heading-l">Email domains</h1>
      <p class="govuk-body">Domains of the public sector, and those of the <a class="govuk-link" href="/admin/organisations">organisations</a>, are let in already. Here you can let in others, such as a charity’s that works with you.</p>
      <h2 class="govuk-heading-m">Waiting for you</h2>
      ${requests.length === 0 && html`<p class="govuk-body">Nobody is waiting.</p>`}
      ${requests.map((each) => html`<div class="gh-card"><h3 class="govuk-heading-s">${each.domain}</h3><p class="govuk-body">Asked for on ${longDate(each.asked_on)} by ${each.address}.${each.reason && html` “${each.reason}”`}</p>${form({ action: `/admin/domains/requests/${each.id}`, class: 'govuk-button-group' }, button({ text: 'Let in', name: 'decision', value: 'allow', preventDoubleClick: true }), button({ text: 'Decline', name: 'decision', value: 'decline', classes: 'govuk-button--secondary', preventDoubleClick: true }))}</div>`)}
      <h2 class="govuk-heading-m">Let in</h2>
      ${
        allowed.length === 0
          ? html`<p class="govuk-body">No other domain has been let in.</p>`
          : table({
              caption: 'Domains let in',
              captionClasses: 'govuk-visually-hidden',
              head: [{ text: 'Domain' }, { text: 'Note' }, { text: 'Since' }, { text: 'Change' }],
              rows: allowed.map((each) => [
                { text: each.domain },
                { text: each.note },
                { text: longDate(each.allowed_on) },
                {
                  html: form(
                    { action: '/admin/domains/removal' },
                    html`<input type="hidden" name="domain" value="${each.domain}"><button class="gh-link-button" type="submit">Take off<span class="govuk-visually-hidden"> ${each.domain}</span></button>`,
                  ),
                },
              ]),
            })
      }
      <h2 class="govuk-heading-m">Let a domain in</h2>
      ${form(
        { action: '/admin/domains' },
        input({
          id: 'domain',
          name: 'domain',
          label: { text: 'Domain' },
          hint: { text: 'Such as example.org.uk' },
          spellcheck: false,
          value: one(typed, 'domain'),
          errorMessage: errorFor(errors, 'domain'),
        }),
        input({
          id: 'note',
          name: 'note',
          label: { text: 'Why (optional)' },
          value: one(typed, 'note'),
          errorMessage: errorFor(errors, 'note'),
        }),
        button({ text: 'Let it in', preventDoubleClick: true }),
      )}`,
  }
}
