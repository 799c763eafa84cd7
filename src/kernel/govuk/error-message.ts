import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, content, type TextOrHtml } from './content.ts'

export type ErrorMessageParams = TextOrHtml & {
  readonly id?: string
  /** Read out before the message: “Error” unless given. Empty text leaves it out. */
  readonly visuallyHiddenText?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** What went wrong with a field, and how to put it right. */
export function errorMessage(params: ErrorMessageParams): Html {
  const prefix = params.visuallyHiddenText ?? 'Error'
  return html`
<p${filled({ id: params.id })} class="${classes('govuk-error-message', params.classes)}"${given(params.attributes)}>
  ${prefix && html`<span class="govuk-visually-hidden">${prefix}:</span> `}${content(params)}
</p>`
}
