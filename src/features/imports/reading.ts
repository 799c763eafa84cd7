import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { keepFile, readKeptFile, removeFile } from '#kernel/files.ts'
import type { Id } from '#kernel/viewer.ts'
import { networkById } from '#features/networks/index.ts'
import { plainText, splitChoices } from './cells.ts'
import type { Column, Only } from './content.ts'
import { daysToDecide, goOn, guess, keepContent, lockImport, type Import } from './queries.ts'
import { readSpreadsheet, SpreadsheetError, type Sheet, type Table } from './spreadsheet.ts'

const reason = 'read a list that a lead brought'

/**
 * Reads the file of a list, outside any transaction, and keeps the table that was in it in place of the
 * file. What is wrong with a file is kept for its lead to read. Does nothing the second time.
 */
export async function readList(app: App, id: Id): Promise<void> {
  const waiting = await app.db.asSystem(reason, (tx) => fileOf(tx, app, id))
  if (!waiting) return
  const read = await readBytes(waiting)
  await app.db.asSystem(reason, async (tx) => {
    const list = await lockImport(tx, id, 'reading')
    if (!list) return
    if ('problem' in read) await fail(tx, app, list, read.problem)
    else await keepTable(tx, app, list, read)
  })
}

/** The table that was read from the file of a list. */
export async function tableOf(tx: Tx, app: App, list: Import): Promise<Table> {
  const bytes = list.file_id ? await readKeptFile(tx, app, list.file_id) : undefined
  if (!bytes) throw new Error('The table of a list is gone.')
  return JSON.parse(bytes.toString()) as Table
}

/** The list is given up; its lead reads why. */
export async function fail(tx: Tx, app: App, list: Import, problem: string): Promise<void> {
  if (list.file_id) await removeFile(tx, app, list.file_id)
  await tx.run(sql`delete from imports.line where import_id = ${list.id}`)
  await tx.run(sql`update imports.import set file_id = null where id = ${list.id}`)
  await keepContent(tx, list, { ...list.content!, problem })
  await goOn(tx, list, 'failed')
}

type Waiting = { filename: string; bytes: Buffer | undefined }

async function fileOf(tx: Tx, app: App, id: Id): Promise<Waiting | undefined> {
  const list = await lockImport(tx, id, 'reading')
  if (!list?.content || !list.file_id) return undefined
  await tx.run(
    sql`update imports.import set tries = tries + 1, worked_at = ${tx.now} where id = ${id}`,
  )
  return { filename: list.content.filename, bytes: await readKeptFile(tx, app, list.file_id) }
}

async function readBytes({ bytes, filename }: Waiting): Promise<Sheet | { problem: string }> {
  if (!bytes)
    return { problem: 'The selected file was not kept long enough to be read. Choose it again' }
  try {
    const sheet = await readSpreadsheet(bytes, filename)
    if (sheet.rowCount > 0) return sheet
    return {
      problem:
        'The selected file has no rows below its headings. Add the people to it, then choose it again',
    }
  } catch (error) {
    if (error instanceof SpreadsheetError) return { problem: error.message }
    throw error
  }
}

async function keepTable(tx: Tx, app: App, list: Import, sheet: Sheet): Promise<void> {
  const network = (await networkById(tx, list.network_id))!
  const table: Table = { columns: sheet.columns, rows: sheet.rows, firstRow: sheet.firstRow }
  const kept = await keepFile(tx, app, Buffer.from(JSON.stringify(table)), daysToDecide)
  await removeFile(tx, app, list.file_id!)
  const columns = sheet.columns.map((name, i) => ({
    name: short(name),
    ...valuesOf(sheet.rows, i),
  }))
  const mapping = guess(sheet.columns, sheet.rows.slice(0, 200))
  await tx.run(
    sql`update imports.import set file_id = ${kept}, total = ${sheet.rows.length} where id = ${list.id}`,
  )
  await keepContent(tx, list, {
    ...list.content!,
    columns,
    mapping,
    notes: sheet.notes,
    only: guessOnly(columns, Object.values(mapping), network.name),
  })
  await goOn(tx, list, 'mapping')
}

const mostChoices = 100

/** A few values of a column and, where they are the same again and again, all the choices there are. */
function valuesOf(rows: string[][], column: number): Pick<Column, 'samples' | 'choices'> {
  const samples = new Set<string>()
  const choices = new Set<string>()
  let filled = 0
  for (const row of rows) {
    const cell = row[column] ?? ''
    if (cell === '') continue
    filled++
    if (samples.size < 3) samples.add(short(plainText(cell) ?? ''))
    if (choices.size <= mostChoices)
      for (const choice of splitChoices(cell)) choices.add(short(choice))
  }
  const repeats =
    choices.size > 1 && choices.size <= mostChoices && (choices.size < filled || choices.size < 5)
  return {
    samples: [...samples],
    choices: repeats ? [...choices].sort((a, b) => a.localeCompare(b, 'en-GB')) : null,
  }
}

/** Where a column names networks, this one among them, the rows that are for it. */
function guessOnly(
  columns: readonly Column[],
  taken: readonly (number | null)[],
  network: string,
): Only | null {
  for (const [column, { name, choices }] of columns.entries()) {
    if (!choices || taken.includes(column)) continue
    const choice = choices.find((each) => plain(each) === plain(network))
    if (choice !== undefined || /\bnetworks\b/i.test(name)) return { column, choice: choice ?? '' }
  }
  return null
}

/** The choice among a column's that names the network, or nothing. */
export function choiceFor(column: Column | undefined, network: string): string {
  return column?.choices?.find((each) => plain(each) === plain(network)) ?? ''
}

/** Whether a cell holds a choice, alone or among others. */
export const holdsChoice = (cell: string, choice: string): boolean =>
  splitChoices(cell).some((each) => short(each) === choice)

/** `The Carers’ Network` and `carers` are the same. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/\b(the|staff|network)\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text)
