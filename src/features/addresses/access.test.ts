import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { addSecondAddress } from '#features/people/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { stage, viewerFor } from '../../testing/networks.ts'
import { keepUndo } from './undo.ts'

const app = await testApp()
await stage(app, { slug: 'books', leads: [cast.grace], members: [cast.mei] })
const mei = await viewerFor(app, cast.mei)
const viewers: [string, Viewer, number][] = [
  ['the person', mei, 1],
  ['a lead of their network', await viewerFor(app, cast.grace), 0],
  ['someone else', await viewerFor(app, cast.olu), 0],
  ['an administrator', { ...(await viewerFor(app, cast.ada)), administrator: true }, 0],
  ['a stranger', { kind: 'stranger' }, 0],
]
await app.db.asSystem('set the stage for a test', async (tx) => {
  await addSecondAddress(tx, mei.person, { key: 'mei@home.example', address: 'mei@home.example' })
  await keepUndo(tx, mei.person, { kind: 'moved', address: cast.mei.email })
})

for (const [who, viewer, sees] of viewers) {
  test(`${who} sees ${sees ? 'their own' : 'no'} second addresses and changes of address`, async () => {
    for (const table of ['people.second_address', 'addresses.undo']) {
      const rows = await app.db.as(viewer, (tx) => tx.rows(sql`select id from ${sql.raw(table)}`))
      assert.equal(rows.length, sees, table)
    }
  })

  test(`${who} can ${sees ? 'give up a second address of theirs, and' : ''} neither make nor move one`, async () => {
    const person = 'person' in viewer ? viewer.person : mei.person
    for (const change of [
      sql`insert into people.second_address (id, person_id, email_tag, address_sealed, added_on) values (gen_random_uuid(), ${person}, 'x', 'x', current_date)`,
      sql`insert into addresses.undo (id, person_id, content_sealed, made_at, ends_at) values (gen_random_uuid(), ${person}, 'x', now(), now())`,
    ])
      await assert.rejects(app.db.as(viewer, (tx) => tx.run(change)))
    const touched = await app.db.as(viewer, (tx) =>
      tx.pretend(async (inner) => [
        await inner.run(sql`update people.second_address set person_id = ${person}`).catch(() => 0),
      ]),
    )
    assert.deepEqual(touched, [0])
    const given = await app.db.as(viewer, (tx) =>
      tx.pretend((inner) => inner.run(sql`delete from people.second_address`).catch(() => 0)),
    )
    assert.equal(given, sees)
  })
}
