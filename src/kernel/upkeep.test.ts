import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { client, codeFor } from '../testing/client.ts'
import { stage } from '../testing/networks.ts'
import { nightly, shuffled } from './upkeep.ts'

const app = await testApp()
await stage(app, { slug: 'carers', leads: [cast.grace] })
await stage(app, { slug: 'climbers', leads: [cast.carlos] })
for (const who of [cast.mei, cast.alan, cast.sam, cast.ravi]) {
  const browser = client(app)
  await browser.post('/join', { network: ['carers', 'climbers'], from: 'poster' }, '/join')
  await browser.post('/join/details', { name: who.name, email: who.email, organisation: '' })
  await browser.post('/join/check', {})
  await browser.post('/join/confirm', { code: await codeFor(app, who.email) })
}

/** The keys of a table's rows as they lie on the disk, with how many transactions wrote them. */
async function onDisk(table: string, key: string) {
  const { rows } = await app.db.engine.root(
    `select ${key}::text as key, xmin::text from ${table} order by ctid`,
  )
  const lying = rows as { key: string; xmin: string }[]
  return { keys: lying.map((row) => row.key), writers: new Set(lying.map((row) => row.xmin)).size }
}

const tables = {
  'people.person': 'id',
  'people.ring': 'id',
  'members.membership': 'id',
  'members.bond': 'membership_id',
  'members.card': 'membership_id',
  'members.appointment': 'id',
  'audit.entry': 'id',
}

test('by day, the order of rows on the disk tells who joined what', async () => {
  const { keys } = await onDisk('audit.entry', 'coalesce(person_tag::text, network_id::text)')
  const persons = keys.flatMap((key, i) => (key.startsWith('\\x') ? [i] : []))
  assert.equal(persons.length, 4)
  for (const i of persons)
    assert.ok(!keys[i - 1]!.startsWith('\\x') && !keys[i - 2]!.startsWith('\\x'))
})

test('after the night it tells nothing: rows lie in the order of random ids, written at once', async () => {
  await nightly(app)
  for (const [table, key] of Object.entries(tables)) {
    const { keys, writers } = await onDisk(table, key)
    assert.ok(keys.length > 1, table)
    assert.deepEqual(keys, keys.toSorted(), table)
    assert.equal(writers, 1, table)
  }
})

test('the next night goes over what was written since', async () => {
  app.clock.advance(86_400)
  const browser = client(app)
  await browser.post('/sign-in', { email: cast.mei.email })
  await browser.post('/sign-in/code', { code: await codeFor(app, cast.mei.email) })
  await nightly(app)
  const { keys } = await onDisk('audit.entry', 'id')
  assert.deepEqual(keys, keys.toSorted())
})

test('what happens in a network has a day and no time: only what a person did alone has one', async () => {
  const entries = await app.db.asSystem('read the log in a test', (tx) =>
    tx.rows<{ network: boolean; timed: boolean; count: number }>(sql`
      select network_id is not null as network, at is not null as timed, count(*)::int as count from audit.entry group by 1, 2`),
  )
  assert.deepEqual(
    entries.filter((each) => each.network && each.timed),
    [],
  )
  assert.ok(entries.some((each) => !each.network && each.timed))
})

/** Written by leads, or in the night, for one network at a time: no row lies beside one of a person or of another network. */
const byItself = [
  'members.decision',
  'networks.privacy_consent',
  'welcome.sent',
  'launch.cohort',
  'people.administrator',
]

test('every table of memberships and of persons is rewritten, or is named here', async () => {
  const { rows } = await app.db.engine.root(`
    select distinct table_schema || '.' || table_name as name from information_schema.columns
    where column_name in ('membership_id', 'person_id') and table_schema not in ('pgboss', 'pg_catalog', 'information_schema')`)
  const rewritten = new Set(shuffled.map(({ table }) => table))
  const left = (rows as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !rewritten.has(name) && !byItself.includes(name))
  assert.ok(rows.length > 10)
  assert.deepEqual(left, [])
})
