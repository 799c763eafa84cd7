import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import pg from 'pg'
import { strangersSettings } from '../viewer.ts'
import type { Engine, Run } from './engine.ts'

/** Connects to PostgreSQL 15 or later. `max` is the number of connections of this process. */
export function openPostgres(url: string, max = 10): Engine {
  const strangers = openPool(url, max, `${planning} ${resting}`)
  const own = openPool(url, 4, planning)
  return {
    name: 'postgres',
    startsAsStranger: true,
    transaction: (work) => transaction(strangers, work),
    ownTransaction: (work) => transaction(own, work),
    async root(text) {
      const result = await own.query(text)
      const last = Array.isArray(result) ? result[result.length - 1] : result
      return { rows: last.rows, count: last.rowCount ?? 0 }
    },
    jobs: () => ({
      db: {
        executeSql: async (text: string, values?: unknown[]) => {
          const result = await own.query(text, values)
          return { rows: (Array.isArray(result) ? result[result.length - 1] : result).rows }
        },
      },
    }),
    close: async () => void (await Promise.all([strangers.end(), own.end()])),
  }
}

function openPool(url: string, max: number, options: string): pg.Pool {
  const types = new pg.TypeOverrides()
  types.setTypeParser(20, Number)
  types.setTypeParser(1082, (text) => text)
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    pipeline: true,
    options,
    idleTimeoutMillis: 30_000,
  })
  // A connection lost while idle is replaced at its next use; the query that meets it says so itself.
  pool.on('error', () => {})
  return pool
}

async function transaction<T>(pool: pg.Pool, work: (run: Run) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const begun = send(client, 'begin')
    // Whatever follows fails as well, and says so.
    begun.catch(() => {})
    const result = await work((text, values, as) =>
      send(client, text, values, as).then(({ rows, rowCount }) => ({ rows, count: rowCount ?? 0 })),
    )
    await begun
    // After a statement that failed, whoever caught that, the server rolls back and says so only here.
    if ((await send(client, 'commit')).command !== 'COMMIT')
      throw new Error('A statement had failed: all of it was taken back.')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * Rules make queries long: planning one takes ten times as long as running it, so a plan is made once a
 * connection, and is not compiled to machine code. Nearly all that is read is in memory, where reaching a
 * row by an index is not the four times dearer that a spinning disk would make it.
 */
const planning = '-c plan_cache_mode=force_generic_plan -c jit=off -c random_page_cost=1.1'

/** A connection on which nobody has spoken has a stranger's rights: most pages are for strangers. */
const resting = Object.entries({ role: 'guildhall_viewer', ...strangersSettings })
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ')

/**
 * Statements given one after the other without waiting leave together, in one piece, and are answered in
 * order. Each distinct one is prepared once a connection: its name is the hash of its text.
 */
function send(
  client: pg.PoolClient,
  text: string,
  values?: readonly unknown[],
  as = '',
): Promise<pg.QueryResult> {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  if (stream.writableCorked === 0) {
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
  if (!values) return client.query(text)
  const name = nameOf(text)
  return client.query({ name: name && name + as, text, values: [...values] })
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    // Statements of varying shape (long lists) would fill the server's memory: past a bound, none is kept.
    if (names.size >= 1000) return ''
    name = createHash('sha1').update(text).digest('base64').slice(0, 20)
    names.set(text, name)
  }
  return name
}
