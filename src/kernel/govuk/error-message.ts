import { html, type Html } from '#kernel/html.ts'
import { dressed, filled, type Worded } from './attributes.ts'
import { content } from './content.ts'

export type ErrorMessageParams = Worded & {
  id?: string
  /** Read out before the message: “Error” unless given. Empty text leaves it out. */
  visuallyHiddenText?: string
}

/** What went wrong with a field, and how to put it right. */
export function errorMessage(params: ErrorMessageParams): Html {
  const prefix = params.visuallyHiddenText ?? 'Error'
  return html`
<p${filled({ id: params.id })}${dressed('govuk-error-message', params)}>
  ${prefix && html`<span class="govuk-visually-hidden">${prefix}:</span> `}${content(params)}
</p>`
}
