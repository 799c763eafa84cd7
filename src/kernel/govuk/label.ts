import { html, type Html } from '#kernel/html.ts'
import { dressed, filled, type Worded } from './attributes.ts'
import { content, hasContent } from './content.ts'

export type LabelParams = Worded & {
  for?: string
  isPageHeading?: boolean
}

/** The name of a field; with nothing to read, nothing is printed. */
export function label(params: LabelParams): Html {
  if (!hasContent(params)) return html``
  const element = html`
<label${dressed('govuk-label', params)}${filled({ for: params.for })}>
  ${content(params)}
</label>`
  return params.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
