import { html, type Html } from '#kernel/html.ts'
import { type Attributes, type Dressing, filled, given } from './attributes.ts'
import { classes, content, hasContent, type Maybe, type TextOrHtml } from './content.ts'

/** A page by its number, or an ellipsis where numbers are left out. */
export type PaginationItem = {
  number?: number | string
  href?: string
  current?: boolean
  ellipsis?: boolean
  /** Read out for the number: “Page 2” unless given. */
  visuallyHiddenText?: string
  attributes?: Attributes
}

export type PaginationLink = TextOrHtml & {
  href?: string
  /** What that page holds; shown only where there are no numbers. */
  labelText?: string
  attributes?: Attributes
}

export type PaginationParams = Dressing & {
  items?: readonly Maybe<PaginationItem>[]
  previous?: Maybe<PaginationLink>
  next?: Maybe<PaginationLink>
  landmarkLabel?: string
}

/** The way through a list that takes several pages, or between pages that follow one another. */
export function pagination(params: PaginationParams): Html {
  const { items, previous, next } = params
  const isBlock = !items && Boolean(previous || next)
  const className = classes(
    'govuk-pagination',
    isBlock && 'govuk-pagination--block',
    params.classes,
  )
  const label = params.landmarkLabel || 'Pagination'
  const pages = items?.map((item) => item && page(item))
  return html`
<nav class="${className}" aria-label="${label}"${given(params.attributes)}>
  ${previous && previous.href && arrowLink(previous, 'prev', isBlock)}
  ${pages && html`<ul class="govuk-pagination__list">${pages}</ul>`}
  ${next && next.href && arrowLink(next, 'next', isBlock)}
</nav>`
}

function arrowLink(link: PaginationLink, type: 'prev' | 'next', isBlock: boolean): Html {
  const { href, labelText, attributes } = link
  const word = type === 'prev' ? 'Previous' : 'Next'
  const usual = html`${word}<span class="govuk-visually-hidden"> page</span>`
  const decorated = isBlock && !labelText && 'govuk-pagination__link-title--decorated'
  return html`
<div class="govuk-pagination__${type}">
  <a class="govuk-link govuk-pagination__link" href="${href}" rel="${type}"${given(attributes)}>
    ${(isBlock || type === 'prev') && arrows[type]}
    <span class="${classes('govuk-pagination__link-title', decorated)}">
      ${hasContent(link) ? content(link) : usual}
    </span>
    ${isBlock && labelText && linkLabel(labelText)}
    ${!isBlock && type === 'next' && arrows.next}
  </a>
</div>`
}

function linkLabel(text: string): Html {
  return html`
<span class="govuk-visually-hidden">:</span>
<span class="govuk-pagination__link-label">${text}</span>`
}

function page(item: PaginationItem): Html | false {
  if (item.ellipsis)
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>`
  if (item.number === undefined) return false
  const { href, current, attributes } = item
  const label = item.visuallyHiddenText ?? `Page ${item.number}`
  const added = html`${filled({ 'aria-current': current && 'page' })}${given(attributes)}`
  return html`
<li class="${classes('govuk-pagination__item', current && 'govuk-pagination__item--current')}">
  <a class="govuk-link govuk-pagination__link" href="${href}" aria-label="${label}"${added}>
    ${item.number}
  </a>
</li>`
}

const arrows = {
  prev: arrow(
    'prev',
    'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  ),
  next: arrow(
    'next',
    'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
  ),
}

function arrow(type: 'prev' | 'next', path: string): Html {
  return html`
<svg class="govuk-pagination__icon govuk-pagination__icon--${type}"
  xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false"
  viewBox="0 0 15 13">
  <path d="${path}"></path>
</svg>`
}
