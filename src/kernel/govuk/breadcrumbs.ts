import { html, type Html } from '#kernel/html.ts'
import { type Attributes, type Dressing, given } from './attributes.ts'
import { classes, content, type TextOrHtml } from './content.ts'

export type BreadcrumbsItem = TextOrHtml & {
  /** Without an address the item is the page itself. */
  href?: string
  attributes?: Attributes
}

export type BreadcrumbsParams = Dressing & {
  items: readonly BreadcrumbsItem[]
  collapseOnMobile?: boolean
  labelText?: string
}

/** Where a page is, from the outside in. */
export function breadcrumbs(params: BreadcrumbsParams): Html {
  const collapse = params.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  const className = classes('govuk-breadcrumbs', params.classes, collapse)
  const label = params.labelText ?? 'Breadcrumb'
  return html`
<nav class="${className}"${given(params.attributes)} aria-label="${label}">
  <ol class="govuk-breadcrumbs__list">
    ${params.items?.map(crumb)}
  </ol>
</nav>`
}

function crumb(item: BreadcrumbsItem): Html {
  const { href, attributes } = item
  const words = content(item)
  if (!href) return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${words}</li>`
  return html`
<li class="govuk-breadcrumbs__list-item">
  <a class="govuk-breadcrumbs__link" href="${href}"${given(attributes)}>${words}</a>
</li>`
}
