import { html, type Html } from '#kernel/html.ts'
import { type Attributes, type Dressing, filled, given, spelled } from './attributes.ts'
import { classes, content, either, type Maybe, type TextOrHtml } from './content.ts'

export type ErrorSummaryItem = TextOrHtml & {
  /** The field at fault: `#` and its id. */
  href?: string
  attributes?: Attributes
}

export type ErrorSummaryParams = Dressing & {
  titleText?: string
  titleHtml?: Maybe<Html>
  descriptionText?: string
  descriptionHtml?: Maybe<Html>
  errorList?: readonly ErrorSummaryItem[]
  disableAutoFocus?: boolean
}

/** All that needs putting right on the page, at its top, each with a link to its field. */
export function errorSummary(params: ErrorSummaryParams): Html {
  const className = classes('govuk-error-summary', params.classes)
  const autoFocus = filled({ 'data-disable-auto-focus': spelled(params.disableAutoFocus) })
  const description = either(params.descriptionHtml, params.descriptionText)
  const errors = params.errorList?.map(error)
  return html`
<div class="${className}"${autoFocus}${given(params.attributes)} data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">
      ${either(params.titleHtml, params.titleText)}
    </h2>
    <div class="govuk-error-summary__body">
      ${description && html`<p>${description}</p>`}
      ${errors?.[0] && html`<ul class="govuk-list govuk-error-summary__list">${errors}</ul>`}
    </div>
  </div>
</div>`
}

function error(item: ErrorSummaryItem): Html {
  const words = content(item)
  return html`
<li>${item.href ? html`<a href="${item.href}"${given(item.attributes)}>${words}</a>` : words}</li>`
}
