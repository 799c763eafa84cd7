import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { stage, viewerFor } from '../testing/networks.ts'
import { sql, type Tx } from './db.ts'

const app = await testApp()
await stage(app, { slug: 'books', leads: [cast.grace], members: [cast.mei, cast.alan] })
await stage(app, { slug: 'walks', names: 'leads', leads: [cast.carlos], members: [cast.mei] })
const grace = await viewerFor(app, cast.grace)
const carlos = await viewerFor(app, cast.carlos)
const members = async (tx: Tx) => (await tx.rows(sql`select id from members.membership`)).length
const behind = (tx: Tx) =>
  tx.asSystem(
    'try it in a test',
    async (system) => (await system.rows(sql`select 1 from members.bond`)).length,
  )

test('statements of several viewers, given side by side, each have the rights of their own', async () => {
  const seen = await app.db.as(grace, (tx) =>
    Promise.all([
      members(tx),
      tx.asSystem('try it in a test', members),
      tx.as(carlos, members),
      members(tx),
      tx.as({ kind: 'stranger' }, members),
      behind(tx),
      members(tx),
    ]),
  )
  assert.deepEqual(seen, [3, 5, 2, 3, 0, 5, 3])
})

test('work as the application that fails, and is caught, leaves the viewer their own rights', async () => {
  const seen = await app.db.as(grace, async (tx) => {
    const work = tx.asSystem('try it in a test', async (system) => {
      await members(system)
      throw new Error('it fails')
    })
    await assert.rejects(work, /it fails/)
    return members(tx)
  })
  assert.equal(seen, 3)
})

test('what is taken back takes its rights back too', async () => {
  const seen = await app.db.as(grace, async (tx) => {
    await tx.pretend((pretended) => pretended.as(carlos, members))
    await assert.rejects(
      tx.pretend(async (pretended) => (await behind(pretended), pretended.run(sql`select 1 / 0`))),
    )
    return members(tx)
  })
  assert.equal(seen, 3)
})

test('whoever speaks while something is taken back has the rights of their own', async () => {
  const seen = await app.db.as(grace, async (tx) => {
    const done = Promise.withResolvers<void>()
    const beside = done.promise.then(async () => {
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
      return tx.as(carlos, members)
    })
    await tx.pretend(async (pretended) => {
      await pretended.as(carlos, members)
      done.resolve()
    })
    return [await beside, await members(tx)]
  })
  assert.deepEqual(seen, [2, 3])
})

test('a statement after the end of its transaction is refused, and never reaches another’s', async () => {
  let kept: Tx | undefined
  await app.db.asSystem('try it in a test', async (tx) => void (kept = tx))
  await assert.rejects(
    app.db.as(grace, () => members(kept!)),
    /transaction is over/,
  )
  const failing = app.db.as(grace, async (tx) => {
    kept = tx
    throw new Error('it fails')
  })
  await assert.rejects(failing, /it fails/)
  await assert.rejects(members(kept!), /transaction is over/)
})

test('a statement that fails, and is caught, fails the transaction: nothing is half done in silence', async () => {
  const work = app.db.asSystem('try it in a test', async (tx) => {
    await tx.run(sql`update networks.network set purpose = 'half done'`)
    await assert.rejects(tx.run(sql`select 1 / 0`))
  })
  await assert.rejects(work)
  const { rows } = await app.db.engine.root(
    `select 1 from networks.network where purpose = 'half done'`,
  )
  assert.equal(rows.length, 0)
})
