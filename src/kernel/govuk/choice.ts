import { html, type Html } from '#kernel/html.ts'
import { type Attributes, type Dressing, dressed, filled, given } from './attributes.ts'
import { classes, content, hasContent, isFilled, type Maybe, type TextOrHtml } from './content.ts'
import type { FieldsParams } from './form-group.ts'
import { hint, type HintParams } from './hint.ts'
import { label } from './label.ts'

/** One answer of a set of radios or checkboxes, or a divider (“or”) between two answers. */
export type ChoiceItem = TextOrHtml & {
  id?: string
  value?: string | number
  label?: Dressing
  hint?: Maybe<HintParams>
  divider?: string
  checked?: boolean
  disabled?: boolean
  /** Asked only of those who give this answer. */
  conditional?: { html?: Maybe<Html> }
  attributes?: Attributes
}

type Choice = {
  type: 'checkbox' | 'radio'
  id: string
  name: string
  isChecked: boolean
  describedBy?: string
  behaviour?: string
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
  const named = html`id="${id}" name="${name}"`
  const added = html`${own}${given(item.attributes)}`
  return html`
<div class="${base}__item">
  <input class="${base}__input" ${named} type="${type}" value="${item.value}"${added}>
  ${label({
    text: item.text,
    html: item.html,
    for: id,
    classes: classes(`${base}__label`, item.label?.classes),
    attributes: item.label?.attributes,
  })}
  ${hintId && item.hint && itemHint(base, hintId, item.hint)}
</div>
${isFilled(follows) && conditional(base, id, isChecked, follows)}`
}

function itemHint(base: string, id: string, params: HintParams): Html {
  return hint({ ...params, id, classes: classes(`${base}__hint`, params.classes) })
}

function conditional(base: string, id: string, isChecked: boolean, inside: Html): Html {
  const className = classes(`${base}__conditional`, !isChecked && `${base}__conditional--hidden`)
  return html`<div class="${className}" id="conditional-${id}">${inside}</div>`
}

/** The answers, printed one by one by `print`, in an element of their own. */
export function choices<Item extends ChoiceItem>(
  base: 'govuk-radios' | 'govuk-checkboxes',
  params: FieldsParams & { items: readonly Maybe<Item>[] },
  print: (item: Item, index: number) => Html,
): Html {
  return html`
<div${dressed(base, params)} data-module="${base}">
  ${content(params.formGroup?.beforeInputs)}
  ${params.items.map((item, index) => item && print(item, index))}
  ${content(params.formGroup?.afterInputs)}
</div>`
}
