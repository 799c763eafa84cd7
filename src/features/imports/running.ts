import type { App } from '#kernel/app.ts'
import { auditNetwork } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { removeFile } from '#kernel/files.ts'
import { enqueue } from '#kernel/jobs.ts'
import { noteProgress, progressOf } from '#kernel/progress.ts'
import type { Id } from '#kernel/viewer.ts'
import { invite } from '#features/invitations/index.ts'
import { networkById, type Network } from '#features/networks/index.ts'
import { inviteeOf, outcomeOf } from './checking.ts'
import { openLine } from './content.ts'
import { letOthersIn } from './pausing.ts'
import { countLines, goOn, keepContent, lockImport, stopRunning, type Import } from './queries.ts'

/** How many people are invited in one transaction. */
const part = 200
const partsAtOnce = 25
const reason = 'invite those on a list, as its lead asked'

/** The lead has checked the list, and wants everyone on it invited. From here on nothing but the lines is needed. */
export async function startRun(
  tx: Tx,
  app: App,
  list: Import,
  lead: Id,
  note: string,
): Promise<void> {
  const people = list.counts.waiting ?? 0
  if (list.file_id) await removeFile(tx, app, list.file_id)
  await tx.run(
    sql`update imports.import set file_id = null, started_by = ${lead} where id = ${list.id}`,
  )
  await keepContent(tx, list, { ...list.content!, columns: [], note })
  await goOn(tx, list, 'running', people)
  await auditNetwork(tx, 'imports.started', {
    network: list.network_id,
    actor: lead,
    detail: { people },
  })
  await enqueue(tx, 'imports.run', { import: list.id })
}

/** Invites people part by part, and lets other work come between. Whenever it dies, it goes on with the next line that waits. */
export async function runList(app: App, id: Id, some = part): Promise<void> {
  for (let i = 0; i < partsAtOnce; i++) {
    if (!(await runSome(app, id, some))) return
    await letOthersIn()
  }
  await app.db.asSystem(reason, (tx) => enqueue(tx, 'imports.run', { import: id }))
}

/**
 * Invites the next part of a list in one transaction: the invitations, and what became of their lines, stand
 * together or not at all. Out: whether there may be more.
 */
export async function runSome(app: App, id: Id, some = part): Promise<boolean> {
  return app.db.asSystem(reason, async (tx) => {
    const list = await lockImport(tx, id, 'running')
    const network = list && (await networkById(tx, list.network_id))
    if (!list || !network) return false
    if (!mayInvite(network)) return (await stopRunning(tx, list), false)
    const done = await invitePart(tx, list, network, some)
    await tx.run(sql`update imports.import set worked_at = ${tx.now} where id = ${id}`)
    if (done === some) return true
    await countLines(tx, list)
    await goOn(tx, list, 'finished')
    return false
  })
}

/** Nobody is invited to a network that is not open. */
export const mayInvite = (network: Pick<Network, 'status'>): boolean =>
  network.status === 'live' || network.status === 'setting-up'

async function invitePart(tx: Tx, list: Import, network: Network, some: number): Promise<number> {
  const rows = await tx.rows<{ line: number; content_sealed: Uint8Array }>(sql`
    select line, content_sealed from imports.line
    where import_id = ${list.id} and outcome = 'waiting' and content_sealed is not null order by line limit ${some}`)
  const people = rows.map((row) =>
    inviteeOf(openLine(tx.keys, network.id, list.id, row.line, row.content_sealed)),
  )
  const outcomes = await invite(tx, network, {
    people,
    origin: 'import',
    actor: list.started_by,
    note: list.content?.note,
  })
  const became = rows.map(({ line }, i) => ({ line, outcome: outcomeOf(outcomes[i]!) }))
  await tx.run(sql`
    update imports.line set outcome = became.outcome
    from jsonb_to_recordset(${JSON.stringify(became)}::jsonb) as became (line int, outcome text)
    where import_id = ${list.id} and imports.line.line = became.line`)
  const progress = list.progress_id && (await progressOf(tx, list.progress_id))
  if (progress)
    await noteProgress(tx, progress.id, { done: progress.done + rows.length, state: 'running' })
  return rows.length
}
