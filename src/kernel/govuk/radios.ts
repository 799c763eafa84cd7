import type { Html } from '#kernel/html.ts'
import { choice, type ChoiceItem, choices } from './choice.ts'
import type { Maybe } from './content.ts'
import { fields, type FieldsParams } from './form-group.ts'

export type RadiosItem = ChoiceItem

export type RadiosParams = FieldsParams & {
  name: string
  /** The name, unless given. It is the first item's id, which the error summary can link to. */
  idPrefix?: string
  items: readonly Maybe<RadiosItem>[]
  /** The value of the item that is chosen. */
  value?: string | number | null
}

/** A question with one answer out of a few. */
export function radios(params: RadiosParams): Html {
  const id = params.idPrefix || params.name
  const chosen = params.value ? String(params.value) : undefined
  return fields({ ...params, id }, () =>
    choices('govuk-radios', params, (item, index) =>
      choice(item, {
        type: 'radio',
        id: item.id || (index ? `${id}-${index + 1}` : id),
        name: params.name,
        isChecked: item.checked ?? (chosen !== undefined && String(item.value) === chosen),
      }),
    ),
  )
}
