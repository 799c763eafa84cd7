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
