import { errorFor, form } from '#kernel/forms.ts'
import { button, details, fileUpload } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { stackedTable } from '#kernel/pieces.ts'
import { sectors } from './sectors.ts'

/** Where a list is brought; afterwards, what was added and what was not. */
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
    breadcrumbs: [
      { text: 'Administration', href: '/admin' },
      { text: 'Organisations', href: '/admin/organisations' },
    ],
    errors,
    body: html`<h1 class="govuk-heading-l">Bring a list of organisations</h1>
      ${added !== undefined && html`<p class="govuk-body" role="status">${added === 0 ? 'No organisation was new.' : added === 1 ? 'One organisation was added.' : `${added} organisations were added.`} Domains of organisations we knew were added to them.</p>`}
      ${problems.length > 0 && stackedTable({ caption: 'Lines that were not taken', columns: ['Line', 'Why'], rows: problems.slice(0, 200).map((each) => [`Line ${each.line}`, each.problem]) })}
      <p class="govuk-body">A CSV file with the columns <strong>name</strong>, <strong>sector</strong> and <strong>domains</strong>. Put a space between several domains. A sector is one of the words below.</p>
      ${details({ summaryText: 'Words for sectors', html: html`<dl class="gh-facts">${Object.entries(sectors).map(([key, label]) => html`<div><dt>${key}:</dt> <dd>${label}</dd></div>`)}</dl>` })}
      ${form({ action: '/admin/organisations/import', files: true }, fileUpload({ id: 'list', name: 'list', label: { text: 'CSV file' }, errorMessage: errorFor(errors, 'list'), attributes: { accept: '.csv,text/csv' } }), button({ text: 'Bring the list', preventDoubleClick: true }))}`,
  }
}
