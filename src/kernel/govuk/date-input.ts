import { html, type Html } from '#kernel/html.ts'
import { type Dressing, dressed, filled } from './attributes.ts'
import { classes, content, type Maybe } from './content.ts'
import { fields, type FieldsParams } from './form-group.ts'
import { input } from './input.ts'

type Values = Readonly<Record<string, string | number | null | undefined>>

/** One of the fields of a date: without a name, `day`, `month` or `year`. */
export type DateInputPart = Dressing & {
  name?: string
  id?: string
  /** The name with a capital letter, unless given. */
  label?: string
  value?: string | number | null
  /** Whether this field is at fault. When none says so, an error message marks them all. */
  error?: boolean
  inputmode?: string
  autocomplete?: string
  pattern?: string
}

export type DateInputParams = FieldsParams & {
  id: string
  namePrefix?: string
  /** False leaves the field out. */
  day?: DateInputPart | false
  month?: DateInputPart | false
  year?: DateInputPart | false
  /** What was typed, by the name of the field, prefix and all. */
  values?: Values
  /** Fields of your own instead of day, month and year. */
  items?: readonly Maybe<DateInputPart & { name: string }>[]
}

/** A date people know, typed as numbers. */
export function dateInput(params: DateInputParams): Html {
  const parts = standardParts(params)
  const items = params.items?.length ? params.items : parts.map(({ part }) => part)
  const someHasError = items.some((item) => item && hasError(item))
  return fields(
    { ...params, role: 'group' },
    () => html`
<div${dressed('govuk-date-input', params)}${filled({ id: params.id })}>
  ${content(params.formGroup?.beforeInputs)}
  ${items.map((item) => item && field(item, params, parts, someHasError))}
  ${content(params.formGroup?.afterInputs)}
</div>`,
  )
}

function standardParts({ day, month, year, values }: DateInputParams) {
  return [
    { name: 'day', width: 2, part: day ?? { name: 'day', value: values?.day } },
    { name: 'month', width: 2, part: month ?? { name: 'month', value: values?.month } },
    { name: 'year', width: 4, part: year ?? { name: 'year', value: values?.year } },
  ] as const
}

function hasError({ error, classes: names }: DateInputPart): boolean {
  return Boolean(error || names?.includes('govuk-input--error'))
}

function field(
  item: DateInputPart,
  params: DateInputParams,
  parts: ReturnType<typeof standardParts>,
  someHasError: boolean,
): Html {
  const standard = parts.find(
    ({ name, part }) =>
      item === part || (item.name && (item.name === name || (part && item.name === part.name))),
  )
  const name = item.name ?? standard?.name ?? ''
  const inForm = params.namePrefix ? `${params.namePrefix}-${name}` : name
  const standardValue = standard?.part ? standard.part.value : undefined
  const isMarked = hasError(item) || (item.error !== false && params.errorMessage && !someHasError)
  return html`
<div class="govuk-date-input__item">
  ${input({
    label: { text: item.label || capitalised(name), classes: 'govuk-date-input__label' },
    id: item.id || `${params.id}-${name}`,
    classes: classes(
      'govuk-date-input__input',
      isMarked && !item.classes?.includes('govuk-input--error') && 'govuk-input--error',
      !item.classes?.includes('govuk-input--width-') &&
        `govuk-input--width-${standard?.width ?? 2}`,
      item.classes,
    ),
    name: inForm,
    value: item.value ?? standardValue ?? params.values?.[inForm],
    inputmode: item.inputmode || 'numeric',
    autocomplete: item.autocomplete,
    pattern: item.pattern,
    attributes: item.attributes,
  })}
</div>`
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
