import type { App } from './app.ts'
import { dateOf } from './clock.ts'
import { sql } from './db.ts'
import { log } from './log.ts'

/**
 * Writes down, each minute and at the end, how often this process passed the rules by and why: what
 * administrators read at `/admin/health`. Out: what stops it, having written the rest.
 */
export function countReasons(app: App, seconds = 60): () => Promise<void> {
  const owed = new Map<string, number>()
  let writing = Promise.resolve()
  const write = () => (writing = writing.then(() => writeReasons(app, owed)))
  const timer = setInterval(() => void write(), seconds * 1000)
  timer.unref()
  return () => {
    clearInterval(timer)
    return write()
  }
}

/** Writes what has come since, and what could not be written before. */
async function writeReasons(app: App, owed: Map<string, number>): Promise<void> {
  for (const [reason, times] of app.db.takeReasons())
    owed.set(reason, (owed.get(reason) ?? 0) + times)
  // In one order, so that two processes do not wait for each other.
  const counts = [...owed].sort(([a], [b]) => (a < b ? -1 : 1))
  if (counts.length === 0) return
  try {
    await app.db.asSystem(counting, (tx) =>
      tx.run(sql`
        insert into kernel.bypass (reason, day, times)
        select reason, ${dateOf(tx.now)}::date, times from jsonb_to_recordset(${JSON.stringify(
          counts.map(([reason, times]) => ({ reason, times })),
        )}::jsonb) as given (reason text, times int)
        on conflict (reason, day) do update set times = kernel.bypass.times + excluded.times`),
    )
    owed.clear()
  } catch (error) {
    log(app, 'warn', 'The reasons for passing the rules by could not be written down.', error)
  }
}

const counting = 'count how often the rules were passed by'
