import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { fillSample } from '../sample.ts'
import { personBehind } from '../features/members/index.ts'
import { openDetails } from '../features/people/index.ts'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { client, codeFor, outbox, signedIn } from '../testing/client.ts'

const app = await testApp()
await fillSample(app, { scale: 0.05 })
const grace = await signedIn(app, cast.grace)
await grace.post('/sign-in', { email: cast.grace.email })
await outbox(app)

/** Every table of ours, as a thief would read it: each row as text, bytes as letters too. */
async function dump(): Promise<{ table: string; rows: string[]; text: string }[]> {
  const tables = await app.db.engine.root(`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename not like 'pg\\_%'`)
  const read: { table: string; rows: string[]; text: string }[] = []
  for (const { name } of tables.rows as { name: string }[]) {
    const { rows } = await app.db.engine.root(`select t::text as row from ${name} t`)
    const lines = (rows as { row: string }[]).map((each) => each.row)
    const text = lines.join('\n')
    read.push({
      table: name,
      rows: lines,
      text:
        text +
        text.replaceAll(/\\x([0-9a-f]+)/g, (_, hex: string) =>
          Buffer.from(hex, 'hex').toString('latin1'),
        ),
    })
  }
  return read
}

test('with the key, the same rows do tell names, emails and who is in which network', async () => {
  const told = await app.db.asSystem('show in a test that it could leak', async (tx) => {
    const memberships = await tx.rows<{ id: string }>(
      sql`select membership_id as id from members.bond where person_sealed is not null limit 20`,
    )
    return Promise.all(memberships.map((each) => personBehind(tx, each.id)))
  })
  assert.ok(told.length > 5)
  for (const each of told) assert.match(each!.details.email, /@/)
})

test('a stolen dump holds no email of a person, in any table', async () => {
  const { rows } = await app.db.engine.root('select count(*)::int as count from people.person')
  assert.ok((rows[0] as { count: number }).count > 50)
  const addresses = await app.db.asSystem('read all addresses in a test', async (tx) => {
    const people = await tx.rows<{ id: string; details_sealed: Uint8Array }>(
      sql`select id, details_sealed from people.person`,
    )
    return people.map((each) => openDetails(tx.keys, each.id, each.details_sealed).email)
  })
  for (const { table, rows: lines, text } of await dump()) {
    const found =
      lines
        .join('\n')
        .match(/[\w.+-]{2,}@[\w-]+(\.[\w-]+)+/g)
        ?.filter((each) => !publicContacts.has(each)) ?? []
    assert.deepEqual(found, [], table)
    // Bytes may look like an address of nobody.
    assert.deepEqual(
      addresses.filter((each) => text.includes(each)),
      [],
      table,
    )
  }
})

test('a stolen dump holds no name of a person who has not agreed to be named', async () => {
  const names = await app.db.asSystem('read all names in a test', async (tx) => {
    const people = await tx.rows<{ id: string; details_sealed: Uint8Array }>(
      sql`select id, details_sealed from people.person`,
    )
    const named = new Set(
      (
        await tx.rows<{ name: string }>(
          sql`select public_name as name from members.appointment where public_name is not null union select public_name from governance.sponsor where public_name is not null`,
        )
      ).map((row) => row.name),
    )
    return people
      .map((person) => openDetails(tx.keys, person.id, person.details_sealed).name)
      .filter((name) => !named.has(name))
  })
  assert.ok(names.length > 50)
  for (const { table, text } of await dump())
    assert.deepEqual(
      names.filter((name) => text.includes(name)),
      [],
      table,
    )
})

test('no row, in any table, holds both something of a person and something of a membership', async () => {
  const ids = async (query: string) =>
    new Set((await app.db.engine.root(query)).rows.map((row) => String((row as { id: string }).id)))
  const ofPeople = new Set([
    ...(await ids('select id from people.person')),
    ...(await ids("select encode(tag, 'hex') as id from people.ring")),
    ...(await ids("select encode(email_tag, 'hex') as id from people.person")),
  ])
  const ofNetworks = new Set([
    ...(await ids('select id from members.membership')),
    ...(await ids('select id from networks.network')),
  ])
  for (const { table, rows } of await dump()) {
    for (const row of rows) {
      const tokens = row.match(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g) ?? []
      const both =
        tokens.some((token) => ofPeople.has(token)) && tokens.some((token) => ofNetworks.has(token))
      assert.equal(both, false, `${table}: ${row.slice(0, 200)}`)
    }
  }
})

test('no value is shared between the tables of people and those of memberships', async () => {
  const columns = await app.db.engine.root(`
    select table_schema as schema, table_name as table, column_name as column from information_schema.columns
    where data_type = 'bytea' or (data_type = 'uuid') order by 1, 2, 3`)
  const values = new Map<string, Set<string>>()
  for (const { schema, table, column } of columns.rows as {
    schema: string
    table: string
    column: string
  }[]) {
    if (['pgboss', 'migration'].includes(schema)) continue
    const { rows } = await app.db.engine.root(
      `select distinct ${column}::text as value from ${schema}.${table} where ${column} is not null`,
    )
    for (const { value } of rows as { value: string }[])
      values.set(value, (values.get(value) ?? new Set()).add(schema))
  }
  const joined = [...values].filter(
    ([, schemas]) =>
      (schemas.has('people') || schemas.has('sign_in')) &&
      ['members', 'networks', 'invitations', 'imports', 'governance', 'joining'].some((schema) =>
        schemas.has(schema),
      ),
  )
  assert.deepEqual(joined, [])
})

test('half-way through signing up, the dump says nothing either', async () => {
  const mei = client(app)
  const { rows } = await app.db.engine.root(
    "select slug from networks.network where findable = 'everyone' and status = 'live' and joining = 'open' order by slug limit 2",
  )
  const slugs = (rows as { slug: string }[]).map((row) => row.slug)
  await mei.post('/join', { network: slugs }, `/join?network=${slugs[0]}`)
  await mei.post('/join/details', {
    name: 'Mei Unmistakable',
    email: 'mei.unmistakable@hmrc.gov.uk',
    organisation: '',
  })
  await mei.post('/join/check', {})
  for (const { table, text } of await dump()) assert.equal(/unmistakable/i.test(text), false, table)
  assert.match(await codeFor(app, 'mei.unmistakable@hmrc.gov.uk'), /^\d{6}$/)
})

/** What a network publishes as its contact is public, by its leads' choice. */
const publicContacts = new Set<string>()
for (const { contact } of (await app.db.engine.root('select contact from networks.network'))
  .rows as { contact: string }[])
  for (const each of contact.match(/[\w.+-]+@[\w.-]+/g) ?? []) publicContacts.add(each)
