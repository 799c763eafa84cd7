import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Query } from '#kernel/db.ts'
import { stranger, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const hidden = await stage(app, {
  slug: 'hidden',
  findable: 'invited',
  names: 'leads',
  leads: [cast.grace],
})
const other = await stage(app, { slug: 'other', leads: [cast.carlos] })
const mei = await join(app, hidden, cast.mei)
const alan = await join(app, hidden, cast.alan)
await join(app, hidden, cast.ravi, { status: 'requested' })
await app.db.asSystem('set the stage for a test', async (tx) => {
  await tx.run(
    sql`insert into welcome.choice (network_id, series_since) values (${hidden}, '2026-11-01')`,
  )
  await tx.run(
    sql`insert into welcome.letter (id, network_id, step, content_sealed) values (gen_random_uuid(), ${hidden}, 0, 'x')`,
  )
  await tx.run(sql`insert into welcome.stop (membership_id, network_id) values (${mei}, ${hidden})`)
  await tx.run(
    sql`insert into welcome.sent (membership_id, step, network_id, sent_on) values (${mei}, 7, ${hidden}, '2026-11-21')`,
  )
})

const viewers = {
  stranger,
  Olu: await viewerFor(app, cast.olu),
  Ravi: await viewerFor(app, cast.ravi),
  Mei: await viewerFor(app, cast.mei),
  Alan: await viewerFor(app, cast.alan),
  Grace: await viewerFor(app, cast.grace),
  Carlos: await viewerFor(app, cast.carlos),
} satisfies Record<string, Viewer>
const everyone = Object.keys(viewers) as (keyof typeof viewers)[]

const seen: { what: string; table: string; by: (keyof typeof viewers)[] }[] = [
  { what: 'what is done for new members', table: 'choice', by: ['Mei', 'Alan', 'Grace'] },
  { what: 'the words of welcome', table: 'letter', by: ['Mei', 'Alan', 'Grace'] },
  { what: 'that Mei stopped the emails', table: 'stop', by: ['Mei'] },
  { what: 'what was sent to Mei', table: 'sent', by: ['Mei'] },
]

for (const { what, table, by } of seen) {
  test(`${what} is seen by ${by.join(' and ')}`, async () => {
    for (const name of everyone) {
      const rows = await app.db.as(viewers[name], (tx) =>
        tx.rows(
          sql`select network_id from ${sql.table(`welcome.${table}`)} where network_id = ${hidden}`,
        ),
      )
      assert.equal(rows.length > 0, by.includes(name), name)
    }
  })
}

const changes: { what: string; change: Query; by: (keyof typeof viewers)[] }[] = [
  {
    what: 'switch the emails off',
    change: sql`update welcome.choice set series_since = null where network_id = ${hidden}`,
    by: ['Grace'],
  },
  {
    what: 'choose for the other network',
    change: sql`insert into welcome.choice (network_id) values (${other})`,
    by: ['Carlos'],
  },
  {
    what: 'change the words',
    change: sql`update welcome.letter set content_sealed = 'y' where network_id = ${hidden}`,
    by: ['Grace'],
  },
  {
    what: 'write new words',
    change: sql`insert into welcome.letter (id, network_id, step, content_sealed) values (gen_random_uuid(), ${hidden}, 7, 'x')`,
    by: ['Grace'],
  },
  {
    what: 'throw the words away',
    change: sql`delete from welcome.letter where network_id = ${hidden}`,
    by: ['Grace'],
  },
  {
    what: 'stop Alan’s emails',
    change: sql`insert into welcome.stop (membership_id, network_id) values (${alan}, ${hidden})`,
    by: ['Alan'],
  },
  {
    what: 'stop Alan’s emails as of another network',
    change: sql`insert into welcome.stop (membership_id, network_id) values (${alan}, ${other})`,
    by: [],
  },
  {
    what: 'want Mei’s emails again',
    change: sql`delete from welcome.stop where membership_id = ${mei}`,
    by: ['Mei'],
  },
  {
    what: 'write down what was sent',
    change: sql`insert into welcome.sent (membership_id, step, network_id, sent_on) values (${alan}, 7, ${hidden}, '2026-11-21')`,
    by: [],
  },
]

for (const { what, change, by } of changes) {
  test(`${by.length ? by.join(' and ') : 'no one'} can ${what}`, async () => {
    for (const name of everyone)
      assert.equal((await touched(viewers[name], change)) > 0, by.includes(name), name)
  })
}

/** How many rows a change touches for someone; none where the database refuses. It is undone afterwards. */
async function touched(viewer: Viewer, change: Query): Promise<number> {
  const tried = app.db.as(viewer, (tx) => tx.pretend(() => tx.run(change)))
  return tried.catch((error: Error & { code?: string }) => {
    if (error.code !== '42501') throw error
    return 0
  })
}
