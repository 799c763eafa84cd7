import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Tx } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { nightly } from '#kernel/upkeep.ts'
import { addresses } from '#features/addresses/index.ts'
import { personByEmail } from '#features/people/index.ts'
import { features } from '../app.ts'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { codeFor, outbox, signedIn, type Client } from '../testing/client.ts'
import { join, stage } from '../testing/networks.ts'

const app = await testApp()
const look = <T>(work: (tx: Tx) => Promise<T>) => app.db.asSystem('look in a test', work)
const here = { name: 'Wyn Whole', email: 'wyn.whole@hmrc.gov.uk' }
const there = { name: 'Wyn Other', email: 'wyn.other@leeds.gov.uk' }
const others = [cast.mei, cast.alan, cast.ravi, cast.sam, cast.olu]
const slugs = ['one', 'two', 'three', 'both'] as const
const networks: string[] = []
for (const slug of slugs)
  networks.push(await stage(app, { slug, leads: [cast.grace], members: others }))
const wyn = await signedIn(app, here)
await signedIn(app, there)
const memberships = [
  await join(app, networks[0]!, here),
  await join(app, networks[1]!, there),
  await join(app, networks[2]!, there),
  await join(app, networks[3]!, here),
  await join(app, networks[3]!, there),
]

async function merge(browser: Client) {
  await browser.post('/account/addresses/new', { email: there.email })
  await browser.post('/account/addresses/code', { code: await codeFor(app, there.email) })
  const code = await codeFor(app, here.email)
  return browser.post('/account/addresses/merge', { code, keep: 'yes' })
}

const everything = async () => {
  const tables = await app.db.engine.root(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'pgboss', 'migration', 'kernel')`,
  )
  const read: Record<string, string[]> = {}
  for (const { name } of tables.rows as { name: string }[]) {
    const { rows } = await app.db.engine.root(`select t::text as row from ${name} t`)
    read[name] = (rows as { row: string }[]).map((each) => each.row)
  }
  return read
}

test('a merge that fails at the last step has changed nothing', async () => {
  const failing: Feature = {
    name: 'failing',
    folder: '',
    events: {},
    holds: [
      {
        what: '',
        why: '',
        keptFor: '',
        export: async () => [],
        erase: async () => {},
        carry: async () => {
          throw new Error('The power went.')
        },
      },
    ],
  }
  const list = features as Feature[]
  const sorted = (all: Record<string, string[]>) =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([name]) => name !== 'sign_in.challenge')
        .map(([name, rows]) => [name, rows.toSorted()]),
    )
  const before = sorted(await everything())
  // First in the list, so the last to be asked: all others have been by then.
  list.unshift(failing)
  try {
    assert.equal((await merge(wyn)).status, 500)
  } finally {
    list.shift()
  }
  assert.deepEqual(sorted(await everything()), before)
})

test('after a merge a stolen dump does not say which memberships belong together', async () => {
  assert.equal((await merge(wyn)).location, '/account/addresses')
  await outbox(app)
  await nightly(app)
  const all = await everything()
  const own = await look(async (tx) => (await personByEmail(tx, here.email))!.id)
  for (const [table, rows] of Object.entries(all))
    for (const row of rows) {
      const named = memberships.filter((membership) => row.includes(membership))
      assert.ok(named.length <= 1, `${table} names two of them: ${row}`)
      assert.ok(!(named.length > 0 && row.includes(own)), `${table}: ${row}`)
      assert.doesNotMatch(row, /wyn/i, table)
    }
  // The order of rows is that of random ids, whoever they are of.
  const bonds = all['members.bond']!.map((row) => row.slice(1, 37))
  assert.deepEqual(bonds, bonds.toSorted())
})

test('networks’ logs read as on any day: nothing in them speaks of a merge', async () => {
  const rows = await look((tx) =>
    tx.rows<{ event: string; at: Date | null; detail: object }>(
      sql`select event, at, detail from audit.entry where network_id = any (${networks}::uuid[])`,
    ),
  )
  assert.ok(rows.some(({ event }) => event === 'members.left'))
  assert.ok(rows.every(({ event, at }) => event in membersEvents() && at === null))
  assert.ok('addresses.merged' in addresses.events)
})

test('all that is held can be read after a merge, and nothing is left after erasing', async () => {
  const { text } = await wyn.get('/account/data.json')
  for (const slug of slugs) assert.ok(text.includes(`"network": "${slug}"`), slug)
  assert.ok(text.includes(there.email))
  await wyn.submit('/account/erase')
  for (const who of [here, there])
    assert.equal(await look((tx) => personByEmail(tx, who.email)), undefined)
  const rows = await look((tx) =>
    tx.rows(
      sql`select membership_id from members.bond where membership_id = any (${memberships}::uuid[])`,
    ),
  )
  assert.deepEqual(rows, [])
  const second = await look((tx) => tx.rows(sql`select id from people.second_address`))
  assert.deepEqual(second, [])
})

const membersEvents = () => features.find(({ name }) => name === 'members')!.events
