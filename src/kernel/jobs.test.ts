import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../testing/app.ts'
import type { App } from './app.ts'
import type { Feature } from './feature.ts'
import { enqueue, startWorker } from './jobs.ts'

const app = await testApp()

test('work of a worker that was killed is begun again by another, and done once', async () => {
  let letGo = () => {}
  const stuck = new Promise<void>((resolve) => (letGo = resolve))
  const begun = Promise.withResolvers<void>()
  const done = Promise.withResolvers<unknown>()
  const first = await startWorker(having(() => (begun.resolve(), stuck)))
  await app.db.asSystem('ask in a test', (tx) => enqueue(tx, 'test.work', { list: 7 }))
  await begun.promise
  // A process that was killed says no more that it is alive.
  await app.db.engine.root(
    `update pgboss.job set heartbeat_on = now() - interval '2 minutes', retry_delay = 0 where name = 'test.work'`,
  )
  const second = await startWorker(
    having(async (payload) => done.resolve(payload)),
    { look: 1 },
  )
  assert.deepEqual(await done.promise, { list: 7 })
  letGo()
  await first.stop()
  await second.stop()
  const { rows } = await app.db.engine.root(
    `select state, retry_count as begun_again from pgboss.job where name = 'test.work'`,
  )
  assert.deepEqual(rows, [{ state: 'completed', begun_again: 1 }])
})

test('queues that a version before made get the settings of this one', async () => {
  const settings = async () =>
    (
      await app.db.engine.root(
        `select retry_limit, heartbeat_seconds from pgboss.queue where name = 'test.work'`,
      )
    ).rows
  const work = having(async () => {})
  await (await startWorker(work)).stop()
  const made = await settings()
  await app.db.engine.root(`update pgboss.queue set heartbeat_seconds = null`)
  await (await startWorker(work)).stop()
  assert.deepEqual(await settings(), made)
  assert.deepEqual(made, [{ retry_limit: 8, heartbeat_seconds: 60 }])
})

/** The same Guildhall, with one more kind of work. */
function having(run: (payload: Record<string, unknown>) => Promise<void>): App {
  const feature: Feature = {
    name: 'test',
    folder: import.meta.dirname,
    events: {},
    holds: [],
    jobs: [{ name: 'test.work', run: (_app, payload) => run(payload) }],
  }
  return { ...app, features: [feature] }
}
