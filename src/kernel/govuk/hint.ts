import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, content, type TextOrHtml } from './content.ts'

export type HintParams = TextOrHtml & {
  readonly id?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Help that stays beside a field while someone answers. */
export function hint(params: HintParams): Html {
  return html`
<div${filled({ id: params.id })} class="${classes('govuk-hint', params.classes)}"${given(params.attributes)}>
  ${content(params)}
</div>`
}
