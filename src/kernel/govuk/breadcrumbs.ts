import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, content, type TextOrHtml } from './content.ts'

export type BreadcrumbsItem = TextOrHtml & {
  /** Without an address the item is the page itself. */
  readonly href?: string
  readonly attributes?: Attributes
}

export type BreadcrumbsParams = {
  readonly items: readonly BreadcrumbsItem[]
  readonly collapseOnMobile?: boolean
  readonly labelText?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Where a page is, from the outside in. */
export function breadcrumbs(params: BreadcrumbsParams): Html {
  const collapse = params.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  return html`
<nav class="${classes('govuk-breadcrumbs', params.classes, collapse)}"${given(params.attributes)} aria-label="${
    params.labelText ?? 'Breadcrumb'
  }">
  <ol class="govuk-breadcrumbs__list">
    ${params.items?.map(crumb)}
  </ol>
</nav>`
}

function crumb(item: BreadcrumbsItem): Html {
  if (!item.href)
    return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${content(item)}</li>`
  return html`
<li class="govuk-breadcrumbs__list-item">
  <a class="govuk-breadcrumbs__link" href="${item.href}"${given(item.attributes)}>${content(item)}</a>
</li>`
}
