import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Engine, Run } from './engine.ts'

/** Connects to PostgreSQL 15 or later. `max` is the number of connections of this process. */
export function openPostgres(url: string, max = 10): Engine {
  const types = new pg.TypeOverrides()
  types.setTypeParser(20, Number)
  types.setTypeParser(1082, (text) => text)
  // Rules make queries look dear, and compiling them to machine code takes longer than running them.
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: '-c jit=off',
    idleTimeoutMillis: 30_000,
  })
  // A connection lost while idle is replaced at its next use; the query that meets it says so itself.
  pool.on('error', () => {})
  return {
    name: 'postgres',
    async transaction(opening, work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query(`begin;${opening}`)
        const result = await work(runOn(client))
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => (broken = lost))
        throw error
      } finally {
        client.release(broken)
      }
    },
    async root(text) {
      const result = await pool.query(text)
      const last = Array.isArray(result) ? result[result.length - 1] : result
      return { rows: last.rows, count: last.rowCount ?? 0 }
    },
    jobs: () => ({
      db: {
        executeSql: async (text: string, values?: unknown[]) => {
          const result = await pool.query(text, values)
          return { rows: (Array.isArray(result) ? result[result.length - 1] : result).rows }
        },
      },
    }),
    close: () => pool.end(),
  }
}

/** Each distinct statement is prepared once a connection: its name is the hash of its text. */
function runOn(client: pg.PoolClient): Run {
  return async (text, values) => {
    const result = await client.query(
      values ? { name: nameOf(text), text, values: [...values] } : text,
    )
    return { rows: result.rows, count: result.rowCount ?? 0 }
  }
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
