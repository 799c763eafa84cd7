import { dateOf } from './clock.ts'
import { sql, type Tx } from './db.ts'
import type { Id } from './viewer.ts'

/** How far a piece of long work is. `detail` is for people and holds nothing personal. */
export type Progress = {
  id: Id
  done: number
  total: number
  state: 'waiting' | 'running' | 'finished' | 'failed'
  detail: string | null
}

/** Starts the progress of a piece of work, before it is queued. */
export async function startProgress(tx: Tx, id: Id, total: number): Promise<void> {
  await tx.run(
    sql`insert into kernel.progress (id, total, updated_at) values (${id}, ${total}, ${today(tx)}) on conflict do nothing`,
  )
}

/** Notes how far it is; only the application does, as it works. */
export async function noteProgress(
  tx: Tx,
  id: Id,
  change: { done?: number; total?: number; state?: Progress['state']; detail?: string },
): Promise<void> {
  await tx.run(sql`
    update kernel.progress set done = coalesce(${change.done ?? null}::int, done), total = coalesce(${change.total ?? null}::int, total),
      state = coalesce(${change.state ?? null}::text, state), detail = coalesce(${change.detail ?? null}::text, detail), updated_at = ${today(tx)}
    where id = ${id}`)
}

/** How far it is, for the page that shows it. */
export async function progressOf(tx: Tx, id: Id): Promise<Progress | undefined> {
  return tx.row<Progress>(sql`select id, done, total, state, detail from kernel.progress_of(${id})`)
}

/** The day alone: work is asked for by somebody, and the time would stand beside those of their sessions. */
const today = (tx: Tx): Date => new Date(dateOf(tx.now))
