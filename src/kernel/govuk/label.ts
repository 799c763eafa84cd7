import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, content, hasContent, type TextOrHtml } from './content.ts'

export type LabelParams = TextOrHtml & {
  readonly for?: string
  readonly isPageHeading?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The name of a field; with nothing to read, nothing is printed. */
export function label(params: LabelParams): Html {
  if (!hasContent(params)) return html``
  const element = html`
<label class="${classes('govuk-label', params.classes)}"${given(params.attributes)}${filled({ for: params.for })}>
  ${content(params)}
</label>`
  return params.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
