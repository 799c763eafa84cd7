import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, isFilled, type Maybe, type TextOrHtml } from './content.ts'

export type TabsItem = {
  /** Made of the prefix and a number, unless given. */
  readonly id?: string
  readonly label: string
  readonly panel: TextOrHtml & { readonly attributes?: Attributes }
  readonly attributes?: Attributes
}

export type TabsParams = {
  readonly items: readonly Maybe<TabsItem>[]
  readonly id?: string
  readonly idPrefix?: string
  readonly title?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Sections of which one shows at a time; without a script they follow one another. */
export function tabs(params: TabsParams): Html {
  const { items, id, idPrefix } = params
  const idOf = (item: TabsItem, index: number) => item.id || `${idPrefix}-${index + 1}`
  return html`
<div${filled({ id })} class="${classes('govuk-tabs', params.classes)}"${given(params.attributes)} data-module="govuk-tabs">
  <h2 class="govuk-tabs__title">
    ${params.title ?? 'Contents'}
  </h2>
  ${
    items?.length > 0 &&
    html`
  <ul class="govuk-tabs__list">
    ${items.map((item, index) => item && tab(item, idOf(item, index), index === 0))}
  </ul>
  ${items.map((item, index) => item && panel(item, idOf(item, index), index === 0))}`
  }
</div>`
}

function tab(item: TabsItem, id: string, isFirst: boolean): Html {
  return html`
<li class="${classes('govuk-tabs__list-item', isFirst && 'govuk-tabs__list-item--selected')}">
  <a class="govuk-tabs__tab" href="#${id}"${given(item.attributes)}>
    ${item.label}
  </a>
</li>`
}

function panel(
  { panel: { html: inside, text, attributes } }: TabsItem,
  id: string,
  isFirst: boolean,
): Html {
  return html`
<div class="${classes('govuk-tabs__panel', !isFirst && 'govuk-tabs__panel--hidden')}" id="${id}"${given(attributes)}>
  ${isFilled(inside) ? inside : text && html`<p class="govuk-body">${text}</p>`}
</div>`
}
