import { html, type Html } from '#kernel/html.ts'
import { type Dressing, dressed } from './attributes.ts'
import { either, type Maybe } from './content.ts'

export type GenericHeaderParams = Dressing & {
  url?: string
  logoText?: string
  logoHtml?: Maybe<Html>
  containerClasses?: string
}

/** The head of every page of a service off GOV.UK: its name or mark, which leads home. */
export function genericHeader(params: GenericHeaderParams): Html {
  const container = params.containerClasses || 'govuk-width-container'
  return html`
<div${dressed('govuk-generic-header', params)}>
  <div class="govuk-generic-header__container ${container}">
    <div class="govuk-generic-header__logo">
      <a href="${params.url || '/'}" class="govuk-generic-header__homepage-link">
        ${either(params.logoHtml, params.logoText)}
      </a>
    </div>
  </div>
</div>`
}
