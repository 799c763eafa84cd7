import { html, type Html } from '#kernel/html.ts'
import { choice, type ChoiceItem, choices } from './choice.ts'
import type { Maybe } from './content.ts'
import { fields, type FieldsParams } from './form-group.ts'

export type RadiosItem = ChoiceItem

export type RadiosParams = FieldsParams & {
  readonly name: string
  /** The name, unless given. The first item has this id, so that the error summary can link to it. */
  readonly idPrefix?: string
  readonly items: readonly Maybe<RadiosItem>[]
  /** The value of the item that is chosen. */
  readonly value?: string | number | null
}

/** A question with one answer out of a few. */
export function radios(params: RadiosParams): Html {
  const id = params.idPrefix || params.name
  return fields({ ...params, id }, () => {
    const items = params.items.map(
      (item, index) =>
        item &&
        choice(item, {
          type: 'radio',
          id: item.id || (index ? `${id}-${index + 1}` : id),
          name: params.name,
          isChecked:
            item.checked ?? (Boolean(params.value) && String(item.value) === String(params.value)),
        }),
    )
    return choices('govuk-radios', params, html`${items}`)
  })
}
