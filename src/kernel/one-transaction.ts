import type { Clock } from './clock.ts'
import { makeDb, type Db } from './db.ts'
import type { Engine, Run } from './db/engine.ts'

/**
 * A database all of whose transactions are one, with a clock of its own: for filling an empty
 * database with a past. When the work throws, or the process dies, nothing of it stays.
 */
export function inOneTransaction<T>(
  db: Db,
  clock: Clock,
  work: (inner: Db) => Promise<T>,
): Promise<T> {
  return db.engine.ownTransaction((run) => work(makeDb(within(db.engine, run), db.keys, clock)))
}

/** Each transaction begins with the rights of its own viewer, as ever; none ends before the whole does. */
function within(engine: Engine, run: Run): Engine {
  return {
    ...engine,
    transaction: (work) => work(run),
    startsAsStranger: false,
  }
}
