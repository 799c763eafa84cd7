import { html, type Html } from '#kernel/html.ts'
import { filled, given, spelled, type Worded } from './attributes.ts'
import { classes, content, isFilled } from './content.ts'

export type ButtonParams = Worded & {
  /** With an address the button is a link. */
  href?: string
  type?: string
  name?: string
  value?: string
  disabled?: boolean
  preventDoubleClick?: boolean
  isStartButton?: boolean
  id?: string
}

/** Something to press, to send a form or to set off. */
export function button(params: ButtonParams): Html {
  const { href, id, attributes, isStartButton, preventDoubleClick } = params
  const className = classes('govuk-button', params.classes, isStartButton && 'govuk-button--start')
  const added = html`${given(attributes)}${filled({ id })}`
  const common = html` class="${className}" data-module="govuk-button"${added}`
  // A start button is a flex box, which drops spaces between elements: the words need their own.
  const words =
    isStartButton && isFilled(params.html) ? html`<span>${params.html}</span>` : content(params)
  const inside = html`
  ${words}${isStartButton && startIcon}
`
  if (href) return html`<a href="${href}" role="button" draggable="false"${common}>${inside}</a>`
  const own = filled({
    value: params.value,
    name: params.name,
    disabled: params.disabled,
    'aria-disabled': params.disabled && 'true',
    'data-prevent-double-click': spelled(preventDoubleClick),
  })
  return html`<button type="${params.type || 'submit'}"${own}${common}>${inside}</button>`
}

const startIcon = html`
  <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19"
    viewBox="0 0 33 40" aria-hidden="true" focusable="false">
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/>
  </svg>`
