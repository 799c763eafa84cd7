import { html, type Html } from '#kernel/html.ts'
import { filled, given, spelled, type Worded } from './attributes.ts'
import { classes, either, isFilled, type Maybe } from './content.ts'

export type NotificationBannerParams = Worded & {
  /** `success` says that what someone did has worked, and is read out at once. */
  type?: string
  /** “Success” or “Important”, unless given. */
  titleText?: string
  titleHtml?: Maybe<Html>
  titleId?: string
  titleHeadingLevel?: number | string
  role?: string
  disableAutoFocus?: boolean
}

/** News about the page or the service rather than of it. */
export function notificationBanner(params: NotificationBannerParams): Html {
  const isSuccess = params.type === 'success'
  const titleId = params.titleId || 'govuk-notification-banner-title'
  const role = params.role || (isSuccess ? 'alert' : 'region')
  const autoFocus = filled({ 'data-disable-auto-focus': spelled(params.disableAutoFocus) })
  const level = params.titleHeadingLevel || 2
  const { text, html: inside } = params
  const className = classes(
    'govuk-notification-banner',
    isSuccess && 'govuk-notification-banner--success',
    params.classes,
  )
  return html`
<div class="${className}" role="${role}" aria-labelledby="${titleId}"
  data-module="govuk-notification-banner"${autoFocus}${given(params.attributes)}>
  <div class="govuk-notification-banner__header">
    <h${level} class="govuk-notification-banner__title" id="${titleId}">
      ${either(params.titleHtml, params.titleText || (isSuccess ? 'Success' : 'Important'))}
    </h${level}>
  </div>
  <div class="govuk-notification-banner__content">
    ${isFilled(inside) ? inside : text && heading(text)}
  </div>
</div>`
}

function heading(text: string | number): Html {
  return html`<p class="govuk-notification-banner__heading">${text}</p>`
}
