import { html, type Html } from '#kernel/html.ts'
import { type Attributes, type Dressing, dressed, filled, given } from './attributes.ts'
import { classes, isFilled, type Maybe, type TextOrHtml } from './content.ts'

export type TabsItem = {
  /** Made of the prefix and a number, unless given. */
  id?: string
  label: string
  panel: TextOrHtml & { attributes?: Attributes }
  attributes?: Attributes
}

export type TabsParams = Dressing & {
  items: readonly Maybe<TabsItem>[]
  id?: string
  idPrefix?: string
  title?: string
}

/** Sections of which one shows at a time; without a script they follow one another. */
export function tabs(params: TabsParams): Html {
  const { items, id, idPrefix } = params
  const idOf = (item: TabsItem, index: number) => item.id || `${idPrefix}-${index + 1}`
  const list = items?.map((item, index) => item && tab(item, idOf(item, index), index === 0))
  const panels = items?.map((item, index) => item && panel(item, idOf(item, index), index === 0))
  return html`
<div${filled({ id })}${dressed('govuk-tabs', params)} data-module="govuk-tabs">
  <h2 class="govuk-tabs__title">
    ${params.title ?? 'Contents'}
  </h2>
  ${list?.length > 0 && html`<ul class="govuk-tabs__list">${list}</ul>`}
  ${panels}
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

function panel(item: TabsItem, id: string, isFirst: boolean): Html {
  const { html: inside, text, attributes } = item.panel
  const className = classes('govuk-tabs__panel', !isFirst && 'govuk-tabs__panel--hidden')
  return html`
<div class="${className}" id="${id}"${given(attributes)}>
  ${isFilled(inside) ? inside : text && html`<p class="govuk-body">${text}</p>`}
</div>`
}
