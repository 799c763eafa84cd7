import { html, type Html } from '#kernel/html.ts'
import { filled, given, spelled } from './attributes.ts'
import { classes } from './content.ts'
import { between, field, type FieldParams } from './form-group.ts'

export type TextareaParams = FieldParams & {
  rows?: number | string
  value?: string | null
  spellcheck?: boolean
  autocomplete?: string
}

/** A question answered at length. */
export function textarea(params: TextareaParams): Html {
  return field(params, (id, describedBy) => {
    const className = classes(
      'govuk-textarea',
      params.errorMessage && 'govuk-textarea--error',
      params.classes,
    )
    const own = filled({
      spellcheck: spelled(params.spellcheck),
      disabled: params.disabled,
      'aria-describedby': describedBy,
      autocomplete: params.autocomplete,
    })
    const value = params.value ?? ''
    // A browser drops a line break right after the tag: give it one to drop, so that theirs stays.
    const first = value.startsWith('\n') || value.startsWith('\r') ? '\n' : ''
    const added = given(params.attributes)
    const control = html`
<textarea class="${className}" id="${id}" name="${params.name}" rows="${params.rows || 5}"
  ${own}${added}>${first}${value}</textarea>`
    return between(params.formGroup?.beforeInput, control, params.formGroup?.afterInput)
  })
}
