import { html, isHtml, type Html } from '#kernel/html.ts'
import { type Attributes, type Dressing, filled, given } from './attributes.ts'
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
  href?: string
  /** This page. */
  current?: boolean
  /** The part of the service that this page is in. */
  active?: boolean
  attributes?: Attributes
}

export type ServiceNavigationParams = Dressing & {
  navigation?: readonly Maybe<ServiceNavigationItem>[]
  serviceName?: string
  serviceUrl?: string
  ariaLabel?: string
  menuButtonText?: string
  menuButtonLabel?: string
  navigationLabel?: string
  navigationId?: string
  navigationClasses?: string
  /** Whether small screens show a menu button: from two items on, unless given. */
  collapseNavigationOnMobile?: boolean
  slots?: {
    start?: Maybe<Html>
    end?: Maybe<Html> | { html?: Maybe<Html>; align?: string }
    navigationStart?: Maybe<Html>
    navigationEnd?: Maybe<Html>
  }
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
  const className = classes('govuk-service-navigation', params.classes)
  const added = given(params.attributes)
  const common = html`class="${className}" data-module="govuk-service-navigation"${added}`
  // With no name and nothing around it, the <nav> inside is landmark enough.
  const isLandmark = params.serviceName || isFilled(start) || isFilled(endHtml)
  if (!isLandmark) return html`<div ${common}>${inside}</div>`
  const label = params.ariaLabel ?? 'Service information'
  return html`<section aria-label="${label}" ${common}>${inside}</section>`
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
  const menuLabel = filled({
    'aria-label': params.menuButtonLabel !== menu && params.menuButtonLabel,
  })
  const className = classes('govuk-service-navigation__wrapper', params.navigationClasses)
  const toggle = html`
  <button type="button"
    class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
    aria-controls="${id}"${menuLabel} hidden aria-hidden="true">
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
  const added = html`${current}${given(item.attributes)}`
  const link = html`<a class="govuk-service-navigation__link" href="${item.href}"${added}>
    ${words}
  </a>`
  const text = html`<span class="govuk-service-navigation__text"${current}>
    ${words}
  </span>`
  const active = isActive && 'govuk-service-navigation__item--active'
  return html`
<li class="${classes('govuk-service-navigation__item', active)}">
  ${item.href ? link : hasContent(item) && text}
</li>`
}
