import { html, type Html } from '#kernel/html.ts'
import { dressed, type Worded } from './attributes.ts'
import { content } from './content.ts'

export type SkipLinkParams = Worded & {
  href?: string
}

/** The first link of a page, for people who move by keyboard: straight to the content. */
export function skipLink(params: SkipLinkParams): Html {
  const added = dressed('govuk-skip-link', params)
  return html`
<a href="${params.href || '#content'}"${added} data-module="govuk-skip-link">${content(params)}</a>`
}
