import { attributes, html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, content, hasContent, type Maybe, type TextOrHtml } from './content.ts'
import { between, field, type FieldParams } from './form-group.ts'

type Affix = TextOrHtml & { readonly classes?: string; readonly attributes?: Attributes }

export type InputParams = FieldParams & {
  readonly type?: string
  readonly value?: string | number | null
  readonly inputmode?: string
  readonly autocomplete?: string
  readonly autocapitalize?: string
  readonly pattern?: string
  readonly spellcheck?: boolean
  readonly prefix?: Maybe<Affix>
  readonly suffix?: Maybe<Affix>
  readonly inputWrapper?: { readonly classes?: string; readonly attributes?: Attributes }
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
<div class="${classes('govuk-input__wrapper', inputWrapper?.classes)}"${given(inputWrapper?.attributes)}>
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
    spellcheck: params.spellcheck === undefined ? undefined : String(params.spellcheck),
    value: params.value,
    disabled: params.disabled,
    'aria-describedby': describedBy || undefined,
    autocomplete: params.autocomplete,
    autocapitalize: params.autocapitalize,
    pattern: params.pattern,
    inputmode: params.inputmode,
  })
  return html`<input class="${className}" id="${id}" name="${params.name}" type="${params.type || 'text'}"${own}${given(
    params.attributes,
  )}>`
}

function affix(params: Maybe<Affix>, type: 'prefix' | 'suffix'): Html | false {
  if (!params || !hasContent(params)) return false
  const className = classes(`govuk-input__${type}`, params.classes)
  return html`<div class="${className}" aria-hidden="true"${given(params.attributes)}>${content(params)}</div>`
}
