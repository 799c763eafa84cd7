import { html, type Html } from '#kernel/html.ts'
import { dressed, filled, type Worded } from './attributes.ts'
import { content } from './content.ts'

export type InsetTextParams = Worded & {
  id?: string
}

/** Words set apart from those around them. */
export function insetText(params: InsetTextParams): Html {
  return html`
<div${filled({ id: params.id })}${dressed('govuk-inset-text', params)}>
  ${content(params)}
</div>`
}
