import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countReasons } from '#kernel/bypass.ts'
import { sql } from '#kernel/db.ts'
import { testApp } from '../testing/app.ts'

const app = await testApp()

const counted = (reason: string) =>
  app.db.asSystem('look in a test', async (tx) => {
    const row = await tx.row<{ times: number }>(sql`
      select sum(times)::int as times from kernel.bypass where reason = ${reason}`)
    return row?.times
  })

test('a process that stops writes down why and how often it passed the rules by', async () => {
  const stop = countReasons(app)
  await app.db.asSystem('water the plants', async () => {})
  await app.db.asSystem('water the plants', async () => {})
  await stop()
  assert.equal(await counted('water the plants'), 2)
  await app.db.asSystem('water the plants', async () => {})
  await countReasons(app)()
  assert.equal(await counted('water the plants'), 3)
})

test('what could not be written down is written the next time', async () => {
  const stop = countReasons({ ...app, config: { ...app.config, log: 'error' } })
  const close = await shutOut()
  await app.db.asSystem('feed the cat', async () => {})
  await stop()
  await close()
  assert.equal(await counted('feed the cat'), null)
  await stop()
  assert.equal(await counted('feed the cat'), 1)
})

/** Nobody can write the counts, until told otherwise. */
async function shutOut(): Promise<() => Promise<unknown>> {
  await app.db.engine.root('revoke insert on kernel.bypass from guildhall_system')
  return () => app.db.engine.root('grant insert on kernel.bypass to guildhall_system')
}
