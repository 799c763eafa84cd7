import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Query } from '#kernel/db.ts'
import { stranger, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { propose, run } from '../../testing/demand.ts'
import { stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const open = await propose(app, 'open', [cast.grace])
const inside = await propose(app, 'inside', [cast.grace], { findable: 'signed-in' })
const hidden = await propose(app, 'n-hidden', [cast.carlos], { findable: 'invited' })
await stage(app, { slug: 'other', leads: [cast.sylvia], members: [cast.mei] })
const olu = await signedIn(app, cast.olu)
await olu.post('/networks/open/interest', { helps: 'yes' })
for (const [lead, slug] of [
  [cast.grace, 'open'],
  [cast.grace, 'inside'],
  [cast.carlos, 'n-hidden'],
] as const)
  await (await signedIn(app, lead)).post(`/networks/${slug}/proposal/update`, { text: 'News' })
await app.db.asSystem('set the stage for a test', async (tx) => {
  for (const id of [open, inside, hidden])
    await tx.run(
      sql`insert into demand.progress (network_id, people, as_of) values (${id}, 15, '2026-11-21')`,
    )
  await tx.run(sql`insert into demand.counted (kind, key, people) values ('network', ${open}, 17)`)
  await tx.run(
    sql`insert into demand.figure (kind, key, people, as_of) values ('theme', 'age', 15, '2026-11-21')`,
  )
})

const viewers: Record<string, Viewer> = {
  stranger,
  olu: await viewerFor(app, cast.olu),
  'a lead of another network': await viewerFor(app, cast.sylvia),
  grace: await viewerFor(app, cast.grace),
  carlos: await viewerFor(app, cast.carlos),
  administrator: { ...(await viewerFor(app, cast.ada)), administrator: true } as Viewer,
}

/** Who sees how many rows, in the order of the viewers above. */
const sees: [string, number[]][] = [
  ['demand.proposal', [1, 2, 2, 2, 3, 2]],
  ['demand.progress', [1, 2, 2, 2, 3, 2]],
  ['demand.letter', [1, 2, 2, 2, 3, 2]],
  ['demand.helper', [0, 0, 0, 1, 0, 0]],
  ['demand.interest', [0, 0, 0, 0, 0, 0]],
  ['demand.counted', [0, 0, 0, 0, 0, 0]],
  ['demand.figure', [0, 0, 0, 0, 0, 1]],
]

test('each thing is there for those whom it is for, and for nobody else', async () => {
  for (const [table, expected] of sees) {
    const all = await app.db.asSystem('show in a test that it could leak', (tx) =>
      tx.rows(sql`select 1 from ${sql.raw(table)}`),
    )
    assert.ok(all.length > 0, table)
    const seen = []
    for (const viewer of Object.values(viewers))
      seen.push(
        (await app.db.as(viewer, (tx) => tx.rows(sql`select 1 from ${sql.raw(table)}`))).length,
      )
    assert.deepEqual(seen, expected, table)
  }
})

/** How many rows a statement touches as each viewer; -1 where it is refused. */
const touched = async (statement: Query): Promise<number[]> => {
  const done = []
  for (const viewer of Object.values(viewers))
    done.push(
      await app.db
        .as(viewer, (tx) => tx.pretend(() => tx.run(statement)))
        .catch((error: { code: string }) => (error.code === '42501' ? -1 : NaN)),
    )
  return done
}

test('leads decide on their own proposals and write to theirs; nobody else changes anything', async () => {
  assert.deepEqual(await touched(sql`update demand.proposal set wanted = 11`), [0, 0, 0, 2, 1, 0])
  const letter = (network: string) => sql`
    insert into demand.letter (id, network_id, number, kind, written_on) values (gen_random_uuid(), ${network}, 9, 'update', '2026-11-21')`
  assert.deepEqual(await touched(letter(open)), [-1, -1, -1, 1, -1, -1])
  assert.deepEqual(await touched(letter(hidden)), [-1, -1, -1, -1, 1, -1])
  const interest = sql`
    insert into demand.interest (id, network_id, tag, person_sealed, said_on) values (gen_random_uuid(), ${open}, '', '', '2026-11-21')`
  assert.deepEqual(await touched(interest), [-1, -1, -1, -1, -1, -1])
  for (const table of ['interest', 'helper', 'progress', 'letter', 'proposal'])
    assert.deepEqual(await touched(sql`delete from demand.${sql.raw(table)}`), [0, 0, 0, 0, 0, 0])
})

test('a proposal for others, or a hidden one, answers as none: pages, saying so, and taking it back', async () => {
  const mei = await signedIn(app, cast.mei)
  const same = (text: string, slug: string) =>
    text.replaceAll(slug, '').replaceAll(/name="token" value="[^"]+"/g, '')
  for (const path of ['', '/interest', '/proposal', '/proposal/start']) {
    const there = await mei.get(`/networks/n-hidden${path}`)
    const none = await mei.get(`/networks/n-nonesuch${path}`)
    assert.equal(there.status, 404)
    assert.equal(same(there.text, 'n-hidden'), same(none.text, 'n-nonesuch'), path)
  }
  assert.equal((await mei.post('/networks/n-hidden/interest', {}, '/home')).status, 404)
  assert.equal((await mei.get('/networks/open/proposal')).status, 403)
  assert.equal((await mei.get('/interest/made-up')).status, 404)
})

test('in a dump nothing joins a person with what they would join', async () => {
  await run(app, 'demand.count')
  const { person } = viewers['olu'] as { person: string }
  const [row] = await app.db.asSystem('look in a test', (tx) =>
    tx.rows<{ tag: Uint8Array; person_sealed: Uint8Array }>(
      sql`select tag, person_sealed from demand.interest where network_id = ${open}`,
    ),
  )
  const member = app.db.keys.tag(`network:${open}`, person)
  assert.notDeepEqual(Buffer.from(row!.tag), member)
  assert.equal(Buffer.from(row!.person_sealed).includes(person), false)
})
