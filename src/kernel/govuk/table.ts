import { html, type Html } from '#kernel/html.ts'
import { type Dressing, dressed, filled, given, type Worded } from './attributes.ts'
import { classes, content, type Maybe } from './content.ts'

export type TableCell = Worded & {
  /** `numeric` sets figures in a column, to the right. */
  format?: string
  colspan?: number
  rowspan?: number
}

export type TableParams = Dressing & {
  rows: readonly Maybe<readonly TableCell[]>[]
  head?: readonly TableCell[]
  caption?: string
  captionClasses?: string
  firstCellIsHeader?: boolean
}

/** Things to compare, in rows and columns. */
export function table(params: TableParams): Html {
  const { caption, head, rows, firstCellIsHeader } = params
  const captionClass = classes('govuk-table__caption', params.captionClasses)
  const headRow = head && html`<tr class="govuk-table__row">${head.map(columnHeader)}</tr>`
  return html`
<table${dressed('govuk-table', params)}>
  ${caption && html`<caption class="${captionClass}">${caption}</caption>`}
  ${headRow && html`<thead class="govuk-table__head">${headRow}</thead>`}
  <tbody class="govuk-table__body">
    ${rows?.map((cells) => cells && row(cells, firstCellIsHeader))}
  </tbody>
</table>`
}

function row(cells: readonly TableCell[], firstIsHeader: boolean | undefined): Html {
  const printed = cells.map((item, i) => (i === 0 && firstIsHeader ? rowHeader(item) : cell(item)))
  return html`
<tr class="govuk-table__row">${printed}</tr>`
}

function columnHeader(item: TableCell): Html {
  const format = item.format && `govuk-table__header--${item.format}`
  const className = classes('govuk-table__header', format, item.classes)
  return html`<th scope="col" class="${className}"${common(item)}>${content(item)}</th>`
}

function rowHeader(item: TableCell): Html {
  const className = classes('govuk-table__header', item.classes)
  return html`<th scope="row" class="${className}"${common(item)}>${content(item)}</th>`
}

function cell(item: TableCell): Html {
  const className = classes(
    'govuk-table__cell',
    item.format && `govuk-table__cell--${item.format}`,
    item.classes,
  )
  return html`<td class="${className}"${common(item)}>${content(item)}</td>`
}

function common({ colspan, rowspan, attributes }: TableCell): Html {
  return html`${filled({ colspan, rowspan })}${given(attributes)}`
}
