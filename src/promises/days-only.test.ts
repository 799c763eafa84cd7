import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { client, lastEmail, signedIn } from '../testing/client.ts'
import { agree, bring, inviteAll } from '../testing/importing.ts'
import { fillIn, linkIn } from '../testing/joining.ts'
import { stage } from '../testing/networks.ts'

const app = await testApp()
await stage(app, { slug: 'n-hidden', findable: 'invited', leads: [cast.grace] })
const grace = await signedIn(app, cast.grace)
const list = `Name,Email\n${cast.olu.name},${cast.olu.email}\n`
for (const asked of [list, list]) await bring(app, grace, 'n-hidden', asked)
const address = await bring(app, grace, 'n-hidden', list)
await agree(app, grace, address)
await inviteAll(app, grace, address)
await stage(app, { slug: 'open-to-all', leads: [cast.grace] })
await fillIn(app, client(app), cast.mei, ['open-to-all'])

/** How many values of a column tell more than a day. */
async function times(table: string, column: string, where = 'true'): Promise<number> {
  const { rows } = await app.db.engine.root(`
    select count(*)::int as count from ${table}
    where ${column} <> date_trunc('day', ${column}, 'UTC') and ${where}`)
  return (rows[0] as { count: number }).count
}

test('sessions have times: whatever else had them could be laid beside', async () => {
  assert.equal(await times('sign_in.session', 'started_at'), 2)
})

test('beside a network or a membership, and what hangs on them, stands a day and no time', async () => {
  const { rows } = await app.db.engine.root(`
    select t.table_schema || '.' || t.table_name as table, t.column_name as column from information_schema.columns t
    where t.data_type like 'timestamp%' and exists (
      select from information_schema.columns c where c.table_schema = t.table_schema and c.table_name = t.table_name
        and c.column_name in ('network_id', 'membership_id'))`)
  const columns = rows as { table: string; column: string }[]
  assert.ok(columns.some(({ table }) => table === 'imports.import'))
  for (const { table, column } of columns) {
    const where = table === 'audit.entry' ? 'network_id is not null' : 'true'
    assert.equal(await times(table, column, where), 0, `${table}.${column}`)
  }
  // The table read from a list, and how far its work is, are named in the list's row.
  const kept = await app.db.engine.root('select 1 from kernel.file')
  assert.equal(kept.rows.length, 2)
  assert.equal(await times('kernel.file', 'expires_at'), 0)
  assert.equal(await times('kernel.progress', 'updated_at'), 0)
})

test('after signing out, whoever uses the browser next finds nothing of an invitation that was followed', async () => {
  const link = linkIn((await lastEmail(app, cast.olu.email))!)
  const olu = await signedIn(app, cast.olu)
  await olu.post(link, { answer: 'yes' })
  await olu.post('/join', { network: 'n-hidden' }, '/join?network=n-hidden')
  assert.match((await olu.get('/networks/n-hidden')).text, /<h1/)
  const left = client(app)
  for (const [name, value] of olu.cookies) if (name !== 'session') left.cookies.set(name, value)
  assert.equal((await left.get('/networks/n-hidden')).status, 200)
  await olu.post('/sign-out', {}, '/account')
  assert.equal((await olu.get('/networks/n-hidden')).status, 404)
  assert.deepEqual(
    [...olu.cookies.keys()].filter((name) => name !== 'form'),
    [],
  )
  const found = await app.db.asSystem('look in a test', (tx) =>
    tx.rows(sql`select 1 from sign_in.session where person_id is not null`),
  )
  assert.equal(found.length, 2)
})
