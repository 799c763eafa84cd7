import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'
import { auditAct } from '#features/networks/index.ts'

/** One line of the run sheet: when, in minutes from the start; what happens; who sees to it. */
export type Line = { minute: number; what: string; who: string }
export type Item = Line & { id: Id }

/** More lines than an event of a day has. */
export const mostItems = 60

/** The run sheet of a network, in the order of time. */
export async function runSheet(tx: Tx, network: Id): Promise<Item[]> {
  return items(tx, network, sql``)
}

/** One line of it. */
export async function findItem(tx: Tx, network: Id, id: Id): Promise<Item | undefined> {
  return (await items(tx, network, sql`and id = ${id}`))[0]
}

/** Writes a run sheet where there is none. Two leads at once write one. Out: false when there is one already. */
export async function beginRunSheet(tx: Tx, network: Id, lines: readonly Line[]): Promise<boolean> {
  // Whoever writes holds the plan, which there is before there is a run sheet.
  await tx.run(sql`select id from launch.plan where network_id = ${network} for update`)
  if ((await runSheet(tx, network)).length > 0) return false
  for (const line of lines) await insert(tx, network, line)
  await auditAct(tx, 'launch.run-sheet-begun', network)
  return true
}

/** Adds a line. Out: false when there are as many as there can be. */
export async function addItem(tx: Tx, network: Id, line: Line): Promise<boolean> {
  await tx.run(sql`select id from launch.plan where network_id = ${network} for update`)
  if ((await runSheet(tx, network)).length >= mostItems) return false
  await insert(tx, network, line)
  await auditAct(tx, 'launch.run-sheet-changed', network)
  return true
}

/** Changes a line. */
export async function changeItem(tx: Tx, network: Id, id: Id, line: Line): Promise<void> {
  const changed = await tx.run(sql`
    update launch.item set minute = ${line.minute}, content_sealed = ${seal(tx.keys, network, id, line)}
    where id = ${id} and network_id = ${network}`)
  if (changed) await auditAct(tx, 'launch.run-sheet-changed', network)
}

/** Takes a line away; without an id, all of them. */
export async function dropItems(tx: Tx, network: Id, id?: Id): Promise<void> {
  const gone = await tx.run(sql`
    delete from launch.item where network_id = ${network} ${id ? sql`and id = ${id}` : sql``}`)
  if (gone) await auditAct(tx, 'launch.run-sheet-changed', network)
}

async function items(tx: Tx, network: Id, which: ReturnType<typeof sql>): Promise<Item[]> {
  const rows = await tx.rows<{ id: Id; minute: number; content_sealed: Uint8Array }>(sql`
    select id, minute, content_sealed from launch.item where network_id = ${network} ${which}
    order by minute, id limit ${sql.lit(mostItems)}`)
  return rows.map(({ id, minute, content_sealed }) => ({
    id,
    minute,
    ...(JSON.parse(tx.keys.open(`network:${network}`, place(id), content_sealed)) as Omit<
      Line,
      'minute'
    >),
  }))
}

async function insert(tx: Tx, network: Id, line: Line): Promise<void> {
  const id = crypto.randomUUID()
  await tx.run(sql`
    insert into launch.item (id, network_id, minute, content_sealed)
    values (${id}, ${network}, ${line.minute}, ${seal(tx.keys, network, id, line)})`)
}

const seal = (keys: Keys, network: Id, id: Id, { what, who }: Line) =>
  keys.seal(`network:${network}`, place(id), JSON.stringify({ what, who }))
const place = (row: Id) => ({ table: 'launch.item', column: 'content', row })
