import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, content, either, type Maybe, type TextOrHtml } from './content.ts'

export type ErrorSummaryItem = TextOrHtml & {
  /** The field at fault: `#` and its id. */
  readonly href?: string
  readonly attributes?: Attributes
}

export type ErrorSummaryParams = {
  readonly titleText?: string
  readonly titleHtml?: Maybe<Html>
  readonly descriptionText?: string
  readonly descriptionHtml?: Maybe<Html>
  readonly errorList?: readonly ErrorSummaryItem[]
  readonly disableAutoFocus?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** All that needs putting right on the page, at its top, each with a link to its field. */
export function errorSummary(params: ErrorSummaryParams): Html {
  const { disableAutoFocus, errorList } = params
  const description = either(params.descriptionHtml, params.descriptionText)
  return html`
<div class="${classes('govuk-error-summary', params.classes)}"${filled({
    'data-disable-auto-focus':
      disableAutoFocus === undefined ? undefined : String(disableAutoFocus),
  })}${given(params.attributes)} data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">
      ${either(params.titleHtml, params.titleText)}
    </h2>
    <div class="govuk-error-summary__body">
      ${description && html`<p>${description}</p>`}
      ${errorList?.length && html`<ul class="govuk-list govuk-error-summary__list">${errorList.map(error)}</ul>`}
    </div>
  </div>
</div>`
}

function error(item: ErrorSummaryItem): Html {
  const words = content(item)
  return html`
<li>${item.href ? html`<a href="${item.href}"${given(item.attributes)}>${words}</a>` : words}</li>`
}
