import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, content, type TextOrHtml } from './content.ts'

export type InsetTextParams = TextOrHtml & {
  readonly id?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Words set apart from those around them. */
export function insetText(params: InsetTextParams): Html {
  return html`
<div${filled({ id: params.id })} class="${classes('govuk-inset-text', params.classes)}"${given(params.attributes)}>
  ${content(params)}
</div>`
}
