import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { ConfigError } from '#kernel/config.ts'
import { makeDb, sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import { makeKeys, type Keys } from '#kernel/keys.ts'
import { renewalOf, watchKeyring } from '#kernel/renewal.ts'
import { write } from '#features/demand/index.ts'
import { decline } from '#features/members/index.ts'
import { askForDomain } from '#features/organisations/index.ts'
import { invite } from '#features/invitations/index.ts'
import { addSecondAddress, personByEmail } from '#features/people/index.ts'
import { makePlacements } from '#features/promotion/index.ts'
import { introduce, sayYes } from '#features/introductions/index.ts'
import { writeWords } from '#features/welcome/index.ts'
import { beginRunSheet, putCard, setPlan } from '#features/launch/index.ts'
import { makeApp } from '../app.ts'
import { testApp, type TestApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { crowd, propose } from '../testing/demand.ts'
import { join, stage } from '../testing/networks.ts'

const [first, second] = [randomBytes(32), randomBytes(32)]
const base = await testApp()
await base.db.engine.root("delete from kernel.setting where name like 'secret.keyring-%'")
const withKeys = (...masters: Buffer[]): TestApp => ({
  ...base,
  ...makeApp(base.config, makeDb(base.db.engine, makeKeys(masters), base.clock)),
})
const before = withKeys(first!)
await watchKeyring(before.db)
await fill(before)
const declared = Object.fromEntries(
  base.features.flatMap((feature) => Object.entries(feature.sealed ?? {})),
)
const after = withKeys(first!, second!)

test('every column of sealed values is renewed, or empties itself within 30 days', async () => {
  const short = [
    'kernel.draft.content_sealed',
    'kernel.outbox.payload_sealed',
    'kernel.message.content_sealed',
    'sign_in.challenge.content_sealed',
    'sign_in.session.device_sealed',
    'imports.import.content_sealed',
    'imports.line.content_sealed',
    'addresses.undo.content_sealed',
  ]
  const { rows } = await base.db.engine.root(
    "select table_schema || '.' || table_name || '.' || column_name as path from information_schema.columns where column_name ~ '(^|_)sealed$' and table_schema <> 'pg_catalog'",
  )
  const all = (rows as { path: string }[]).map((row) => row.path).sort()
  assert.deepEqual([...Object.keys(declared), ...short].sort(), all)
})

test('once a key is added, all that is kept opens with the new key alone', async () => {
  const alone = makeKeys([randomBytes(32), second!])
  assert.equal((await opening(alone)).opened, 0)
  await watchKeyring(after.db)
  await drain(after)
  const { opened, values, columns } = await opening(alone)
  assert.deepEqual([opened, columns], [values, Object.keys(declared).length])
  const progress = await after.db.asSystem('look at the renewal in a test', renewalOf)
  assert.deepEqual([progress?.state, progress?.done], ['finished', values])
})

test('a second start asks for nothing more', async () => {
  await watchKeyring(after.db)
  assert.equal(await drain(after), 0)
})

test('a keyring that is another, or lacks a key that is in use, is refused at the start', async () => {
  for (const wrong of [withKeys(randomBytes(32)), withKeys(first!)])
    await assert.rejects(watchKeyring(wrong.db), ConfigError)
})

test('a value that does not open is left as it is and told of, and stops nothing', async () => {
  const third = withKeys(first!, second!, randomBytes(32))
  await base.db.engine.root(
    'update members.card set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where membership_id = (select max(membership_id::text)::uuid from members.card)',
  )
  await watchKeyring(third.db)
  await drain(third)
  const progress = await third.db.asSystem('look at the renewal in a test', renewalOf)
  assert.deepEqual(
    [progress?.state, progress?.detail],
    ['failed', '1 could not be opened and were left as they are'],
  )
})

/** Something in every column: a network with members, answers, a request turned down, someone invited, a sponsor asked, a link, an idea. */
async function fill(app: TestApp): Promise<void> {
  const network = await stage(app, {
    slug: 'renewed',
    joining: 'request',
    leads: [cast.grace],
    members: [cast.carlos, cast.alan],
  })
  const question = crypto.randomUUID()
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(
      sql`insert into members.question (id, network_id, position, text, kind) values (${question}, ${network}, 1, 'Why?', 'text')`,
    ),
  )
  const mei = await join(app, network, cast.mei, {
    answers: [{ question, text: 'To meet others' }],
  })
  const ravi = await join(app, network, cast.ravi, { status: 'requested' })
  await app.db.asSystem('set the stage for a test', async (tx) => {
    const { id: person } = (await personByEmail(tx, cast.alan.email))!
    await addSecondAddress(tx, person, { key: 'al@home.example', address: 'al@home.example' })
    await decline(tx, {
      network,
      membership: ravi,
      actor: mei,
      reason: 'Another time',
      letter: () => ({ subject: 'Your request', blocks: [] }),
    })
    await invite(
      tx,
      { id: network, names: 'members', sensitive: false },
      {
        people: [{ name: cast.olu.name, address: cast.olu.email, key: cast.olu.email }],
        origin: 'member',
        actor: mei,
        by: { membership: mei, name: cast.mei.name },
      },
    )
    await makePlacements(tx, network, ['Canteen poster'])
    await askForDomain(tx, 'elsewhere.example', { address: cast.eve.email, reason: 'A charity' })
    const day = { on_date: '2026-12-01', starts: 750, days_before: 7, days_after: 14 }
    await setPlan(tx, network, { ...day, format: 'online', place: 'Room 4' })
    await beginRunSheet(tx, network, [{ minute: 0, what: 'Begin', who: '' }])
    await putCard(tx, network, mei, { kind: 'help', text: 'I can help', name: '' })
    const words = { opening: 'Hello', todo: 'Come by', contact: '' }
    await writeWords(tx, network, 0, words)
    const helps = (await tx.row<{ id: string }>(
      sql`select id from members.membership where network_id = ${network} and id <> ${mei} and status = 'active' limit 1`,
    ))!.id
    const swap = { network, purpose: 'swap' as const, asks: mei, helps, about: 'Help', lasts: 60 }
    const met = await introduce(tx, swap)
    await sayYes(tx, met!, mei, { name: 'Mei', reach: 'In Teams', note: '' })
    const id = crypto.randomUUID()
    const content = tx.keys.seal(
      `network:${network}`,
      { table: 'governance.sponsor', column: 'content', row: id },
      JSON.stringify(cast.sylvia),
    )
    await tx.run(
      sql`insert into governance.sponsor (id, network_id, content_sealed, address_tag, invited_on, sent_on) values (${id}, ${network}, ${content}, decode('00', 'hex'), current_date, current_date)`,
    )
  })
  const idea = await propose(app, 'idea', [])
  await crowd(app, idea, 1)
  await app.db.asSystem('set the stage for a test', (tx) => write(tx, idea, 'update', 'News'))
  await drain(app)
}

/** How many of the declared values open with these keys, and from how many columns they come. */
async function opening(keys: Keys): Promise<{ opened: number; values: number; columns: number }> {
  const found = { opened: 0, values: 0, columns: 0 }
  for (const [path, purpose] of Object.entries(declared)) {
    const [schema, table, column] = path.split('.') as [string, string, string]
    const { rows } = await base.db.engine.root(
      `select to_jsonb(t) as row, ${column} as value from ${schema}.${table} t where ${column} is not null`,
    )
    if (rows.length > 0) found.columns++
    for (const { row, value } of rows as { row: Record<string, string>; value: Uint8Array }[]) {
      const place = {
        table: `${schema}.${table}`,
        column: column.replace(/_sealed$/, ''),
        row: row['id'] ?? row['membership_id']!,
      }
      const open = () =>
        keys.open(purpose === 'network' ? `network:${row['network_id']}` : purpose, place, value)
      found.values++
      if (works(open)) found.opened++
    }
  }
  return found
}

function works(work: () => unknown): boolean {
  try {
    return work() !== undefined
  } catch {
    return false
  }
}
