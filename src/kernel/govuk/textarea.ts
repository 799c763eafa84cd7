import { html, type Html } from '#kernel/html.ts'
import { filled, given } from './attributes.ts'
import { classes } from './content.ts'
import { between, field, type FieldParams } from './form-group.ts'

export type TextareaParams = FieldParams & {
  readonly rows?: number | string
  readonly value?: string | null
  readonly spellcheck?: boolean
  readonly autocomplete?: string
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
      spellcheck: params.spellcheck === undefined ? undefined : String(params.spellcheck),
      disabled: params.disabled,
      'aria-describedby': describedBy,
      autocomplete: params.autocomplete,
    })
    const value = params.value ?? ''
    // A browser drops a line break right after the tag: give it one to drop, so that theirs stays.
    const first = value.startsWith('\n') || value.startsWith('\r') ? '\n' : ''
    const control = html`<textarea class="${className}" id="${id}" name="${params.name}" rows="${
      params.rows || 5
    }"${own}${given(params.attributes)}>${first}${value}</textarea>`
    return between(params.formGroup?.beforeInput, control, params.formGroup?.afterInput)
  })
}
