import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { stage, viewerFor } from '../testing/networks.ts'

const app = await testApp()
const named = await stage(app, {
  slug: 'named',
  leads: [cast.grace],
  members: [cast.mei, cast.alan],
})
const led = await stage(app, {
  slug: 'led',
  names: 'leads',
  leads: [cast.grace],
  members: [cast.mei, cast.alan],
})
const sensitive = await stage(app, {
  slug: 'n-sensitive',
  findable: 'invited',
  names: 'leads',
  sensitive: true,
  leads: [cast.carlos],
  members: [cast.mei, cast.sam],
})
const viewers: Record<string, Viewer> = {
  stranger: { kind: 'stranger' },
  olu: await viewerFor(app, cast.olu),
  mei: await viewerFor(app, cast.mei),
  grace: await viewerFor(app, cast.grace),
  carlos: await viewerFor(app, cast.carlos),
  administrator: { ...(await viewerFor(app, cast.ada)), administrator: true } as Viewer,
}
const count = (viewer: Viewer, table: string) =>
  app.db.as(viewer, async (tx) => (await tx.rows(sql`select * from ${sql.raw(table)}`)).length)

test('there is more than any viewer sees', async () => {
  const all = await app.db.asSystem('show in a test that it could leak', (tx) =>
    tx.rows(sql`select * from members.membership`),
  )
  assert.equal(all.length, 9)
  for (const viewer of Object.values(viewers))
    assert.ok((await count(viewer, 'members.membership')) < 9)
})

test('select * from members.membership gives each viewer their own part, and no more', async () => {
  const seen: Record<string, number> = {}
  for (const [name, viewer] of Object.entries(viewers))
    seen[name] = await count(viewer, 'members.membership')
  // Mei: all three of the named network, and herself twice. Grace leads two of three. Carlos leads one of three.
  assert.deepEqual(seen, { stranger: 0, olu: 0, mei: 5, grace: 6, carlos: 3, administrator: 0 })
})

test('select * from members.card follows who sees names', async () => {
  const seen: Record<string, number> = {}
  for (const [name, viewer] of Object.entries(viewers))
    seen[name] = await count(viewer, 'members.card')
  assert.deepEqual(seen, { stranger: 0, olu: 0, mei: 5, grace: 6, carlos: 3, administrator: 0 })
})

test('nobody but the application reads who stands behind, accounts, codes or queued work', async () => {
  for (const table of [
    'members.bond',
    'sign_in.challenge',
    'kernel.outbox',
    'kernel.draft',
    'kernel.attempt',
    'kernel.file',
    'kernel.progress',
    'networks.counted',
  ]) {
    for (const [name, viewer] of Object.entries(viewers))
      assert.equal(await count(viewer, table), 0, `${table}, ${name}`)
  }
  for (const [name, viewer] of Object.entries(viewers))
    assert.equal(await count(viewer, 'people.person'), viewer.kind === 'person' ? 1 : 0, name)
})

test('a change without a where changes only what the viewer may change', async () => {
  const mei = viewers['mei']!
  const changed = await app.db.as(mei, (tx) =>
    tx.pretend(() => tx.run(sql`update networks.network set purpose = 'spoilt'`)),
  )
  assert.equal(changed, 0)
  assert.equal(
    await app.db.as(viewers['grace']!, (tx) =>
      tx.pretend(() => tx.run(sql`update networks.network set purpose = 'better'`)),
    ),
    2,
  )
  assert.equal(
    await app.db.as(mei, (tx) => tx.pretend(() => tx.run(sql`delete from members.membership`))),
    0,
  )
})

test('a viewer’s transaction leaves nothing of its rights to the next', async () => {
  await app.db.as(viewers['carlos']!, (tx) => tx.rows(sql`select 1`))
  assert.equal(await count({ kind: 'stranger' }, 'members.membership'), 0)
  const people = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      count(i % 2 ? viewers['grace']! : { kind: 'stranger' }, 'members.membership'),
    ),
  )
  assert.deepEqual(
    people,
    Array.from({ length: 40 }, (_, i) => (i % 2 ? 6 : 0)),
  )
})

test('each network is there as it was staged', () =>
  assert.equal(new Set([named, led, sensitive]).size, 3))
