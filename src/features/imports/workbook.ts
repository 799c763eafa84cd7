import { readSheet } from 'read-excel-file/node'
import { SpreadsheetError, problems } from './spreadsheet-kind.ts'
import { storedZip, unzip } from './zip.ts'

/**
 * The rows of a workbook's first visible sheet that holds anything, from row 1 on, as text:
 * dates as yyyy-mm-dd, numbers in full, formulas as the result that was saved with them.
 */
export async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  const files = await unzip(bytes, (name) => /\.xml(\.rels)?$/i.test(name))
  const contents = files.get('xl/workbook.xml')
  if (!contents) throw new SpreadsheetError(problems.notSpreadsheet)
  const workbook = storedZip(files)
  files.clear()
  for (const sheet of visibleSheets(contents.toString())) {
    // A sheet that is only a chart has no rows at all.
    const rows = (await readSheet(workbook, sheet, { parseNumber: plainNumber })) ?? []
    if (rows.length > 0) return (rows as Value[][]).map((row) => row.map(asText))
  }
  return []
}

/** The numbers, counted from 1, of the sheets that are not hidden. */
function visibleSheets(workbookXml: string): number[] {
  const tags = workbookXml.match(/<(?:\w+:)?sheet\s[^>]*>/g)
  if (!tags) throw new SpreadsheetError(problems.damaged)
  return tags.flatMap((tag, i) => (/\sstate=["'](?:very)?hidden/i.test(tag) ? [] : [i + 1]))
}

/** '1.5E+3' → '1500'. Excel keeps 15 digits; what comes after them is noise of the binary sum. */
function plainNumber(typed: string): string {
  if (/^-?\d+$/.test(typed)) return typed
  const number = Number(Number(typed).toPrecision(15))
  if (!Number.isFinite(number)) return typed
  const text = String(number)
  if (!text.includes('e')) return text
  return number.toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 20 })
}

/** What the reader really gives; its types name the class Date where a date is meant. */
type Value = string | boolean | Date | null

function asText(cell: Value): string {
  if (cell === null) return ''
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  }
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return cell
}
