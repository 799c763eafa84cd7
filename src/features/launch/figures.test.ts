import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import { countLaunches, figuresOf } from './figures.ts'
import { setPlan } from './index.ts'

const app = await testApp()
const day = 86_400
const today = () => dateOf(app.clock())

/** A network that is launched today, with so many who join today. Out: its id and those memberships. */
async function launched(slug: string, joining: number): Promise<{ network: Id; joined: Id[] }> {
  const network = await stage(app, { slug, name: slug, leads: [cast.grace] })
  const grace = await viewerFor(app, cast.grace)
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(
      sql`update members.membership set joined_on = ${addDays(today(), -50)} where network_id = ${network}`,
    ),
  )
  await app.db.as(grace, (tx) =>
    setPlan(tx, network, {
      on_date: today(),
      starts: 750,
      format: 'online',
      place: '',
      days_before: 7,
      days_after: 14,
    }),
  )
  const joined: Id[] = []
  for (let i = 0; i < joining; i++)
    joined.push(
      await join(app, network, { name: `${slug} ${i}`, email: `${slug}.${i}@hmrc.gov.uk` }),
    )
  return { network, joined }
}

const leave = (memberships: readonly Id[]) =>
  app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(
      sql`update members.membership set status = 'left', ended_on = ${today()} where id = any (${memberships}::uuid[])`,
    ),
  )
const shown = async (network: Id) => {
  const grace = await viewerFor(app, cast.grace)
  const figures = await app.db.as(grace, (tx) => figuresOf(tx, network))
  return Object.fromEntries(figures.map((each) => [each.measure, each.shown]))
}
const nightAfter = async (days: number) => {
  app.clock.advance(days * day)
  await countLaunches(app)
}

const many = await launched('many', 23)
const few = await launched('few', 9)
await countLaunches(app)

test('nothing is told while people may still join at the launch', async () => {
  assert.deepEqual(await shown(many.network), {})
  await nightAfter(14)
  assert.deepEqual(await shown(many.network), {})
})

test('when its days are over the number who joined is rounded down, and fewer than ten are not told', async () => {
  await nightAfter(1)
  assert.deepEqual(await shown(many.network), { joined: 20 })
  assert.deepEqual(await shown(few.network), { joined: null })
})

test('then the days stay as they are: shifting them by one would tell of one person', async () => {
  const grace = await signedIn(app, cast.grace)
  const page = await grace.submit('/networks/many/launch/date', {
    'on-day': '22',
    'on-month': '11',
    'on-year': '2026',
    starts: '2pm',
    format: 'online',
    place: '',
  })
  assert.match(page.text, /its day stays as it is/)
  assert.match(page.text, /About 20[\s\S]*Not yet/)
})

test('that a few have left is not told after 30 days; that many have is, once, after 90', async () => {
  await leave(many.joined.slice(0, 4))
  await nightAfter(30)
  assert.deepEqual(await shown(many.network), { joined: 20, 'after-30': 20 })
  await leave(many.joined.slice(4, 12))
  await nightAfter(60)
  const all = { joined: 20, 'after-30': 20, 'after-90': 10 }
  assert.deepEqual(await shown(many.network), all)
  await leave(many.joined.slice(12))
  await nightAfter(5)
  assert.deepEqual(await shown(many.network), all)
  assert.deepEqual(await shown(few.network), { joined: null, 'after-30': null, 'after-90': null })
})

test('members see no figures, whatever they lead elsewhere', async () => {
  await join(app, many.network, cast.mei)
  const mei = await viewerFor(app, cast.mei)
  assert.deepEqual(await app.db.as(mei, (tx) => figuresOf(tx, many.network)), [])
})
