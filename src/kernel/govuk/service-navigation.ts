import { html, isHtml, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import {
  classes,
  content,
  hasContent,
  isFilled,
  type Maybe,
  present,
  type TextOrHtml,
} from './content.ts'

export type ServiceNavigationItem = TextOrHtml & {
  readonly href?: string
  /** This page. */
  readonly current?: boolean
  /** The part of the service that this page is in. */
  readonly active?: boolean
  readonly attributes?: Attributes
}

export type ServiceNavigationParams = {
  readonly navigation?: readonly Maybe<ServiceNavigationItem>[]
  readonly serviceName?: string
  readonly serviceUrl?: string
  readonly ariaLabel?: string
  readonly menuButtonText?: string
  readonly menuButtonLabel?: string
  readonly navigationLabel?: string
  readonly navigationId?: string
  readonly navigationClasses?: string
  /** Whether small screens show a menu button: yes where there are two items or more, unless given. */
  readonly collapseNavigationOnMobile?: boolean
  readonly slots?: {
    readonly start?: Maybe<Html>
    readonly end?: Maybe<Html> | { readonly html?: Maybe<Html>; readonly align?: string }
    readonly navigationStart?: Maybe<Html>
    readonly navigationEnd?: Maybe<Html>
  }
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The name of the service and its main parts, at the head of every page. */
export function serviceNavigation(params: ServiceNavigationParams): Html {
  const { start, end } = params.slots ?? {}
  const isPlainEnd = !end || isHtml(end)
  const endHtml = isPlainEnd ? end : end.html
  const inlining =
    !isPlainEnd && end.align === 'inline' && 'govuk-service-navigation__inlining-container'
  const inside = html`
  <div class="${classes('govuk-width-container', inlining)}">
    ${start}
    <div class="govuk-service-navigation__container">
      ${params.serviceName && serviceName(params.serviceName, params.serviceUrl)}
      ${navigation(params)}
    </div>
    ${endHtml}
  </div>`
  const common = html`class="${classes(
    'govuk-service-navigation',
    params.classes,
  )}" data-module="govuk-service-navigation"${given(params.attributes)}`
  // With no name and nothing around it, the <nav> inside is landmark enough.
  const isLandmark = params.serviceName || isFilled(start) || isFilled(endHtml)
  if (!isLandmark) return html`<div ${common}>${inside}</div>`
  return html`<section aria-label="${params.ariaLabel ?? 'Service information'}" ${common}>${inside}</section>`
}

function serviceName(name: string, url: string | undefined): Html {
  const link = html`<a href="${url}" class="govuk-service-navigation__link">
    ${name}
  </a>`
  return html`
<span class="govuk-service-navigation__service-name">
  ${url ? link : html`<span class="govuk-service-navigation__text">${name}</span>`}
</span>`
}

function navigation(params: ServiceNavigationParams): Html | false {
  const items = present(params.navigation)
  const { navigationStart, navigationEnd } = params.slots ?? {}
  if (!items.length && !isFilled(navigationStart) && !isFilled(navigationEnd)) return false
  const id = params.navigationId || 'navigation'
  const menu = params.menuButtonText || 'Menu'
  const menuLabel = params.menuButtonLabel !== menu && params.menuButtonLabel
  const className = classes('govuk-service-navigation__wrapper', params.navigationClasses)
  const toggle = html`
  <button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="${id}"${filled(
    {
      'aria-label': menuLabel,
    },
  )} hidden aria-hidden="true">
    ${menu}
  </button>`
  return html`
<nav aria-label="${params.navigationLabel || menu}" class="${className}">
  ${(params.collapseNavigationOnMobile ?? items.length > 1) && toggle}
  <ul class="govuk-service-navigation__list" id="${id}">
    ${navigationStart}
    ${items.map(navigationItem)}
    ${navigationEnd}
  </ul>
</nav>`
}

function navigationItem(item: ServiceNavigationItem): Html {
  const isActive = item.active || item.current
  const current = filled({ 'aria-current': isActive && (item.current ? 'page' : 'true') })
  // The strong tag still tells where someone is when they set colours of their own.
  const words = isActive
    ? html`<strong class="govuk-service-navigation__active-fallback">${content(item)}</strong>`
    : content(item)
  const link = html`<a class="govuk-service-navigation__link" href="${item.href}"${current}${given(item.attributes)}>
    ${words}
  </a>`
  const text = html`<span class="govuk-service-navigation__text"${current}>
    ${words}
  </span>`
  return html`
<li class="${classes('govuk-service-navigation__item', isActive && 'govuk-service-navigation__item--active')}">
  ${item.href ? link : hasContent(item) && text}
</li>`
}
