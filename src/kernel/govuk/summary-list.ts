import { html, type Html } from '#kernel/html.ts'
import { type Dressing, dressed, given, type Worded } from './attributes.ts'
import { classes, content, type Maybe, present, type TextOrHtml } from './content.ts'

export type SummaryListAction = Worded & {
  href: string
  /** What the link is about, read out after its words: “Change” is nothing on its own. */
  visuallyHiddenText?: string
}

type Actions = { items?: readonly Maybe<SummaryListAction>[]; classes?: string }
type Words = TextOrHtml & { classes?: string }

export type SummaryListRow = {
  key: Words
  value: Words
  actions?: Actions
  classes?: string
}

export type SummaryListCard = Dressing & {
  title?: Words & { headingLevel?: number | string }
  actions?: Actions
}

export type SummaryListParams = Dressing & {
  rows: readonly Maybe<SummaryListRow>[]
  card?: SummaryListCard
}

/** Facts and their names, each with what may be done about it; on a card if one is given. */
export function summaryList(params: SummaryListParams): Html {
  const { card } = params
  const rows = present(params.rows)
  const someRowHasActions = rows.some(({ actions }) => present(actions?.items).length)
  const list = html`
<dl${dressed('govuk-summary-list', params)}>
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
  ${items.length > 0 && rowActions(items, actions?.classes, cardTitle)}
</div>`
}

function rowActions(items: SummaryListAction[], added: string | undefined, title?: Words): Html {
  const links = items.map((item) => actionLink(item, title))
  const list = links.map(
    (link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`,
  )
  return html`
<dd class="${classes('govuk-summary-list__actions', added)}">
  ${items.length === 1 ? links : html`<ul class="govuk-summary-list__actions-list">${list}</ul>`}
</dd>`
}

function actionLink(action: SummaryListAction, cardTitle: Words | undefined): Html {
  const className = classes('govuk-link', action.classes)
  const own = action.visuallyHiddenText && ` ${action.visuallyHiddenText}`
  const ofCard = cardTitle && html` (${content(cardTitle)})`
  const about = (own || ofCard) && html`<span class="govuk-visually-hidden">${own}${ofCard}</span>`
  const added = given(action.attributes)
  return html`<a class="${className}" href="${action.href}"${added}>${content(action)}${about}</a>`
}

function cardAround(list: Html, card: SummaryListCard): Html {
  return html`
<div${dressed('govuk-summary-card', card)}>
  <div class="govuk-summary-card__title-wrapper">
    ${card.title && cardTitle(card.title)}
    ${cardActions(card)}
  </div>
  <div class="govuk-summary-card__content">
    ${list}
  </div>
</div>`
}

function cardTitle(title: NonNullable<SummaryListCard['title']>): Html {
  const level = title.headingLevel || 2
  return html`
<h${level} class="${classes('govuk-summary-card__title', title.classes)}">
  ${content(title)}
</h${level}>`
}

function cardActions({ actions, title }: SummaryListCard): Html | false {
  const links = present(actions?.items).map((item) => actionLink(item, title))
  const className = classes('govuk-summary-card__actions', actions?.classes)
  if (links.length === 0) return false
  if (links.length === 1) return html`<div class="${className}">${links}</div>`
  const list = links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)
  return html`<ul class="${className}">${list}</ul>`
}
