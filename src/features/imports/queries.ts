import { auditNetwork } from '#kernel/audit.ts'
import type { App } from '#kernel/app.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { keepFile, removeFile } from '#kernel/files.ts'
import { enqueue } from '#kernel/jobs.ts'
import { startProgress } from '#kernel/progress.ts'
import type { Id } from '#kernel/viewer.ts'
import { guessMapping, fields, type Mapping } from './mapping.ts'
import type { Counts } from './outcomes.ts'
import { openContent, sealContent, type Content } from './content.ts'

export type State =
  | 'reading'
  | 'mapping'
  | 'checking'
  | 'checked'
  | 'running'
  | 'finished'
  | 'failed'
  | 'cancelled'

export type Import = {
  id: Id
  network_id: Id
  state: State
  total: number
  counts: Counts
  file_id: Id | null
  progress_id: Id | null
  started_by: Id
  started_on: string
  /** Gone after a while. */
  content: Content | null
}

/** How long a list waits for its lead, and its file with it. */
export const daysToDecide = 7
/** How long what the rows said is kept, once it is over. */
export const daysToDownload = 30

const columns = sql`id, network_id, state, total, counts, file_id, progress_id, started_by, started_on, content_sealed`

type Row = Omit<Import, 'content'> & { content_sealed: Uint8Array | null }

/** A list of a network. */
export async function findImport(tx: Tx, network: Id, id: Id): Promise<Import | undefined> {
  return opened(
    tx,
    await tx.row<Row>(
      sql`select ${columns} from imports.import where id = ${id} and network_id = ${network}`,
    ),
  )
}

/** A list in one of these states, for whoever is about to change it: nobody else can meanwhile. */
export async function lockImport(tx: Tx, id: Id, ...states: State[]): Promise<Import | undefined> {
  return opened(
    tx,
    await tx.row<Row>(
      sql`select ${columns} from imports.import where id = ${id} and state = any (${states}::text[]) for update`,
    ),
  )
}

/** A network's lists, the newest first; those whose file could not be read, too, for as long as we know why. */
export async function pastImports(tx: Tx, network: Id): Promise<Import[]> {
  const rows = await tx.rows<Row>(sql`
    select ${columns} from imports.import where network_id = ${network} order by started_on desc, number desc limit 20`)
  return rows.map((row) => opened(tx, row)!)
}

/** Keeps a file that a lead brings, and asks for it to be read. */
export async function bringList(
  tx: Tx,
  app: App,
  network: Id,
  lead: Id,
  file: { filename: string; bytes: Buffer },
): Promise<Id> {
  const id = crypto.randomUUID()
  const content: Content = {
    filename: file.filename.slice(0, 200),
    columns: [],
    mapping: emptyMapping(),
    only: null,
    notes: [],
    note: '',
    problem: '',
  }
  const kept = await keepFile(tx, app, file.bytes, daysToDecide)
  await tx.run(sql`
    insert into imports.import (id, network_id, file_id, content_sealed, worked_at, started_by, started_on)
    values (${id}, ${network}, ${kept}, ${sealContent(tx.keys, network, id, content)}, ${tx.now}, ${lead}, ${dateOf(tx.now)})`)
  await auditNetwork(tx, 'imports.brought', { network, actor: lead })
  await enqueue(tx, 'imports.read', { import: id })
  return id
}

/** Changes what is kept of a list. */
export async function keepContent(tx: Tx, list: Import, content: Content): Promise<void> {
  await tx.run(
    sql`update imports.import set content_sealed = ${sealContent(tx.keys, list.network_id, list.id, content)} where id = ${list.id}`,
  )
}

/** Goes on to the next state. A piece of long work starts with its own progress, of `rows` to go through. */
export async function goOn(tx: Tx, list: Import, state: State, rows?: number): Promise<void> {
  const progress = rows === undefined ? null : crypto.randomUUID()
  if (progress) await startProgress(tx, progress, rows ?? 0)
  await tx.run(
    sql`update imports.import set state = ${state}, progress_id = ${progress}, tries = 0, worked_at = ${workedAt(tx, state)} where id = ${list.id}`,
  )
}

/** Only while it is worked on is the time needed. Beside a lead's membership it would tell, with the times of sessions, who that is. */
const workedAt = (tx: Tx, state: State): Date =>
  ['reading', 'checking', 'running'].includes(state) ? tx.now : new Date(dateOf(tx.now))

/** The lead changes their mind. A list from which nobody was invited is forgotten whole; another one stops where it is. */
export async function stopImport(tx: Tx, app: App, list: Import, lead: Id): Promise<void> {
  if (list.file_id) await removeFile(tx, app, list.file_id)
  if (list.state === 'running') await stopRunning(tx, list)
  else await tx.run(sql`delete from imports.import where id = ${list.id}`)
  await auditNetwork(tx, 'imports.stopped', { network: list.network_id, actor: lead })
}

/** Nobody else on the list is invited. */
export async function stopRunning(tx: Tx, list: Import): Promise<void> {
  await tx.run(
    sql`update imports.line set outcome = 'stopped' where import_id = ${list.id} and outcome = 'waiting'`,
  )
  await countLines(tx, list)
  await goOn(tx, list, 'cancelled')
}

/** Works out how many rows came to what; `passed` are those that are counted and not kept. */
export async function countLines(
  tx: Tx,
  list: Import,
  passed: Counts = { blank: list.counts.blank, elsewhere: list.counts.elsewhere },
): Promise<Counts> {
  const rows = await tx.rows<{ outcome: string; count: number }>(sql`
    select outcome, count(*)::int as count from imports.line where import_id = ${list.id} group by outcome`)
  const counts: Counts = {
    ...passed,
    ...Object.fromEntries(rows.map((row) => [row.outcome, row.count])),
  }
  await tx.run(
    sql`update imports.import set counts = ${JSON.stringify(counts)}::jsonb where id = ${list.id}`,
  )
  return counts
}

/** Where we look for what: a first guess. Only what an invitation needs; people say the rest themselves when they join. */
export function guess(columnNames: string[], rows: string[][]): Mapping {
  const { name, surname, email, category } = guessMapping(columnNames, rows)
  return { ...emptyMapping(), name, surname, email, category }
}

/** No column is said to mean anything yet. */
export const emptyMapping = (): Mapping =>
  Object.fromEntries(fields.map((field) => [field, null])) as Mapping

function opened(tx: Tx, row: Row | undefined): Import | undefined {
  if (!row) return undefined
  const { content_sealed, ...rest } = row
  return {
    ...rest,
    content: content_sealed && openContent(tx.keys, row.network_id, row.id, content_sealed),
  }
}
