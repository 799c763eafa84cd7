import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { App } from '#kernel/app.ts'
import { sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { agree, bring, inviteAll, tableIn } from '../../testing/importing.ts'
import { checkList } from './checking.ts'
import { jobs } from './jobs.ts'
import { readList } from './reading.ts'
import { runList, runSome } from './running.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)
const list = (people: number) =>
  `Name,Email\n${Array.from({ length: people }, (_, i) => `Person ${i},person.${i}@dwp.gov.uk`).join('\n')}\n`
const idOf = (address: string) => address.split('/').at(-1)!
const count = (query: ReturnType<typeof sql<{ count: number }>>) =>
  app.db.asSystem('look', async (tx) => (await tx.row(query))!.count)
const invitations = (slug: string) =>
  count(
    sql`select count(*)::int as count from invitations.invitation i join networks.network n on n.id = i.network_id where n.slug = ${slug}`,
  )
const emails = () => count(sql`select count(*)::int as count from kernel.message`)

/** The same process, killed just before its transaction number `at` commits; what was queued for it was lost with it. */
function dying(at: number): App {
  const asSystem: App['db']['asSystem'] = (reason, work) =>
    app.db.asSystem(reason, async (tx) => {
      const result = await work(tx)
      if (--at === 0) throw new Error('killed')
      return result
    })
  return { ...app, db: { ...app.db, asSystem } }
}
const forgetQueue = () =>
  app.db.asSystem('the process dies', (tx) =>
    tx.run(sql`delete from kernel.outbox where job like 'imports.%'`),
  )

/** A while later, the process being back. */
async function later(): Promise<void> {
  app.clock.advance(180)
  await jobs.find((job) => job.name === 'imports.resume')!.run(app, {})
  await drain(app)
}

test('an import killed between two parts and within one goes on where it was, and invites nobody twice', async () => {
  await stage(app, { slug: 'killed', leads: [cast.grace] })
  const address = await bring(app, grace, 'killed', list(25))
  await agree(app, grace, address)
  await grace.post(`${address}/check`)
  await forgetQueue()
  const before = await emails()
  assert.equal(await runSome(app, idOf(address), 10), true)
  await assert.rejects(runList(dying(1), idOf(address), 10), /killed/)
  await drain(app)
  assert.match((await grace.get(address)).text, /10 of 25/)
  assert.equal(await invitations('killed'), 10)
  await later()
  assert.equal(await invitations('killed'), 25)
  assert.equal((await emails()) - before, 25)
  assert.equal(tableIn((await grace.get(address)).text, 'What became of every row')[0]![1], '25')
  await Promise.all([runList(app, idOf(address), 10), later()])
  assert.equal((await emails()) - before, 25)
})

test('one list brought twice and run at once invites each person once', async () => {
  await stage(app, { slug: 'double', status: 'setting-up', leads: [cast.grace] })
  const both = [
    await bring(app, grace, 'double', list(25)),
    await bring(app, grace, 'double', list(25)),
  ]
  for (const address of both)
    assert.match((await agree(app, grace, address)).text, /Invite 25 people/)
  for (const address of both) await grace.post(`${address}/check`)
  await Promise.all(both.map((address) => runList(app, idOf(address), 10)))
  await drain(app)
  assert.equal(await invitations('double'), 25)
  const results = await Promise.all(
    both.map(async (address) =>
      tableIn((await grace.get(address)).text, 'What became of every row'),
    ),
  )
  assert.deepEqual(
    results.map((rows) => rows.at(-1)![1]),
    ['25', '25'],
  )
  const sums = results
    .flat()
    .filter(([name]) => name === 'Invited')
    .map(([, rows]) => Number(rows))
  assert.equal(
    sums.reduce((a, b) => a + b, 0),
    25,
  )
})

test('reading and checking that were killed are begun again, and count every row once', async () => {
  await stage(app, { slug: 'reread', leads: [cast.grace] })
  const upload = await grace.upload('/networks/reread/import', {
    field: 'list',
    name: 'list.csv',
    bytes: Buffer.from(list(1200)),
  })
  const id = idOf(upload.location)
  await forgetQueue()
  await assert.rejects(readList(dying(2), id), /killed/)
  assert.match((await grace.get(upload.location)).text, /Reading your list/)
  await later()
  await grace.post(`${upload.location}/columns`, { name: '0', email: '1' })
  await forgetQueue()
  await assert.rejects(checkList(dying(3), id), /killed/)
  assert.match((await grace.get(upload.location)).text, /200 of 1,200/)
  await later()
  assert.match((await grace.get(`${upload.location}/check`)).text, /Invite 1,200 people/)
  assert.equal(await invitations('reread'), 0)
})

test('of two that check one list, the one that began last goes on', async () => {
  await stage(app, { slug: 'race', leads: [cast.grace] })
  const address = await bring(app, grace, 'race', list(1100))
  await grace.post(`${address}/columns`, { name: '0', email: '1' })
  await Promise.all([checkList(app, idOf(address)), checkList(app, idOf(address))])
  assert.match((await grace.get(`${address}/check`)).text, /Invite 1,100 people/)
  assert.equal(
    await count(
      sql`select count(*)::int as count from imports.line where import_id = ${idOf(address)}::uuid`,
    ),
    1100,
  )
})

test('an import that is stopped stops at the next part, and says who was not invited', async () => {
  await stage(app, { slug: 'stopped', status: 'setting-up', leads: [cast.grace] })
  const address = await bring(app, grace, 'stopped', list(25))
  await agree(app, grace, address)
  await grace.post(`${address}/check`)
  await runSome(app, idOf(address), 10)
  const stopped = await grace.submit(`${address}/cancellation`, {}, address)
  assert.match(stopped.text, /The import was stopped/)
  await drain(app)
  assert.deepEqual(
    tableIn((await grace.get(address)).text, 'What became of every row').map(([, rows]) => rows),
    ['10', '15', '25'],
  )
  assert.equal(await invitations('stopped'), 10)
})

test('what cannot be done in thirty tries is given up, and its lead is told', async () => {
  await stage(app, { slug: 'hopeless', leads: [cast.grace] })
  const upload = await grace.upload('/networks/hopeless/import', {
    field: 'list',
    name: 'list.csv',
    bytes: Buffer.from(list(1)),
  })
  for (let i = 0; i < 31; i++) {
    await forgetQueue()
    app.clock.advance(180)
    await jobs.find((job) => job.name === 'imports.resume')!.run(app, {})
  }
  assert.match((await grace.get(upload.location)).text, /Something went wrong on our side/)
  const again = await bring(app, grace, 'hopeless', list(1))
  await agree(app, grace, again)
  assert.match((await inviteAll(app, grace, again)).text, /1 person was invited\./)
})
