import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Query } from '#kernel/db.ts'
import { stranger, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const open = await stage(app, { slug: 'open', leads: [cast.grace], members: [cast.mei] })
const hidden = await stage(app, {
  slug: 'hidden',
  findable: 'invited',
  leads: [cast.sam],
  members: [cast.ravi],
})
for (const network of [open, hidden]) await fill(network)

const viewers = {
  stranger,
  Olu: await viewerFor(app, cast.olu),
  Mei: await viewerFor(app, cast.mei),
  Grace: await viewerFor(app, cast.grace),
  Ravi: await viewerFor(app, cast.ravi),
  Sam: await viewerFor(app, cast.sam),
} satisfies Record<string, Viewer>
const everyone = Object.keys(viewers) as (keyof typeof viewers)[]

/** Who sees each thing, of all that there is in both networks. */
const seen: { what: string; of: string; where: Query; by: (keyof typeof viewers)[] }[] = [
  { what: 'a goal', of: open, where: sql`governance.goal where true`, by: everyone },
  { what: 'a goal', of: hidden, where: sql`governance.goal where true`, by: ['Ravi', 'Sam'] },
  {
    what: 'the charter in force',
    of: open,
    where: sql`governance.charter where adopted_on is not null`,
    by: everyone,
  },
  {
    what: 'the charter in force',
    of: hidden,
    where: sql`governance.charter where adopted_on is not null`,
    by: ['Ravi', 'Sam'],
  },
  {
    what: 'a draft of the charter',
    of: open,
    where: sql`governance.charter where adopted_on is null`,
    by: ['Grace'],
  },
  {
    what: 'a draft of the charter',
    of: hidden,
    where: sql`governance.charter where adopted_on is null`,
    by: ['Sam'],
  },
  {
    what: 'a sponsor who accepted',
    of: open,
    where: sql`governance.sponsor where status = 'accepted'`,
    by: everyone,
  },
  {
    what: 'a sponsor who accepted',
    of: hidden,
    where: sql`governance.sponsor where status = 'accepted'`,
    by: ['Ravi', 'Sam'],
  },
  {
    what: 'someone asked to sponsor',
    of: open,
    where: sql`governance.sponsor where status <> 'accepted'`,
    by: ['Grace'],
  },
  {
    what: 'someone asked to sponsor',
    of: hidden,
    where: sql`governance.sponsor where status <> 'accepted'`,
    by: ['Sam'],
  },
]

for (const { what, of, where, by } of seen) {
  const names = by.length === everyone.length ? 'everyone' : by.join(' and ')
  test(`${what} of the ${of === open ? 'open' : 'hidden'} network is seen by ${names}`, async () => {
    for (const name of everyone) {
      const rows = await app.db.as(viewers[name], (tx) =>
        tx.rows(sql`select network_id from ${where} and network_id = ${of}`),
      )
      assert.equal(rows.length > 0, by.includes(name), name)
    }
  })
}

/** Who can make each change in the open network. `rows` is how many an allowed one touches. */
const changes: { what: string; change: Query; by: (keyof typeof viewers)[] }[] = [
  {
    what: 'add a goal',
    change: sql`insert into governance.goal (network_id, statement, measure, target, by_on) values (${open}, 'x', 'x', 1, '2027-01-01')`,
    by: ['Grace'],
  },
  {
    what: 'change a goal',
    change: sql`update governance.goal set measure = 'y' where network_id = ${open}`,
    by: ['Grace'],
  },
  {
    what: 'change a draft',
    change: sql`update governance.charter set code_of_conduct = 'y' where network_id = ${open} and adopted_on is null`,
    by: ['Grace'],
  },
  {
    what: 'change an adopted charter',
    change: sql`update governance.charter set code_of_conduct = 'y' where network_id = ${open} and adopted_on is not null`,
    by: [],
  },
  {
    what: 'throw away an adopted charter',
    change: sql`delete from governance.charter where network_id = ${open} and adopted_on is not null`,
    by: [],
  },
  { what: 'ask a sponsor', change: ask(open, 'invited'), by: ['Grace'] },
  {
    what: 'accept for someone asked',
    change: sql`update governance.sponsor set status = 'accepted', public_name = 'x' where network_id = ${open} and status = 'invited'`,
    by: [],
  },
  { what: 'put in a sponsor as accepted', change: ask(open, 'accepted'), by: [] },
  {
    what: 'end a sponsorship',
    change: sql`update governance.sponsor set status = 'ended', public_name = null where network_id = ${open} and status = 'accepted'`,
    by: ['Grace'],
  },
]

for (const { what, change, by } of changes) {
  test(`${by.length ? by.join(' and ') : 'no one'} can ${what}`, async () => {
    for (const name of everyone) {
      assert.equal((await touched(viewers[name], change)) > 0, by.includes(name), name)
    }
  })
}

/** How many rows a change touches for someone; none where the database refuses. It is undone afterwards. */
async function touched(viewer: Viewer, change: Query): Promise<number> {
  let count = 0
  const undone = new Error('undone')
  await app.db
    .as(viewer, async (tx) => {
      count = await tx.run(change)
      throw undone
    })
    .catch((error: Error & { code?: string }) => {
      if (error !== undone && error.code !== '42501') throw error
      if (error !== undone) count = 0
    })
  return count
}

function ask(network: string, status: 'invited' | 'accepted' | 'declined') {
  const id = crypto.randomUUID()
  const sealed = app.db.keys.seal(
    `network:${network}`,
    { table: 'governance.sponsor', column: 'content', row: id },
    '{}',
  )
  return sql`
    insert into governance.sponsor (id, network_id, content_sealed, address_tag, status, public_name, invited_on, sent_on)
    values (${id}, ${network}, ${sealed}, ${app.db.keys.tag('sponsors', id)}, ${status}, ${status === 'accepted' ? 'S. Sponsor' : null}, '2026-11-21', '2026-11-21')`
}

async function fill(network: string): Promise<void> {
  await app.db.asSystem('set the stage for a test', async (tx) => {
    await tx.run(sql`
      insert into governance.goal (network_id, statement, measure, target, by_on)
      values (${network}, 'Grow', 'Members', 10, '2027-03-31')`)
    await tx.run(sql`
      insert into governance.charter (network_id, version, ally_policy, decision_rule, joining, names, adopted_on)
      values (${network}, 1, 'none', 'consensus', 'open', 'members', '2026-11-21'), (${network}, 2, 'none', 'consensus', null, null, null)`)
    for (const status of ['invited', 'accepted', 'declined'] as const)
      await tx.run(ask(network, status))
  })
}
