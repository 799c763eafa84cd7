import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, content, hasContent, isFilled, type Maybe, type TextOrHtml } from './content.ts'
import type { FieldsParams } from './form-group.ts'
import { hint, type HintParams } from './hint.ts'
import { label } from './label.ts'

/** One answer of a set of radios or checkboxes, or a divider (“or”) between two answers. */
export type ChoiceItem = TextOrHtml & {
  readonly id?: string
  readonly value?: string | number
  readonly label?: { readonly classes?: string; readonly attributes?: Attributes }
  readonly hint?: Maybe<HintParams>
  readonly divider?: string
  readonly checked?: boolean
  readonly disabled?: boolean
  /** Asked only of those who give this answer. */
  readonly conditional?: { readonly html?: Maybe<Html> }
  readonly attributes?: Attributes
}

type Choice = {
  readonly type: 'checkbox' | 'radio'
  readonly id: string
  readonly name: string
  readonly isChecked: boolean
  readonly describedBy?: string
  readonly behaviour?: string
}

/** One answer, with its label, its hint, and the question that follows from it. */
export function choice(
  item: ChoiceItem,
  { type, id, name, isChecked, describedBy, behaviour }: Choice,
): Html {
  const base = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  if (item.divider) return html`<div class="${base}__divider">${item.divider}</div>`
  const hintId = hasContent(item.hint) ? `${id}-item-hint` : ''
  const follows = item.conditional?.html
  const own = filled({
    checked: isChecked,
    disabled: item.disabled,
    'data-aria-controls': isFilled(follows) && `conditional-${id}`,
    'data-behaviour': behaviour,
    'aria-describedby': classes(describedBy, hintId),
  })
  const labelClasses = classes(`${base}__label`, item.label?.classes)
  return html`
<div class="${base}__item">
  <input class="${base}__input" id="${id}" name="${name}" type="${type}" value="${item.value}"${own}${given(
    item.attributes,
  )}>
  ${label({ html: item.html, text: item.text, classes: labelClasses, attributes: item.label?.attributes, for: id })}
  ${item.hint && hintId && hint({ ...item.hint, id: hintId, classes: classes(`${base}__hint`, item.hint.classes) })}
</div>
${
  isFilled(follows) &&
  html`
<div class="${classes(`${base}__conditional`, !isChecked && `${base}__conditional--hidden`)}" id="conditional-${id}">
  ${follows}
</div>`
}`
}

/** The element around the answers, with whatever the form group puts before and after them. */
export function choices(
  base: 'govuk-radios' | 'govuk-checkboxes',
  params: FieldsParams,
  items: Html,
): Html {
  return html`
<div class="${classes(base, params.classes)}"${given(params.attributes)} data-module="${base}">
  ${content(params.formGroup?.beforeInputs)}
  ${items}
  ${content(params.formGroup?.afterInputs)}
</div>`
}
