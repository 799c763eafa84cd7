import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, content, type TextOrHtml } from './content.ts'

export type WarningTextParams = TextOrHtml & {
  /** Read out for the icon: “Warning” unless given. */
  readonly iconFallbackText?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** What someone must know before they go on. */
export function warningText(params: WarningTextParams): Html {
  return html`
<div class="${classes('govuk-warning-text', params.classes)}"${given(params.attributes)}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">${params.iconFallbackText || 'Warning'}</span>
    ${content(params)}
  </strong>
</div>`
}
