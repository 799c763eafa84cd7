import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, content, hasContent, type TextOrHtml } from './content.ts'

export type BackLinkParams = TextOrHtml & {
  readonly href?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The way back to the page before; “Back” unless other words are given. */
export function backLink(params: BackLinkParams): Html {
  const words = hasContent(params) ? content(params) : 'Back'
  return html`<a href="${params.href || '#'}" class="${classes('govuk-back-link', params.classes)}"${given(
    params.attributes,
  )}>${words}</a>`
}
