import { html, type Html } from '#kernel/html.ts'
import { choice, type ChoiceItem, choices } from './choice.ts'
import type { Maybe } from './content.ts'
import { fields, type FieldsParams } from './form-group.ts'

export type CheckboxesItem = ChoiceItem & {
  /** The name of the whole set, unless given. */
  readonly name?: string
  /** Give `exclusive` to an answer such as “none of these”, which unticks the others. */
  readonly behaviour?: 'exclusive'
}

export type CheckboxesParams = FieldsParams & {
  readonly name: string
  /** The name, unless given. The first item has this id, so that the error summary can link to it. */
  readonly idPrefix?: string
  readonly items: readonly Maybe<CheckboxesItem>[]
  /** The values of the items that are ticked. */
  readonly values?: readonly (string | number | undefined)[] | null
  readonly describedBy?: string
}

/** A question with as many answers as apply. */
export function checkboxes(params: CheckboxesParams): Html {
  const id = params.idPrefix || params.name
  return fields({ ...params, id }, (described) => {
    const describedBy = params.fieldset ? '' : described
    const items = params.items.map(
      (item, index) =>
        item &&
        choice(item, {
          type: 'checkbox',
          id: item.id || (index ? `${id}-${index + 1}` : id),
          name: item.name || params.name,
          isChecked: item.checked ?? params.values?.includes(item.value) ?? false,
          describedBy,
          behaviour: item.behaviour,
        }),
    )
    return choices('govuk-checkboxes', params, html`${items}`)
  })
}
