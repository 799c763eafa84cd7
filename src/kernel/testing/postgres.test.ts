import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { startPostgres } from './postgres.ts'

test('the PostgreSQL of the tests logs in as production does: an owner, not a superuser', async (t) => {
  const server = await startPostgres()
  t.after(server.stop)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query(
    `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
       (select datdba = pg_roles.oid from pg_database where datname = current_database()) as owner
     from pg_roles where rolname = current_user`,
  )
  await client.end()
  assert.deepEqual(rows, [
    {
      rolname: 'guildhall',
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: true,
      rolcreaterole: true,
      owner: true,
    },
  ])
})
