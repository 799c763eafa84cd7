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
import type { Engine, Run } from './db/engine.ts'
import type { Keys } from './keys.ts'
import { settingsOf, type System, type Viewer } from './viewer.ts'

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
  /** How many statements ran since the process began; tests bound their growth. */
  readonly statements: { count: number }
  /** How often each reason was given since last asked: what the audit log keeps of the bypass. */
  takeReasons(): Map<string, number>
  close(): Promise<void>
}

/** Makes the Db of an engine. */
export function makeDb(engine: Engine, keys: Keys, clock: Clock): Db {
  const statements = { count: 0 }
  const reasons = new Map<string, number>()
  const begin = async <T>(
    viewer: Viewer,
    work: (tx: Tx, run: Run, later: (() => void)[]) => Promise<T>,
  ): Promise<T> => {
    const later: (() => void)[] = []
    const result = await engine.transaction(opening(viewer, keys), (run) => {
      const counted: Run = (text, values) => {
        statements.count++
        return run(text, values)
      }
      return work(makeTx(counted, viewer, keys, clock(), later, count), counted, later)
    })
    for (const each of later) each()
    return result
  }
  const as = <T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> => begin(viewer, work)
  const count = (reason: string) => reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
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
      begin({ kind: 'stranger' }, async (tx, run, later) => {
        const viewer = await identify(tx)
        if (viewer.kind === 'stranger' && !viewer.invitation) return work(tx)
        await run(...become(viewer, keys))
        return work(makeTx(run, viewer, keys, tx.now, later, count))
      }),
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

function makeTx(
  run: Run,
  viewer: Viewer,
  keys: Keys,
  now: Date,
  later: (() => void)[],
  count: (reason: string) => void,
): Tx {
  const execute = (query: Query) => {
    const compiled = query.compile(compiler)
    return run(compiled.sql, compiled.parameters)
  }
  const as = async <T>(other: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> => {
    await run(...become(other, keys))
    const result = await work(makeTx(run, other, keys, now, later, count))
    // When the work throws the whole transaction rolls back, so there is nothing to switch back.
    await run(...become(viewer, keys))
    return result
  }
  return {
    viewer,
    keys,
    now,
    rows: async <T>(query: Query<T>) => (await execute(query)).rows as T[],
    row: async <T>(query: Query<T>) => (await execute(query)).rows[0] as T | undefined,
    run: async (query) => (await execute(query)).count,
    as,
    asSystem(reason, work) {
      count(reason)
      const system: System = { kind: 'system', reason }
      return as(system, work)
    },
    async pretend(work) {
      await run('savepoint pretence', [])
      try {
        // What would follow a commit does not follow: its list is thrown away.
        return await work(makeTx(run, viewer, keys, now, [], count))
      } finally {
        // Takes the viewer's settings back as well.
        await run('rollback to savepoint pretence', [])
        await run('release savepoint pretence', [])
      }
    },
    afterCommit: (work) => void later.push(work),
  }
}

/** Trusted SQL that opens a transaction for a viewer: one round trip with `begin`. */
function opening(viewer: Viewer, keys: Keys): string {
  const calls = Object.entries(settingsOf(viewer, keys)).map(
    ([name, value]) => `set_config('${name}', '${literal(value)}', true)`,
  )
  return `select ${calls.join(', ')};`
}

function become(viewer: Viewer, keys: Keys): [string, string[]] {
  const pairs = Object.entries(settingsOf(viewer, keys))
  const calls = pairs.map(([name], i) => `set_config('${name}', $${i + 1}, true)`)
  return [`select ${calls.join(', ')}`, pairs.map(([, value]) => value)]
}

/** Settings are ids, hex and role names: anything else is a mistake of ours, not of the person. */
function literal(value: string): string {
  if (!/^[a-z0-9_{},-]*$/.test(value))
    throw new Error('A setting of the viewer has an unexpected form.')
  return value
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
