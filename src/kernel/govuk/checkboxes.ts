import type { Html } from '#kernel/html.ts'
import { choice, type ChoiceItem, choices } from './choice.ts'
import type { Maybe } from './content.ts'
import { fields, type FieldsParams } from './form-group.ts'

export type CheckboxesItem = ChoiceItem & {
  /** The name of the whole set, unless given. */
  name?: string
  /** Give `exclusive` to an answer such as “none of these”, which unticks the others. */
  behaviour?: 'exclusive'
}

export type CheckboxesParams = FieldsParams & {
  name: string
  /** The name, unless given. It is the first item's id, which the error summary can link to. */
  idPrefix?: string
  items: readonly Maybe<CheckboxesItem>[]
  /** The values of the items that are ticked. */
  values?: readonly (string | number)[] | null
  describedBy?: string
}

/** A question with as many answers as apply. */
export function checkboxes(params: CheckboxesParams): Html {
  const id = params.idPrefix || params.name
  return fields({ ...params, id }, (described) => {
    const ticked = new Set<unknown>(params.values)
    return choices('govuk-checkboxes', params, (item, index) =>
      choice(item, {
        type: 'checkbox',
        id: item.id || (index ? `${id}-${index + 1}` : id),
        name: item.name || params.name,
        isChecked: item.checked ?? ticked.has(item.value),
        describedBy: params.fieldset ? '' : described,
        behaviour: item.behaviour,
      }),
    )
  })
}
