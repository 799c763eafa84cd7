import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Query } from '#kernel/db.ts'
import { stranger, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const network = await stage(app, {
  slug: 'n-hidden',
  findable: 'invited',
  names: 'leads',
  leads: [cast.grace],
  members: [cast.alan],
})
await stage(app, { slug: 'other', leads: [cast.carlos] })
const mei = await join(app, network, cast.mei)
const [card, over] = [crypto.randomUUID(), crypto.randomUUID()]
await app.db.asSystem('set the stage for a test', async (tx) => {
  await tx.run(
    sql`insert into launch.plan (id, network_id, on_date, starts, format, place_sealed) values (gen_random_uuid(), ${network}, '2026-11-21', 750, 'online', 'x')`,
  )
  await tx.run(
    sql`insert into launch.item (id, network_id, minute, content_sealed) values (gen_random_uuid(), ${network}, 0, 'x')`,
  )
  await tx.run(sql`
    insert into launch.card (id, network_id, kind, content_sealed, put_on, ended_on)
    values (${card}, ${network}, 'help', 'x', '2026-11-21', null), (${over}, ${network}, 'help', 'x', '2026-11-21', '2026-11-21')`)
  for (const each of [card, over])
    await tx.run(
      sql`insert into launch.owner (card_id, network_id, membership_id) values (${each}, ${network}, ${mei})`,
    )
  await tx.run(
    sql`insert into launch.cohort (membership_id, network_id) values (${mei}, ${network})`,
  )
  await tx.run(
    sql`insert into launch.figure (network_id, measure, shown, as_of) values (${network}, 'joined', 20, '2026-11-21')`,
  )
})

const viewers = {
  stranger,
  Olu: await viewerFor(app, cast.olu),
  Mei: await viewerFor(app, cast.mei),
  Alan: await viewerFor(app, cast.alan),
  Grace: await viewerFor(app, cast.grace),
  Carlos: await viewerFor(app, cast.carlos),
} satisfies Record<string, Viewer>
type Name = keyof typeof viewers

const seen: { what: string; where: Query; by: Name[] }[] = [
  { what: 'the day', where: sql`launch.plan where true`, by: ['Mei', 'Alan', 'Grace'] },
  { what: 'the run sheet', where: sql`launch.item where true`, by: ['Grace'] },
  {
    what: 'a card that is up',
    where: sql`launch.card where ended_on is null`,
    by: ['Mei', 'Alan', 'Grace'],
  },
  {
    what: 'Mei’s card that is down',
    where: sql`launch.card where ended_on is not null`,
    by: ['Mei'],
  },
  { what: 'that the card is Mei’s', where: sql`launch.owner where true`, by: ['Mei'] },
  { what: 'who joined at the launch', where: sql`launch.cohort where true`, by: [] },
  { what: 'what came of it', where: sql`launch.figure where true`, by: ['Grace'] },
]

for (const { what, where, by } of seen) {
  test(`${what} is seen by ${by.join(' and ') || 'nobody'}`, async () => {
    for (const [name, viewer] of Object.entries(viewers)) {
      const rows = await app.db.as(viewer, (tx) =>
        tx.rows(sql`select network_id from ${where} and network_id = ${network}`),
      )
      assert.equal(rows.length > 0, by.includes(name as Name), name)
    }
  })
}

const changes: { what: string; change: Query; by: Name[] }[] = [
  { what: 'move the day', change: sql`update launch.plan set starts = 800`, by: ['Grace'] },
  {
    what: 'add to the run sheet',
    change: sql`insert into launch.item (id, network_id, minute, content_sealed) values (gen_random_uuid(), ${network}, 1, 'x')`,
    by: ['Grace'],
  },
  {
    what: 'take from the run sheet',
    change: sql`delete from launch.item where network_id = ${network}`,
    by: ['Grace'],
  },
  {
    what: 'put up a card past the application',
    change: sql`insert into launch.card (id, network_id, kind, content_sealed, put_on) values (gen_random_uuid(), ${network}, 'help', 'x', '2026-11-21')`,
    by: [],
  },
  {
    what: 'take down a card past the application',
    change: sql`update launch.card set ended_on = '2026-11-21'`,
    by: [],
  },
  {
    what: 'claim a card',
    change: sql`insert into launch.owner (card_id, network_id, membership_id) values (gen_random_uuid(), ${network}, ${mei})`,
    by: [],
  },
  {
    what: 'change what was published',
    change: sql`update launch.figure set shown = 100`,
    by: [],
  },
]

for (const { what, change, by } of changes) {
  test(`${by.join(' and ') || 'nobody'} can ${what}`, async () => {
    for (const [name, viewer] of Object.entries(viewers)) {
      const tried = app.db.as(viewer, (tx) => tx.pretend(() => tx.run(change)))
      const touched = await tried.catch((error: { code: string }) => {
        if (error.code !== '42501') throw error
        return 0
      })
      assert.equal(touched > 0, by.includes(name as Name), name)
    }
  })
}
