import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Query } from '#kernel/db.ts'
import { stranger, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { stage, viewerFor } from '../../testing/networks.ts'
import { placementFor } from './index.ts'

const app = await testApp()
const open = await stage(app, { slug: 'open', leads: [cast.grace], members: [cast.mei] })
const hidden = await stage(app, { slug: 'n-hidden', findable: 'invited', leads: [cast.sam] })
for (const network of [open, hidden]) await fill(network)

const olu = await viewerFor(app, cast.olu)
const viewers = {
  stranger,
  Olu: olu,
  'an administrator': { ...olu, administrator: true },
  Mei: await viewerFor(app, cast.mei),
  Grace: await viewerFor(app, cast.grace),
  Sam: await viewerFor(app, cast.sam),
} satisfies Record<string, Viewer>

const seen: { what: string; where: Query; open: string[]; hidden: string[] }[] = [
  { what: 'a link', where: sql`promotion.placement`, open: ['Grace'], hidden: ['Sam'] },
  {
    what: 'what is published of it',
    where: sql`(select f.*, p.network_id from promotion.figure f join promotion.placement p on p.id = f.placement_id) f`,
    open: ['Grace'],
    hidden: ['Sam'],
  },
  {
    what: 'every single count',
    where: sql`(select network_id from joining.source) s`,
    open: [],
    hidden: [],
  },
]

for (const { what, where, ...by } of seen) {
  test(`${what} is seen by ${by.open.join(' and ') || 'nobody'}`, async () => {
    for (const [name, viewer] of Object.entries(viewers))
      for (const [id, whom] of [
        [open, by.open],
        [hidden, by.hidden],
      ] as const) {
        const rows = await app.db.as(viewer, (tx) =>
          tx.rows(sql`select 1 from ${where} where network_id = ${id}`),
        )
        assert.equal(rows.length > 0, whom.includes(name), name)
      }
  })
}

test('what was last counted is seen by nobody, and was there to see', async () => {
  const count = (tx: { rows(query: Query): Promise<unknown[]> }) =>
    tx.rows(sql`select 1 from promotion.counted`)
  for (const viewer of Object.values(viewers))
    assert.equal((await app.db.as(viewer, count)).length, 0)
  assert.equal((await app.db.asSystem('look in a test', count)).length, 2)
})

const changes: { what: string; change: Query; by: string[] }[] = [
  {
    what: 'make a link',
    change: sql`insert into promotion.placement (id, network_id, code, name_sealed, made_on) values (gen_random_uuid(), ${open}, 'ttttttt', '', '2026-11-21')`,
    by: ['Grace'],
  },
  {
    what: 'rename a link',
    change: sql`update promotion.placement set name_sealed = '' where network_id = ${open}`,
    by: ['Grace'],
  },
  {
    what: 'retire a link',
    change: sql`update promotion.placement set retired_on = '2026-11-21' where network_id = ${open}`,
    by: ['Grace'],
  },
  { what: 'remove a link', change: sql`delete from promotion.placement`, by: [] },
  { what: 'change what is published', change: sql`update promotion.figure set shown = 1`, by: [] },
  { what: 'change what was counted', change: sql`update joining.source set joined = 9`, by: [] },
]

for (const { what, change, by } of changes) {
  test(`${by.join(' and ') || 'nobody'} can ${what}`, async () => {
    for (const [name, viewer] of Object.entries(viewers))
      assert.equal((await touched(viewer, change)) > 0, by.includes(name), name)
  })
}

test('the pages are for leads: others are told so, or find nothing where there is nothing for them', async () => {
  const [of] = await app.db.asSystem('look in a test', (tx) =>
    tx.rows<{ code: string }>(sql`select code from promotion.placement where network_id = ${open}`),
  )
  const pages = ['', '/new', `/${of!.code}/name`, `/${of!.code}/retirement`]
  const mei = await signedIn(app, cast.mei)
  const grace = await signedIn(app, cast.grace)
  for (const page of pages) {
    assert.equal((await client(app).get(`/networks/open/promote${page}`)).status, 303)
    assert.equal((await mei.get(`/networks/open/promote${page}`)).status, 403)
    assert.equal((await mei.get(`/networks/n-hidden/promote${page}`)).status, 404)
    assert.equal((await grace.get(`/networks/open/promote${page}`)).status, 200)
  }
  const sam = await signedIn(app, cast.sam)
  assert.equal((await sam.get(`/networks/n-hidden/promote/${of!.code}/name`)).status, 404)
})

/** How many rows a change touches for someone; none where the database refuses. It is undone. */
const touched = (viewer: Viewer, change: Query): Promise<number> =>
  app.db
    .as(viewer, (tx) => tx.pretend(() => tx.run(change)))
    .catch((error: { code?: string }) => {
      if (error.code !== '42501') throw error
      return 0
    })

async function fill(network: string): Promise<void> {
  await app.db.asSystem('set the stage for a test', async (tx) => {
    const code = await placementFor(tx, network, 'launch', 'At the launch')
    const { id } = (await tx.row<{ id: string }>(
      sql`select id from promotion.placement where code = ${code}`,
    ))!
    await tx.run(
      sql`insert into promotion.figure (placement_id, measure, shown, as_of) values (${id}, 'opened', 10, '2026-11-21')`,
    )
    await tx.run(
      sql`insert into promotion.counted (placement_id, measure, counted) values (${id}, 'opened', 12)`,
    )
    await tx.run(
      sql`insert into joining.source (network_id, code, day, opened) values (${network}, ${code}, '2026-11-21', 12)`,
    )
  })
}
