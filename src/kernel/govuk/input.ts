import { attributes, html, type Html } from '#kernel/html.ts'
import { type Dressing, dressed, given, spelled, type Worded } from './attributes.ts'
import { classes, content, hasContent, type Maybe } from './content.ts'
import { between, field, type FieldParams } from './form-group.ts'

export type InputParams = FieldParams & {
  type?: string
  value?: string | number | null
  inputmode?: string
  autocomplete?: string
  autocapitalize?: string
  pattern?: string
  spellcheck?: boolean
  prefix?: Maybe<Worded>
  suffix?: Maybe<Worded>
  inputWrapper?: Dressing
}

/** A question answered on one line. */
export function input(params: InputParams): Html {
  return field(params, (id, describedBy) => {
    const { prefix, suffix, inputWrapper, formGroup } = params
    const element = control(params, id, describedBy)
    if (![prefix, suffix, formGroup?.beforeInput, formGroup?.afterInput].some(hasContent))
      return element
    const affixed = html`${affix(prefix, 'prefix')}
  ${element}
  ${affix(suffix, 'suffix')}`
    return html`
<div${dressed('govuk-input__wrapper', inputWrapper)}>
  ${between(formGroup?.beforeInput, affixed, formGroup?.afterInput)}
</div>`
  })
}

function control(params: InputParams, id: string, describedBy: string): Html {
  const className = classes(
    'govuk-input',
    params.classes,
    params.errorMessage && 'govuk-input--error',
  )
  const own = attributes({
    spellcheck: spelled(params.spellcheck),
    value: params.value,
    disabled: params.disabled,
    'aria-describedby': describedBy || undefined,
    autocomplete: params.autocomplete,
    autocapitalize: params.autocapitalize,
    pattern: params.pattern,
    inputmode: params.inputmode,
  })
  const added = html`${own}${given(params.attributes)}`
  const type = params.type || 'text'
  return html`
<input class="${className}" id="${id}" name="${params.name}" type="${type}"${added}>`
}

function affix(params: Maybe<Worded>, type: 'prefix' | 'suffix'): Html | false {
  if (!params || !hasContent(params)) return false
  const className = classes(`govuk-input__${type}`, params.classes)
  const added = given(params.attributes)
  return html`<div class="${className}" aria-hidden="true"${added}>${content(params)}</div>`
}
