import { CsvError, parse } from 'csv-parse/sync'
import { lineOfOpenQuote, unixLines } from '#kernel/csv.ts'
import { SpreadsheetError, problems } from './spreadsheet-kind.ts'
import { mostRows } from './table.ts'

/**
 * The rows of a CSV file, from row 1 on as a spreadsheet program would number them. Takes commas,
 * semicolons or tabs, UTF-8, UTF-16 or the older Windows encoding, rows of unequal length, and the
 * description of itself that Microsoft Lists may put on the first line.
 */
export function readDelimited(bytes: Buffer): string[][] {
  let text = unixLines(decode(bytes))
  const rows: string[][] = []
  if (/^"?ListSchema=/.test(text)) {
    text = text.slice(lineEnd(text))
    rows.push(blank)
  }
  const told = /^"?sep=([^\n"])"?[^\n]*(\n|$)/i.exec(text)
  if (told) text = text.slice(told[0].length)
  const delimiter = told?.[1] ?? guessDelimiter(text)
  const before = rows.length + (told ? 1 : 0)
  const open = lineOfOpenQuote(text, delimiter)
  if (open !== undefined) throw new SpreadsheetError(problems.openQuote(before + open))
  const problem = parseRows(text, delimiter, rows, { before })
  if (problem) throw problem
  return rows
}

const blank: string[] = []
/** The rows of the largest sheet that Excel can hold, blank ones included. */
const mostRowsWithBlank = 1_048_576

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function lineEnd(text: string): number {
  const found = text.indexOf('\n')
  return found === -1 ? text.length : found + 1
}

/** Adds the rows of the text to `rows`; returns what stopped it, if anything did. */
function parseRows(
  text: string,
  delimiter: string,
  rows: string[][],
  { most = Infinity, before = 0 } = {},
): Error | null {
  let filled = 0
  let widest = 0
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      ltrim: true,
      max_record_size: 1_000_000,
      to: most === Infinity ? -1 : most,
      on_record: (record: string[], { lines }: { lines: number }) => {
        widest = Math.max(widest, record.length)
        const eaten = record.length < widest && record.find((cell) => holdsRows(cell, delimiter))
        if (eaten) {
          const opened = before + lines - (eaten.split('\n').length - 1)
          throw new SpreadsheetError(problems.openQuote(opened))
        }
        const empty = record.every((cell) => cell.trim() === '')
        if (!empty) filled++
        // A title and a heading may stand above the rows that count.
        if (filled > mostRows + 20 || rows.length > mostRowsWithBlank) {
          throw new SpreadsheetError(problems.tooManyRows)
        }
        rows.push(empty ? blank : record)
        return null
      },
    })
    return null
  } catch (error) {
    if (error instanceof CsvError && endless.has(error.code)) {
      return new SpreadsheetError(problems.unreadableRow(rows.length + 1))
    }
    return error as Error
  }
}

/** A cell over several lines, one of which looks like a row with somebody's address. */
const holdsRows = (cell: string, delimiter: string): boolean =>
  cell
    .split('\n')
    .slice(1)
    .some((line) => line.includes(delimiter) && line.includes('@'))

const endless = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'])

/**
 * The character that cuts most of the first rows into the same number of cells, two or more. One
 * that cuts the very first row so comes before the others: headings hold fewer stray commas than
 * names do, and no trailing semicolons, as answers to Microsoft Forms do.
 */
function guessDelimiter(text: string): string {
  const sample = text.slice(0, 64 * 1024)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of [',', ';', '\t']) {
    const rows: string[][] = []
    parseRows(sample, delimiter, rows, { most: 30 })
    const widths = rows.filter((row) => row.length > 0).map((row) => row.length)
    for (const width of new Set(widths)) {
      if (width < 2) continue
      const agreement = widths.filter((other) => other === width).length / widths.length
      const first = agreement >= 0.5 && widths[0] === width ? 1 : 0
      const score = first + agreement + width / 1e6
      if (score > best.score) best = { delimiter, score }
    }
  }
  return best.delimiter
}
