import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import { crowd, limitAllies, stage } from '../../testing/networks.ts'
import { allyPlaces } from './index.ts'

const app = await testApp()

/** A cap, how many members there are, and how many allies there can be. Worked out by hand. */
const table: [cap: number | null, members: number, allies: number | null][] = [
  [15, 0, 0],
  [15, 5, 0],
  [15, 6, 1],
  [15, 11, 1],
  [15, 12, 2],
  [15, 16, 2],
  [15, 17, 3],
  [15, 85, 15],
  [15, 84, 14],
  [15, 1_000_000, 176_470],
  [0, 500, 0],
  [1, 98, 0],
  [1, 99, 1],
  [20, 4, 1],
  [33, 67, 33],
  [50, 1, 1],
  [50, 3, 3],
  [90, 1, 9],
  [99, 1, 99],
  [99, 2_000_000_000, 198_000_000_000],
  [null, 3, null],
]

test('the most allies there can be, in whole numbers', async () => {
  await app.db.asSystem('reckon in a test', async (tx) => {
    for (const [cap, members, allies] of table) {
      const row = await tx.row(sql`select members.most_allies(${members}, ${cap}) as allies`)
      assert.deepEqual(row, { allies }, `${cap} in a hundred, ${members} members`)
      // By its meaning: so many are within the cap, and one more would not be.
      if (cap === null || allies === null) continue
      const back = await tx.row<{ members: number | null }>(
        sql`select members.members_for(${allies + 1}, ${cap}) as members`,
      )
      if (cap > 0) assert.ok(back!.members! > members)
      else assert.equal(back!.members, null)
      assert.ok(BigInt(allies) * 100n <= BigInt(cap) * BigInt(members + allies))
      assert.ok(BigInt(allies + 1) * 100n > BigInt(cap) * BigInt(members + allies + 1))
    }
  })
})

test('a cap of a hundred or more, or below nothing, is refused', async () => {
  for (const cap of [100, 101, -1])
    await assert.rejects(
      app.db.asSystem('reckon in a test', (tx) =>
        tx.run(sql`select members.most_allies(10, ${cap})`),
      ),
      { code: '23514' },
    )
})

test('how many members more make room for one ally more is right for every number up to a hundred', async () => {
  const network = await stage(app, { slug: 'missing', members: crowd('missing', 7) })
  for (const cap of [1, 7, 15, 33, 50, 99]) {
    await limitAllies(app, network, cap)
    const { missing } = await app.db.asSystem('look in a test', (tx) => allyPlaces(tx, network))
    await app.db.asSystem('reckon in a test', async (tx) => {
      const most = async (members: number) =>
        (await tx.row<{ most: number }>(
          sql`select members.most_allies(${members}, ${cap}) as most`,
        ))!.most
      assert.ok((await most(7 + missing!)) >= 1, `with ${missing} more at ${cap}`)
      if (missing! > 0) assert.equal(await most(7 + missing! - 1), 0, `with one fewer at ${cap}`)
    })
  }
})
