import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, content, type TextOrHtml } from './content.ts'

export type SkipLinkParams = TextOrHtml & {
  readonly href?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The first link of a page, for people who move by keyboard: straight to the content. */
export function skipLink(params: SkipLinkParams): Html {
  return html`<a href="${params.href || '#content'}" class="${classes('govuk-skip-link', params.classes)}"${given(
    params.attributes,
  )} data-module="govuk-skip-link">${content(params)}</a>`
}
