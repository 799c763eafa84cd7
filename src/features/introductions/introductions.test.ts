import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Query } from '#kernel/db.ts'
import { stranger, type Id, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { outbox } from '../../testing/client.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import { introduce, sayYes } from './index.ts'

const app = await testApp()
const network = await stage(app, { slug: 'carers', name: 'Carers Network', leads: [cast.grace] })
const mei = await join(app, network, cast.mei)
const alan = await join(app, network, cast.alan)
await join(app, network, cast.ravi)
const word = (name: string) => ({ name, reach: `${name} in Teams`, note: '' })
const begin = (purpose: 'buddy' | 'swap', about = '') =>
  app.db.asSystem('set the stage for a test', (tx) =>
    introduce(tx, { network, purpose, asks: mei, helps: alan, about, lasts: 60 }),
  )
const says = (introduction: Id, who: Id, name: string) =>
  app.db.asSystem('set the stage for a test', (tx) => sayYes(tx, introduction, who, word(name)))
const morning = () =>
  app.features
    .flatMap((feature) => feature.jobs ?? [])
    .find(({ name }) => name === 'introductions.morning')!
    .run(app, {})

const viewers = {
  stranger,
  Olu: await viewerFor(app, cast.olu),
  Ravi: await viewerFor(app, cast.ravi),
  Grace: await viewerFor(app, cast.grace),
  Mei: await viewerFor(app, cast.mei),
  Alan: await viewerFor(app, cast.alan),
} satisfies Record<string, Viewer>

/** How many rows of a table each viewer sees. */
async function seen(table: Query): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [name, viewer] of Object.entries(viewers)) {
    const rows = await app.db.as(viewer, (tx) => tx.rows(sql`select id from ${table}`))
    if (rows.length > 0) counts[name] = rows.length
  }
  return counts
}

const buddies = (await begin('buddy'))!
const swap = (await begin('swap', 'How do I write a business case?'))!

test('an introduction is seen by the two; leads see of buddies that there is one, of a swap nothing', async () => {
  assert.deepEqual(await seen(sql`introductions.introduction`), { Grace: 1, Mei: 2, Alan: 2 })
  assert.deepEqual(await seen(sql`introductions.side`), { Grace: 2, Mei: 2, Alan: 2 })
})

test('what someone says is theirs alone until the other has said yes too', async () => {
  assert.equal(await says(swap, mei, 'Mei'), 'waiting')
  assert.deepEqual(await seen(sql`introductions.word`), { Mei: 1 })
  assert.equal(await says(swap, alan, 'Alan'), 'agreed')
  assert.deepEqual(await seen(sql`introductions.word`), { Mei: 2, Alan: 2 })
})

test('nobody but the application begins, answers or ends one', async () => {
  const changes = [
    sql`insert into introductions.introduction (id, network_id, purpose, tag, lasts, made_on, ends_on) values (gen_random_uuid(), ${network}, 'swap', 'x', 30, '2026-11-21', '2026-12-21')`,
    sql`insert into introductions.word (id, introduction_id, network_id, membership_id, content_sealed) values (gen_random_uuid(), ${buddies}, ${network}, ${mei}, 'x')`,
    sql`update introductions.introduction set agreed_on = '2026-11-21'`,
    sql`delete from introductions.side`,
  ]
  for (const [name, viewer] of Object.entries(viewers))
    for (const change of changes) {
      const tried = app.db.as(viewer, (tx) => tx.pretend(() => tx.run(change)))
      const touched = await tried.catch((error: { code: string }) =>
        error.code === '42501' ? 0 : 1,
      )
      assert.equal(touched, 0, name)
    }
})

test('the same two are not asked twice about the same; two who say yes at once are told once', async () => {
  assert.equal(await begin('buddy'), undefined)
  const said = await Promise.all([says(buddies, mei, 'Mei'), says(buddies, alan, 'Alan')])
  assert.deepEqual(said.sort(), ['agreed', 'waiting'])
  assert.equal(await says(buddies, mei, 'Other'), undefined)
})

test('after 30 days both are asked once whether it helped; after its days it is over and the words go', async () => {
  app.clock.advance(30 * 86_400)
  await morning()
  await morning()
  const asked = (await outbox(app)).filter(({ subject }) => /did it help/.test(subject))
  assert.deepEqual(asked.map(({ to }) => to.address).sort(), [cast.alan.email, cast.mei.email])
  app.clock.advance(31 * 86_400)
  await morning()
  assert.deepEqual(await seen(sql`introductions.word`), {})
  const open = await app.db.asSystem('look in a test', (tx) =>
    tx.rows(sql`select id from introductions.introduction where ended_on is null`),
  )
  assert.equal(open.length, 0)
})

test('what is held is given out, and goes with the account and after 90 days', async () => {
  const holding = app.features.find(({ name }) => name === 'introductions')!.holds[0]!
  const held = await app.db.as(viewers.Mei, (tx) => holding.export(tx, viewers.Mei))
  assert.deepEqual(held.map((each) => String(each['purpose'])).sort(), ['buddy', 'swap'])
  app.clock.advance(100 * 86_400)
  const gone = await app.db.asSystem('clear in a test', (tx) => holding.retire!(tx))
  assert.equal(gone, 2)
})
