import { buffer } from 'node:stream/consumers'
import { readDelimited } from './delimited.ts'
import { SpreadsheetError, problems } from './spreadsheet-kind.ts'
import { toSheet } from './table.ts'
import { readWorkbook } from './workbook.ts'

/*
 * A process of its own, started by spreadsheet.ts for one file: the bytes come in on standard input,
 * the table, or what is wrong with the file, goes out on standard output.
 */
const kind = process.argv[2] === 'xlsx' ? 'xlsx' : 'csv'
const bytes = await buffer(process.stdin)
process.stdout.write(JSON.stringify(await answer()))

async function answer() {
  try {
    return toSheet(kind === 'xlsx' ? await readWorkbook(bytes) : readDelimited(bytes), kind)
  } catch (error) {
    if (error instanceof SpreadsheetError) return { problem: error.message }
    // Strings and arrays that outgrow what the language can hold
    if (error instanceof RangeError) return { problem: problems.tooMuch }
    return { problem: problems.damaged }
  }
}
