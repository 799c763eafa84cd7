import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, content, type TextOrHtml } from './content.ts'

export type TagParams = TextOrHtml & { readonly classes?: string; readonly attributes?: Attributes }

/** How something stands, in a word. */
export function tag(params: TagParams): Html {
  return html`
<strong class="${classes('govuk-tag', params.classes)}"${given(params.attributes)}>
  ${content(params)}
</strong>`
}
