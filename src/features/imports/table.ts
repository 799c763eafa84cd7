import type { Sheet } from './spreadsheet.ts'
import { SpreadsheetError, problems } from './spreadsheet-kind.ts'
import type { Kind } from './spreadsheet-kind.ts'

export const mostRows = 50_000
const mostColumns = 100
const longestCell = 2000
/** Far above a real member list; a small workbook can name one long text millions of times. */
const mostCharacters = 30_000_000

/**
 * Makes the rows of a file, from its row 1 on, into a table: finds the heading row below any title,
 * names the columns, cleans the cells and makes every row as wide as the headings.
 */
export function toSheet(found: string[][], kind: Kind): Sheet {
  const { rows, cut } = clean(found)
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (width > mostColumns) throw new SpreadsheetError(problems.tooManyColumns)
  const heading = headingRow(rows)
  const columns = names(heading === null ? [] : rows[heading]!, width)
  const first = heading === null ? firstFilled(rows) : heading + 1
  const data = rows.slice(first)
  const rowCount = data.filter((row) => row.length > 0).length
  if (rowCount > mostRows) throw new SpreadsheetError(problems.tooManyRows)
  for (const [i, row] of data.entries()) {
    data[i] = row.concat(Array<string>(width - row.length).fill(''))
  }
  const notes =
    cut === 0
      ? []
      : [`${cut} long ${cut === 1 ? 'cell was' : 'cells were'} cut to 2,000 characters`]
  return { columns, rows: data, kind, rowCount, firstRow: first + 1, notes }
}

/** Rows without blank cells at their end, without blank rows at the end of the table. */
function clean(found: string[][]): { rows: string[][]; cut: number } {
  const rows: string[][] = []
  let characters = 0
  let cut = 0
  let last = 0
  for (const row of found) {
    const cells: string[] = []
    for (const [i, typed] of row.entries()) {
      let cell = typed.replace(invisible, '').trim()
      if (cell === '') continue
      if (cell.length > longestCell) {
        // Half a character, where one was cut in two, cannot be stored: toWellFormed mends it.
        cell = cell.slice(0, longestCell)
        cut++
      }
      characters += cell.length
      if (characters > mostCharacters) throw new SpreadsheetError(problems.tooMuch)
      while (cells.length < i) cells.push('')
      cells.push(cell.toWellFormed())
    }
    rows.push(cells)
    if (cells.length > 0) last = rows.length
  }
  return { rows: rows.slice(0, last), cut }
}

// Control characters other than tab and line breaks: no text needs them, and NUL cannot be stored.
const invisible = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFEFF]/g

/**
 * The heading row is the first that is nearly as full as the rows around it, so that a title above
 * it is passed over. There is none when that row already holds somebody's address.
 */
function headingRow(rows: string[][]): number | null {
  const start: number[] = []
  for (let i = 0; i < rows.length && start.length < 20; i++) if (rows[i]!.length > 0) start.push(i)
  const fills = start.map((i) => rows[i]!.filter((cell) => cell !== '').length)
  const usual = fills.toSorted((a, b) => a - b)[Math.floor(fills.length / 2)] ?? 0
  const heading = start.find((_, n) => fills[n]! * 2 > usual)
  if (heading === undefined || rows[heading]!.some((cell) => address.test(cell))) return null
  return heading
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function firstFilled(rows: string[][]): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.length > 0),
  )
}

/** Headings, told apart where two are the same; those that are missing are called by their letter. */
function names(headings: string[], width: number): string[] {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, i) => {
    const letter = i < 26 ? '' : String.fromCharCode(64 + Math.floor(i / 26))
    const column = `olumn ${letter}${String.fromCharCode(65 + (i % 26))}`
    const heading = (headings[i] ?? '').replace(/\s+/g, ' ')
    const name =
      heading === '' ? `C${column}` : taken.has(heading) ? `${heading} (c${column})` : heading
    taken.add(name)
    return name
  })
}
