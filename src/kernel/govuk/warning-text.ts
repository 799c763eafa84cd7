import { html, type Html } from '#kernel/html.ts'
import { dressed, type Worded } from './attributes.ts'
import { content } from './content.ts'

export type WarningTextParams = Worded & {
  /** Read out for the icon: “Warning” unless given. */
  iconFallbackText?: string
}

/** What someone must know before they go on. */
export function warningText(params: WarningTextParams): Html {
  return html`
<div${dressed('govuk-warning-text', params)}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">${params.iconFallbackText || 'Warning'}</span>
    ${content(params)}
  </strong>
</div>`
}
