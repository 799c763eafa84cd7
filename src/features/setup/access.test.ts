import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { stranger, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const network = await stage(app, { slug: 'open', leads: [cast.grace], members: [cast.mei] })
await stage(app, { slug: 'other', leads: [cast.sam] })
await app.db.asSystem('set the stage for a test', (tx) =>
  tx.run(
    sql`insert into setup.skipped (network_id, task, reason) values (${network}, 'sponsor', 'Later.')`,
  ),
)

const viewers: [string, Viewer, boolean][] = [
  ['a stranger', stranger, false],
  ['Olu, who is in no network,', await viewerFor(app, cast.olu), false],
  ['Mei, a member,', await viewerFor(app, cast.mei), false],
  ['Sam, who leads another network,', await viewerFor(app, cast.sam), false],
  ['Grace, a lead,', await viewerFor(app, cast.grace), true],
]

for (const [who, viewer, may] of viewers) {
  test(`${who} ${may ? 'sees and changes' : 'neither sees nor changes'} what was set aside`, async () => {
    const rows = await app.db.as(viewer, (tx) => tx.rows(sql`select task from setup.skipped`))
    assert.equal(rows.length, may ? 1 : 0)
    const changed = await app.db.as(viewer, (tx) =>
      tx.run(sql`update setup.skipped set reason = 'Soon.'`),
    )
    assert.equal(changed, may ? 1 : 0)
    const add = app.db.as(viewer, (tx) =>
      tx.run(
        sql`insert into setup.skipped (network_id, task, reason) values (${network}, 'scope', 'Later.')`,
      ),
    )
    if (may) assert.equal(await add, 1)
    else await assert.rejects(add, { code: '42501' })
  })
}
