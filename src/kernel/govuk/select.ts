import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, type Maybe } from './content.ts'
import { between, field, type FieldParams } from './form-group.ts'

export type SelectItem = {
  text: string | number
  /** The text, unless given. */
  value?: string | number | boolean
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}

export type SelectParams = FieldParams & {
  items: readonly Maybe<SelectItem>[]
  /** The value of the item that is selected. */
  value?: string | number | null
}

/** A question answered by picking from a long list. */
export function select(params: SelectParams): Html {
  return field(params, (id, describedBy) => {
    const className = classes(
      'govuk-select',
      params.classes,
      params.errorMessage && 'govuk-select--error',
    )
    const own = filled({ disabled: params.disabled, 'aria-describedby': describedBy })
    const added = given(params.attributes)
    const control = html`
<select class="${className}" id="${id}" name="${params.name}"${own}${added}>
  ${params.items?.map((item) => item && option(item, params.value))}
</select>`
    return between(params.formGroup?.beforeInput, control, params.formGroup?.afterInput)
  })
}

function option(item: SelectItem, chosen: SelectParams['value']): Html {
  const isChosen = Boolean(chosen) && String(item.value ?? item.text) === String(chosen)
  const own = filled({ selected: item.selected ?? isChosen, disabled: item.disabled })
  const value = item.value === undefined ? undefined : html` value="${String(item.value)}"`
  return html`
    <option${value}${own}${given(item.attributes)}>${item.text}</option>`
}
