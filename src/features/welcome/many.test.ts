import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateOf } from '#kernel/clock.ts'
import { sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import { admitMany } from '#features/members/index.ts'
import { registerMany } from '#features/people/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
const network = await stage(app, { slug: 'carers', name: 'Carers Network', leads: [cast.grace] })
const jobs = new Map(app.features.flatMap((each) => each.jobs ?? []).map((job) => [job.name, job]))
const day = 86_400

/** So many people join today. */
async function joinToday(count: number): Promise<void> {
  const people = Array.from({ length: count }, () => crypto.randomUUID()).map((id) => ({
    id,
    key: `${id}@hmrc.gov.uk`,
    details: { name: `Many ${id}`, email: `${id}@hmrc.gov.uk`, organisation: null },
    joined_on: dateOf(app.clock()),
  }))
  await app.db.asSystem('set the stage for a test', async (tx) => {
    await registerMany(tx, people)
    await admitMany(
      tx,
      network,
      people.map(({ id: person, details, joined_on }) => ({
        id: crypto.randomUUID(),
        person,
        details,
        organisationName: null,
        category: 'member' as const,
        status: 'active' as const,
        joined_on,
      })),
    )
  })
}

/** How many statements a lot of emails takes. */
async function oneLot(): Promise<number> {
  const before = app.db.statements.count
  await jobs.get('welcome.send')!.run(app, { network })
  return app.db.statements.count - before
}

const sentToday = () =>
  app.db.asSystem('look in a test', async (tx) => {
    const row = await tx.row<{ sent: number; emails: number }>(sql`
      select (select count(*)::int from welcome.sent) as sent, (select count(*)::int from kernel.message) as emails`)
    return row!
  })

await app.db.asSystem('set the stage for a test', (tx) =>
  tx.run(
    sql`insert into welcome.choice (network_id, series_since) values (${network}, ${dateOf(tx.now)})`,
  ),
)

test('a lot of 300 emails takes as many statements as a lot of three', async () => {
  await joinToday(3)
  app.clock.advance(7 * day)
  const few = await oneLot()
  await joinToday(300)
  app.clock.advance(7 * day)
  assert.ok((await oneLot()) <= few + 1)
  await drain(app)
  assert.deepEqual(await sentToday(), { sent: 303, emails: 303 })
})

test('a worker that dies half-way, and two at once, write to each of 500 people once', async () => {
  await joinToday(500)
  app.clock.advance(7 * day)
  const before = await sentToday()
  const dying = app.db.asSystem('die in a test', async (tx) => {
    await tx.run(sql`
      insert into welcome.sent (membership_id, step, network_id, sent_on)
      select id, 7, network_id, ${dateOf(tx.now)} from members.membership where network_id = ${network} on conflict do nothing`)
    throw new Error('died')
  })
  await assert.rejects(dying, /died/)
  await Promise.all([oneLot(), oneLot(), jobs.get('welcome.morning')!.run(app, {})])
  await drain(app)
  const after = await sentToday()
  assert.equal(after.sent - before.sent, 500)
  assert.equal(after.emails, after.sent)
  await jobs.get('welcome.morning')!.run(app, {})
  await drain(app)
  assert.deepEqual(await sentToday(), after)
})
