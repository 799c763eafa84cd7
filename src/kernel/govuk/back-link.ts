import { html, type Html } from '#kernel/html.ts'
import { dressed, type Worded } from './attributes.ts'
import { content, hasContent } from './content.ts'

export type BackLinkParams = Worded & {
  href?: string
}

/** The way back to the page before; “Back” unless other words are given. */
export function backLink(params: BackLinkParams): Html {
  const words = hasContent(params) ? content(params) : 'Back'
  return html`
<a href="${params.href || '#'}"${dressed('govuk-back-link', params)}>${words}</a>`
}
