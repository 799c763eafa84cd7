import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, either, isFilled, type Maybe, type TextOrHtml } from './content.ts'

export type NotificationBannerParams = TextOrHtml & {
  /** `success` says that what someone did has worked, and is read out at once. */
  readonly type?: string
  /** “Success” or “Important”, unless given. */
  readonly titleText?: string
  readonly titleHtml?: Maybe<Html>
  readonly titleId?: string
  readonly titleHeadingLevel?: number | string
  readonly role?: string
  readonly disableAutoFocus?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** News about the page or the service rather than of it. */
export function notificationBanner(params: NotificationBannerParams): Html {
  const { disableAutoFocus } = params
  const isSuccess = params.type === 'success'
  const titleId = params.titleId || 'govuk-notification-banner-title'
  const level = params.titleHeadingLevel || 2
  const className = classes(
    'govuk-notification-banner',
    isSuccess && 'govuk-notification-banner--success',
    params.classes,
  )
  return html`
<div class="${className}" role="${
    params.role || (isSuccess ? 'alert' : 'region')
  }" aria-labelledby="${titleId}" data-module="govuk-notification-banner"${filled({
    'data-disable-auto-focus':
      disableAutoFocus === undefined ? undefined : String(disableAutoFocus),
  })}${given(params.attributes)}>
  <div class="govuk-notification-banner__header">
    <h${level} class="govuk-notification-banner__title" id="${titleId}">
      ${either(params.titleHtml, params.titleText || (isSuccess ? 'Success' : 'Important'))}
    </h${level}>
  </div>
  <div class="govuk-notification-banner__content">
    ${
      isFilled(params.html)
        ? params.html
        : params.text && html`<p class="govuk-notification-banner__heading">${params.text}</p>`
    }
  </div>
</div>`
}
