import { sql, type Tx } from '#kernel/db.ts'
import { positionIn, positionText } from '#kernel/position.ts'
import type { Id } from '#kernel/viewer.ts'

export type Entry = {
  id: Id
  event: string
  detail: Record<string, string | number | boolean>
  day: string
  at: Date | null
  actor_id: Id | null
  subject_id: Id | null
}
export type Page = { entries: Entry[]; next: string | undefined }

const pageSize = 50

/** A network's log, the newest day first. Row-level security decides who reads it. `after` is where the last page ended. */
export async function networkLog(tx: Tx, network: Id, after: string): Promise<Page> {
  return page(tx, sql`network_id = ${network}`, after)
}

/** The log of the installation: what administrators did. */
export async function installationLog(tx: Tx, after: string): Promise<Page> {
  return page(tx, sql`network_id is null and person_tag is null`, after)
}

async function page(tx: Tx, which: ReturnType<typeof sql>, after: string): Promise<Page> {
  const { on, id } = positionIn(after) ?? beginning
  const entries = await tx.rows<Entry>(sql`
    select id, event, detail, day, at, actor_id, subject_id from audit.entry
    where ${which} and (day, id) < (${on}::date, ${id}::uuid) order by day desc, id desc limit ${sql.lit(pageSize + 1)}`)
  const last = entries[pageSize - 1]
  return {
    entries: entries.slice(0, pageSize),
    next:
      entries.length > pageSize && last ? positionText({ on: last.day, id: last.id }) : undefined,
  }
}

const beginning = { on: '9999-12-31', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
