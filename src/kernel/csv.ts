import { stringify } from 'csv-stringify/sync'

/** What may stand in a cell of a download. Nothing at all prints an empty cell. */
export type Cell = string | number | bigint | boolean | null | undefined

/**
 * A spreadsheet file for download (RFC 4180): a heading row, then `rows`, in the order of `columns`.
 * It starts with a byte order mark, without which Excel misreads every accent. Text that a
 * spreadsheet program would run as a formula is made harmless; numbers stay numbers.
 */
export function toCsv(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const table: Cell[][] = [columns.map(harmless)]
  for (const row of rows)
    table.push(row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)))
  return stringify(table, {
    bom: true,
    record_delimiter: 'windows',
    // Quoting all text keeps a semicolon, which splits cells in some countries, from starting a new one.
    quoted_string: true,
    cast: {
      boolean: (value) => (value ? 'Yes' : 'No'),
      number: (value) => (Number.isFinite(value) ? String(value) : ''),
    },
  })
}

/**
 * Puts an apostrophe before text that Excel, Calc or Sheets could take for a formula (CWE-1236):
 * text whose first visible character is = + - or @, plain or full-width, or that starts with a
 * tab or a line break.
 */
export function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

// Programs skip white space and invisible characters before they look for the formula sign.
const formula = /^(?:[\t\r\n]|[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u

/** Text with one kind of line end, as `lineOfOpenQuote` takes it. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n')

/**
 * The line on which a quotation mark opens a cell that is never closed, or only by the mark of another cell,
 * so that cells or rows would run together. Out: undefined where none do: a mark inside a cell, or after a word
 * in quotation marks, harms no other cell.
 */
export function lineOfOpenQuote(text: string, delimiter: string): number | undefined {
  for (let at = 0, line = 1; at < text.length;) {
    const start = past(text, at, delimiter)
    const close = text[start] === '"' ? closingQuote(text, start) : start
    if (close === undefined) return line
    const inside = text.slice(start, close)
    const lines = inside.split('\n').length - 1
    const next = text[close + 1] ?? '\n'
    const isOdd = start < close && next !== delimiter && next !== '\n'
    if (isOdd && (lines > 0 || inside.includes(delimiter))) return line
    at = endOfCell(text, close, delimiter)
    line += lines + (text[at] === '\n' ? 1 : 0)
    at++
  }
  return undefined
}

/** Past the blanks before a quoted cell. */
function past(text: string, from: number, delimiter: string): number {
  let at = from
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at++
  return at
}

/** Where the cell that a quotation mark opens is closed; two in a row are one inside it. */
function closingQuote(text: string, open: number): number | undefined {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return undefined
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++
  return at
}
