import { errorFor, form } from '#kernel/forms.ts'
import { button, checkboxes, details, textarea } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { all, one, type Ask, type View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { gradeSchemes, regions } from '#features/people/index.ts'
import type { Network } from './find.ts'
import { settingsPage, type Shown } from './settings-views.ts'

/** Whom the network is for. */
export function scopeView(ask: Ask, network: Network, { typed, errors }: Shown): View {
  const isPrivacy = network.findable === 'organisations'
  const organisations = isPrivacy
    ? html`<h2 class="govuk-heading-m">Organisations</h2><p class="govuk-body">Only people in certain organisations can find this network. <a class="govuk-link" href="/networks/${network.slug}/settings/privacy">Change them with its privacy</a>.</p>`
    : textarea({
        id: 'organisations',
        name: 'organisations',
        rows: 4,
        label: { text: 'Organisations', classes: 'govuk-label--m' },
        hint: {
          text: 'Their names, one on each line. Leave this empty if it is for people in any organisation.',
        },
        value: one(typed, 'organisations'),
        errorMessage: errorFor(errors, 'organisations'),
      })
  const grades = gradeSchemes.map(({ key, label, grades: list }) =>
    details({
      summaryText: label,
      html: checkboxes({
        name: 'grades',
        idPrefix: `grades-${key}`,
        classes: 'govuk-checkboxes--small',
        values: all(typed, 'grades'),
        fieldset: { legend: { text: `Grades: ${label}`, classes: 'govuk-visually-hidden' } },
        items: list.map((grade) => ({ value: `${key}/${grade.key}`, text: grade.label })),
      }),
      open: all(typed, 'grades').some((grade) => grade.startsWith(`${key}/`)),
    }),
  )
  const body = html`${heading('Whom the network is for')}<p class="govuk-body">This is shown on the network’s page, so that people can tell whether it is for them. It does not keep anyone out.</p>${form(
    { action: `/networks/${network.slug}/settings/scope` },
    organisations,
    checkboxes({
      name: 'regions',
      classes: 'govuk-checkboxes--small',
      values: all(typed, 'regions'),
      fieldset: { legend: { text: 'Regions', classes: 'govuk-fieldset__legend--m' } },
      hint: { text: 'Choose none if it is for people everywhere.' },
      items: regions.slice(0, 13).map(({ key, label }) => ({ value: key, text: label })),
    }),
    html`<h2 class="govuk-heading-m">Grades</h2><p class="govuk-body">Choose none if it is for every grade.</p>${grades}`,
    button({ text: 'Save', preventDoubleClick: true }),
  )}`
  return settingsPage(ask, network, 'Whom the network is for', body, { errors })
}
