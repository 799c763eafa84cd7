import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, content, type Maybe, present, type TextOrHtml } from './content.ts'

export type SummaryListAction = TextOrHtml & {
  readonly href: string
  /** What the link is about, read out after its words: “Change” is nothing on its own. */
  readonly visuallyHiddenText?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

type Actions = { readonly items?: readonly Maybe<SummaryListAction>[]; readonly classes?: string }
type Words = TextOrHtml & { readonly classes?: string }

export type SummaryListRow = {
  readonly key: Words
  readonly value: Words
  readonly actions?: Actions
  readonly classes?: string
}

export type SummaryListCard = {
  readonly title?: Words & { readonly headingLevel?: number | string }
  readonly actions?: Actions
  readonly classes?: string
  readonly attributes?: Attributes
}

export type SummaryListParams = {
  readonly rows: readonly Maybe<SummaryListRow>[]
  readonly card?: SummaryListCard
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Facts and their names, each with what may be done about it; on a card if one is given. */
export function summaryList(params: SummaryListParams): Html {
  const { card } = params
  const rows = present(params.rows)
  const someRowHasActions = rows.some(({ actions }) => present(actions?.items).length)
  const list = html`
<dl class="${classes('govuk-summary-list', params.classes)}"${given(params.attributes)}>
  ${rows.map((item) => row(item, someRowHasActions, card?.title))}
</dl>`
  return card ? cardAround(list, card) : list
}

function row(item: SummaryListRow, someRowHasActions: boolean, cardTitle: Words | undefined): Html {
  const { key, value, actions } = item
  const items = present(actions?.items)
  const withoutActions = someRowHasActions && !items.length && 'govuk-summary-list__row--no-actions'
  return html`
<div class="${classes('govuk-summary-list__row', withoutActions, item.classes)}">
  <dt class="${classes('govuk-summary-list__key', key?.classes)}">${content(key)}</dt>
  <dd class="${classes('govuk-summary-list__value', value?.classes)}">${content(value)}</dd>
  ${
    items.length > 0 &&
    html`
  <dd class="${classes('govuk-summary-list__actions', actions?.classes)}">
    ${
      items.length === 1
        ? actionLink(items[0]!, cardTitle)
        : html`<ul class="govuk-summary-list__actions-list">${items.map(
            (action) => html`
    <li class="govuk-summary-list__actions-list-item">
      ${actionLink(action, cardTitle)}
    </li>`,
          )}</ul>`
    }
  </dd>`
  }
</div>`
}

function actionLink(action: SummaryListAction, cardTitle: Words | undefined): Html {
  const { visuallyHiddenText } = action
  const about = html`${visuallyHiddenText && ` ${visuallyHiddenText}`}${cardTitle && html` (${content(cardTitle)})`}`
  const hidden = html`<span class="govuk-visually-hidden">${about}</span>`
  return html`<a class="${classes('govuk-link', action.classes)}" href="${action.href}"${given(
    action.attributes,
  )}>${content(action)}${(visuallyHiddenText || cardTitle) && hidden}</a>`
}

function cardAround(list: Html, card: SummaryListCard): Html {
  const { title } = card
  const level = title?.headingLevel || 2
  return html`
<div class="${classes('govuk-summary-card', card.classes)}"${given(card.attributes)}>
  <div class="govuk-summary-card__title-wrapper">
    ${
      title &&
      html`
    <h${level} class="${classes('govuk-summary-card__title', title.classes)}">
      ${content(title)}
    </h${level}>`
    }
    ${cardActions(card)}
  </div>
  <div class="govuk-summary-card__content">
    ${list}
  </div>
</div>`
}

function cardActions({ actions, title }: SummaryListCard): Html | false {
  const items = present(actions?.items)
  const className = classes('govuk-summary-card__actions', actions?.classes)
  if (!items.length) return false
  if (items.length === 1)
    return html`<div class="${className}">${actionLink(items[0]!, title)}</div>`
  return html`
<ul class="${className}">
  ${items.map((action) => html`<li class="govuk-summary-card__action">${actionLink(action, title)}</li>`)}
</ul>`
}
