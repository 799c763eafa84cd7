import {
  sql as template,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  DummyDriver,
  type RawBuilder,
} from 'kysely'
import type { Clock } from './clock.ts'
import type { Engine } from './db/engine.ts'
import { say, tooLate, type Open } from './db/rights.ts'
import type { Keys } from './keys.ts'
import { stranger, type Viewer } from './viewer.ts'

/** A piece of SQL whose rows are `T`: ``sql<Row>`select … where id = ${id}` ``. Values become parameters. */
export type Query<T = unknown> = RawBuilder<T>

/** Kysely's template: fragments nest, `sql.join` makes lists, `sql.ref` quotes names. */
export const sql = template

/**
 * A transaction with the rights of one viewer. Every read and write of the product goes through one;
 * rows that the viewer may not see are not there.
 */
export type Tx = {
  readonly viewer: Viewer
  readonly keys: Keys
  readonly now: Date
  /** All rows of a query. */
  rows<T>(query: Query<T>): Promise<T[]>
  /** The first row, or undefined. */
  row<T>(query: Query<T>): Promise<T | undefined>
  /** Runs a statement; out comes how many rows it touched. */
  run(query: Query): Promise<number>
  /** The same transaction with another viewer's rights, until the work is done. */
  as<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same transaction as the application itself. The reason is counted in the audit log. */
  asSystem<T>(reason: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Does work and takes all of it back, whatever comes of it: for showing what would be. Out: what the work gave. */
  pretend<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs once the transaction has committed; not at all when it rolls back. */
  afterCommit(work: () => void): void
}

/** The database as features meet it: only through a viewer. */
export type Db = {
  readonly engine: Engine
  readonly keys: Keys
  readonly clock: Clock
  as<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T>
  asSystem<T>(reason: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Opens as a stranger, finds out who it is, and goes on with that viewer's rights. */
  asWhoever<T>(identify: (tx: Tx) => Promise<Viewer>, work: (tx: Tx) => Promise<T>): Promise<T>
  /** How many statements ran since the process began, besides those that only change rights; tests bound their growth. */
  readonly statements: { count: number }
  /** How often each reason was given since last asked: what the audit log keeps of the bypass. */
  takeReasons(): Map<string, number>
  close(): Promise<void>
}

/** Makes the Db of an engine. */
export function makeDb(engine: Engine, keys: Keys, clock: Clock): Db {
  const statements = { count: 0 }
  const reasons = new Map<string, number>()
  const count = (reason: string) => reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const begin = async <T>(work: (open: Open) => Promise<T>): Promise<T> => {
    const open: Open = {
      run: tooLate,
      speaker: engine.startsAsStranger ? stranger : undefined,
      settled: engine.startsAsStranger ? stranger : undefined,
      keys,
      now: clock(),
      later: [],
      count,
      statements,
    }
    const result = await engine.transaction(async (run) => {
      open.run = run
      // A statement that somebody forgot to wait for must not come out in another's transaction.
      return work(open).finally(() => (open.run = tooLate))
    })
    for (const each of open.later) each()
    return result
  }
  const as = <T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> =>
    begin((open) => work(makeTx(open, viewer)))
  return {
    engine,
    keys,
    clock,
    as,
    asSystem(reason, work) {
      count(reason)
      return as({ kind: 'system', reason }, work)
    },
    asWhoever: (identify, work) =>
      begin(async (open) => work(makeTx(open, await identify(makeTx(open, stranger))))),
    statements,
    takeReasons() {
      const taken = new Map(reasons)
      reasons.clear()
      return taken
    },
    close: () => engine.close(),
  }
}

/** The row, or the same 404 as for no such thing. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new NotFound()
  return row
}

/** The viewer may see the thing but not do this. → 403 */
export function allowed(may: boolean | null | undefined): void {
  if (!may) throw new Forbidden()
}

export class NotFound extends Error {}
export class Forbidden extends Error {}

function makeTx(open: Open, viewer: Viewer, later = open.later): Tx {
  const execute = (query: Query) => {
    const compiled = query.compile(compiler)
    return say(open, viewer, compiled.sql, compiled.parameters)
  }
  const as = <T>(other: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> =>
    work(makeTx(open, other, later))
  return {
    viewer,
    keys: open.keys,
    now: open.now,
    rows: async <T>(query: Query<T>) => (await execute(query)).rows as T[],
    row: async <T>(query: Query<T>) => (await execute(query)).rows[0] as T | undefined,
    run: async (query) => (await execute(query)).count,
    as,
    asSystem(reason, work) {
      open.count(reason)
      return as({ kind: 'system', reason }, work)
    },
    async pretend(work) {
      await say(open, viewer, 'savepoint pretence', [])
      const before = { speaker: open.speaker, settled: open.settled }
      try {
        // What would follow a commit does not follow: its list is thrown away.
        return await work(makeTx(open, viewer, []))
      } finally {
        const back = open.run('rollback to savepoint pretence', [])
        // The role and the settings are those of the savepoint again, also for whoever speaks before that is answered.
        Object.assign(open, before)
        await back
        await open.run('release savepoint pretence', [])
      }
    },
    afterCommit: (work) => void later.push(work),
  }
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
