import { html, type Html } from '#kernel/html.ts'
import { dressed, type Worded } from './attributes.ts'
import { content } from './content.ts'

export type TagParams = Worded

/** How something stands, in a word. */
export function tag(params: TagParams): Html {
  return html`
<strong${dressed('govuk-tag', params)}>
  ${content(params)}
</strong>`
}
