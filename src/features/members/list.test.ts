import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#kernel/clock.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { stage, viewerFor } from '../../testing/networks.ts'
import { admitMany, memberList, requestList } from './index.ts'

const app = await testApp()

for (const size of [0, 1, 3, 1000]) {
  test(`the list, with a search, is right at ${size} members, with one query a page`, async () => {
    const network = await stage(app, { slug: `list-${size}`, leads: [cast.grace] })
    await app.db.asSystem('fill a network in a test', async (tx) => {
      const people = Array.from({ length: size }, (_, i) => ({
        id: crypto.randomUUID(),
        person: crypto.randomUUID(),
        details: {
          name: `Number${i} Person`,
          email: '',
          organisation: null,
          region: i % 2 ? 'wales' : 'london',
        },
        organisationName: null,
        category: i % 3 ? ('member' as const) : ('ally' as const),
        status: 'active' as const,
        joined_on: addDays('2026-11-21', -(i % 40)),
      }))
      await admitMany(tx, network, people)
    })
    const grace = await viewerFor(app, cast.grace)
    const before = app.db.statements.count
    await app.db.as(grace, async (tx) => {
      const seen = new Set<string>()
      for (
        let page = await memberList(tx, network);
        ;
        page = await memberList(tx, network, { after: page.next })
      ) {
        for (const { id } of page.members) seen.add(id)
        if (!page.next) break
      }
      assert.equal(seen.size, size + 1)
    })
    assert.equal(app.db.statements.count - before, Math.ceil((size + 1) / 50))
    const found = await app.db.as(grace, (tx) =>
      memberList(tx, network, { name: 'pers NUMB', region: 'wales', category: 'member' }, 1000),
    )
    assert.equal(
      found.members.length,
      Array.from({ length: size }, (_, i) => i).filter((i) => i % 2 && i % 3).length,
    )
    assert.equal((await app.db.as(grace, (tx) => requestList(tx, network))).requests.length, 0)
  })
}

test('what members are found by does not tell how long their names are', async () => {
  const short = { ...cast.mei, name: 'Mei Li' }
  const long = { ...cast.olu, name: 'Bartholomew Featherstonehaugh' }
  const network = await stage(app, { slug: 'names', leads: [cast.grace], members: [short, long] })
  const { rows } = await app.db.engine.root(
    `select words from members.card where network_id = '${network}'`,
  )
  const words = (rows as { words: Uint8Array[] }[]).map((row) =>
    row.words.map((word) => Buffer.from(word).toString('hex')),
  )
  // Those of Mei Li are 2, of Grace Founder 8, of Bartholomew Featherstonehaugh 24.
  assert.deepEqual(
    words.map((of) => of.length).sort((a, b) => b - a),
    [24, 8, 8],
  )
  for (const of of words) assert.deepEqual(of, of.toSorted())
  const grace = await viewerFor(app, cast.grace)
  for (const name of ['li', 'Bart', 'featherstonehaugh', 'bartholomew feath'])
    assert.equal(
      (await app.db.as(grace, (tx) => memberList(tx, network, { name }))).members.length,
      1,
    )
})
