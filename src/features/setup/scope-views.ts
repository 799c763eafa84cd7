import { form, type Filling } from '#kernel/forms.ts'
import { checkboxes, details, insetText } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { all, type Ask, type View } from '#kernel/http.ts'
import type { Network } from '#features/networks/index.ts'
import { gradeSchemes, regions } from '#features/people/index.ts'
import { page, save, textInput } from './question.ts'

/** Which organisations, regions and grades it is for. */
export function scopeView(ask: Ask, network: Network, { typed = {}, errors = [] }: Filling): View {
  const ticked = (name: string) => all(typed, name)
  const grades = gradeSchemes.map((scheme) => {
    const items = scheme.grades
      .map(({ key, label }) => ({ value: `${scheme.key}/${key}`, text: label }))
      .filter(({ value }) => !value.endsWith('prefer-not-to-say'))
    const isOpen = ticked('grades').some((grade) => grade.startsWith(`${scheme.key}/`))
    return (
      items.length > 0 &&
      details({
        summaryText: scheme.label,
        open: isOpen,
        html: checkboxes({
          idPrefix: `grades-${scheme.key}`,
          name: 'grades',
          values: ticked('grades'),
          classes: 'govuk-checkboxes--small',
          fieldset: legend(scheme.label, 'govuk-visually-hidden'),
          items,
        }),
      })
    )
  })
  const body = html`
    <p class="govuk-body">This helps people to see whether the network is meant for them. It keeps nobody out. Leave empty what does not matter.</p>
    ${form(
      { action: `${home(network)}/scope` },
      network.findable === 'organisations'
        ? insetText({
            html: html`The organisations are those whose people can find the network. You choose them in its <a class="govuk-link" href="/networks/${network.slug}/settings">settings</a>.`,
          })
        : textInput(
            'organisations',
            { typed, errors },
            {
              label: 'Organisations',
              hint: 'One on each line. A part of the name is enough.',
              rows: 4,
            },
          ),
      checkboxes({
        idPrefix: 'regions',
        name: 'regions',
        values: ticked('regions'),
        classes: 'govuk-checkboxes--small',
        fieldset: legend('Regions', 'govuk-fieldset__legend--s'),
        items: regions
          .filter(({ key }) => key !== 'prefer-not-to-say')
          .map(({ key, label }) => ({ value: key, text: label })),
      }),
      html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Grades</legend>${grades}</fieldset>`,
      save(network),
    )}`
  return page(
    ask,
    network,
    1,
    'Is it for certain organisations, regions or grades?',
    { typed, errors },
    body,
  )
}

const legend = (text: string, classes: string) => ({ legend: { text, classes } })
const home = (network: Network) => `/networks/${network.slug}/setup`
