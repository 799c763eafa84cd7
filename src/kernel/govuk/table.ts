import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, content, type Maybe, type TextOrHtml } from './content.ts'

export type TableCell = TextOrHtml & {
  /** `numeric` sets figures in a column, to the right. */
  readonly format?: string
  readonly colspan?: number
  readonly rowspan?: number
  readonly classes?: string
  readonly attributes?: Attributes
}

export type TableParams = {
  readonly rows: readonly Maybe<readonly TableCell[]>[]
  readonly head?: readonly TableCell[]
  readonly caption?: string
  readonly captionClasses?: string
  readonly firstCellIsHeader?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Things to compare, in rows and columns. */
export function table(params: TableParams): Html {
  const { caption, head, rows, firstCellIsHeader } = params
  return html`
<table class="${classes('govuk-table', params.classes)}"${given(params.attributes)}>
  ${caption && html`<caption class="${classes('govuk-table__caption', params.captionClasses)}">${caption}</caption>`}
  ${head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${head.map(columnHeader)}</tr></thead>`}
  <tbody class="govuk-table__body">
    ${rows?.map(
      (cells) =>
        cells &&
        html`
    <tr class="govuk-table__row">
      ${cells.map((item, index) => (index === 0 && firstCellIsHeader ? rowHeader(item) : cell(item)))}
    </tr>`,
    )}
  </tbody>
</table>`
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
