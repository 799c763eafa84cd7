import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, either, type Maybe } from './content.ts'

export type GenericHeaderParams = {
  readonly url?: string
  readonly logoText?: string
  readonly logoHtml?: Maybe<Html>
  readonly containerClasses?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The head of every page of a service that is not on GOV.UK: its name or mark, which leads home. */
export function genericHeader(params: GenericHeaderParams): Html {
  return html`
<div class="${classes('govuk-generic-header', params.classes)}"${given(params.attributes)}>
  <div class="govuk-generic-header__container ${params.containerClasses || 'govuk-width-container'}">
    <div class="govuk-generic-header__logo">
      <a href="${params.url || '/'}" class="govuk-generic-header__homepage-link">
        ${either(params.logoHtml, params.logoText)}
      </a>
    </div>
  </div>
</div>`
}
