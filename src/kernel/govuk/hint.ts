import { html, type Html } from '#kernel/html.ts'
import { dressed, filled, type Worded } from './attributes.ts'
import { content } from './content.ts'

export type HintParams = Worded & {
  id?: string
}

/** Help that stays beside a field while someone answers. */
export function hint(params: HintParams): Html {
  return html`
<div${filled({ id: params.id })}${dressed('govuk-hint', params)}>
  ${content(params)}
</div>`
}
