import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, dateOf } from '#kernel/clock.ts'
import { typedDate } from '#kernel/dates.ts'
import { sql, type Query } from '#kernel/db.ts'
import { openEmail } from '#kernel/mail.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { crowd, propose, run, terms } from '../../testing/demand.ts'
import { noteMany } from './interest.ts'
import { sendLetters } from './letters.ts'
import { stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)
const look = <T = unknown>(query: Query<T>) =>
  app.db.asSystem('look in a test', (tx) => tx.rows<T>(query))
const day = 86_400
const inDays = (days: number) =>
  typedDate('by', addDays(dateOf(app.clock()), days)) as Record<string, string>
const proposalOf = async (id: Id) =>
  (
    await look(
      sql<{ reminded: number; outcome: string | null; extended_on: string | null }>`
        select reminded, outcome, extended_on from demand.proposal where network_id = ${id}`,
    )
  )[0]!

test('what Grace gets wrong is said beside the field, and what she typed stays', async () => {
  await stage(app, { slug: 'wrong', status: 'setting-up', leads: [cast.grace] })
  const at = '/networks/wrong/proposal'
  const answer = await grace.post(at, { theme: '', wanted: 'a few', ...inDays(2) })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Select what the network would be about/)
  assert.match(answer.text, /must be a whole number, like 20/)
  assert.match(answer.text, /The day must be at least a week away/)
  assert.match(answer.text, /value="a few"/)
  const few = await grace.post(at, { ...terms(app), wanted: '9' })
  assert.match(few.text, /must be 10 or more/)
  const many = await grace.post(at, { ...terms(app), wanted: '1,001 people' })
  assert.match(many.text, /must be 1000 or fewer/)
})

test('a hidden network cannot ask anyone, and is told so; a live one has nothing to find out', async () => {
  await stage(app, {
    slug: 'n-hidden',
    status: 'setting-up',
    findable: 'invited',
    leads: [cast.grace],
  })
  assert.match((await grace.get('/networks/n-hidden/proposal')).text, /Only people you invite/)
  await grace.post('/networks/n-hidden/proposal', terms(app))
  await stage(app, { slug: 'open', leads: [cast.grace] })
  assert.match((await grace.get('/networks/open/proposal')).text, /nothing to find out first/)
  await grace.post('/networks/open/proposal', terms(app))
  assert.deepEqual(await look(sql`select network_id from demand.proposal`), [])
})

test('Grace gives it more time once, and those who would join are told; a second time is too many', async () => {
  const id = await propose(app, 'slow', [cast.grace])
  await signedIn(app, cast.mei).then((mei) => mei.post('/networks/slow/interest', {}))
  const at = '/networks/slow/proposal/extension'
  assert.match((await grace.post(at, inDays(30))).text, /The day must be later than the one before/)
  await grace.post(at, inDays(90))
  assert.notEqual((await proposalOf(id)).extended_on, null)
  assert.equal((await lastEmail(app, cast.mei.email))!.subject, 'slow has more time')
  assert.match((await grace.submit(at, inDays(120), '/home')).text, /more time already/)
})

test('Sam takes with him what he said, and erases it', async () => {
  const id = await propose(app, 'taking', [cast.grace])
  const sam = await signedIn(app, cast.sam)
  await sam.post('/networks/taking/interest', { helps: 'yes' })
  const me = await viewerFor(app, cast.sam)
  const [holding] = app.features.find((feature) => feature.name === 'demand')!.holds
  const [row] = await app.db.as(me, (tx) => holding!.export(tx, me))
  assert.equal(row!['network'], 'taking')
  assert.equal(row!['would help and be named'], true)
  await app.db.asSystem('erase in a test', (tx) => holding!.erase(tx, me))
  assert.deepEqual(await look(sql`select id from demand.interest where network_id = ${id}`), [])
  assert.deepEqual(await look(sql`select interest_id from demand.helper`), [])
})

test('a network is proposed once: pressed twice at once, or again after it has started, nothing more comes of it', async () => {
  const id = await stage(app, { slug: 'once', status: 'setting-up', leads: [cast.grace] })
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`update networks.network set live_on = null where id = ${id}`),
  )
  const at = '/networks/once/proposal'
  await Promise.all([grace.post(at, terms(app)), grace.post(at, terms(app), '/home')])
  const starts = await Promise.all([
    grace.post(`${at}/start`),
    grace.post(`${at}/start`, {}, '/home'),
  ])
  assert.deepEqual(
    new Set(starts.map((answer) => answer.location)),
    new Set(['/networks/once/setup', at]),
  )
  await grace.post(at, terms(app), '/home')
  const rows = await look(
    sql<{ status: string }>`select status from networks.network where id = ${id}`,
  )
  assert.deepEqual(rows, [{ status: 'setting-up' }])
  const letters = await look(sql`select kind from demand.letter where network_id = ${id}`)
  assert.deepEqual(letters, [{ kind: 'started' }])
})

test('two accounts of one person said it of the same network: afterwards it counts once, for the one that stays', async () => {
  const [both, one] = [
    await propose(app, 'both', [cast.grace]),
    await propose(app, 'one', [cast.grace]),
  ]
  const [from, to] = [await viewerFor(app, cast.alan), await viewerFor(app, cast.ravi)]
  const [holding] = app.features.find((feature) => feature.name === 'demand')!.holds
  await app.db.asSystem('carry over in a test', async (tx) => {
    await noteMany(tx, both, [from.person, to.person])
    await noteMany(tx, one, [from.person])
    await holding!.carry(tx, from, to)
  })
  const held = async (me: Person) =>
    new Set((await app.db.as(me, (tx) => holding!.export(tx, me))).map((row) => row['network']))
  assert.deepEqual(await held(to), new Set(['both', 'one']))
  assert.deepEqual(await held(from), new Set())
})

test('a letter reaches each of 230 once, though the work is begun twice at once and again', async () => {
  const id = await propose(app, 'many', [cast.grace])
  await crowd(app, id, 230)
  await grace.post('/networks/many/proposal/update', { text: 'We have a room.' })
  const send = () =>
    app.db.asSystem('send in a test', (tx) => sendLetters(tx, app, id)).catch(() => undefined)
  await Promise.all([send(), send()])
  await outbox(app)
  await send()
  const letters = await look<{ status: string; content_sealed: Uint8Array; id: string }>(
    sql`select id, status, content_sealed from kernel.message`,
  )
  const subjects = letters.map((row) => openEmail(app.db.keys, row.id, row.content_sealed).subject)
  assert.equal(subjects.filter((subject) => subject === 'News about many').length, 230)
  await look(sql`delete from demand.interest where network_id = ${id}`)
})

test('of a network that is closed while it is set up, those who would join are told', async () => {
  const id = await propose(app, 'halfway', [cast.grace])
  const mei = await signedIn(app, cast.mei)
  await mei.post('/networks/halfway/interest', {})
  await grace.post('/networks/halfway/proposal/start')
  await grace.post('/networks/halfway/settings/status', { status: 'closed', reason: 'No time.' })
  await run(app, 'demand.open')
  await run(app, 'demand.open')
  assert.equal((await lastEmail(app, cast.mei.email))!.subject, 'halfway does not start for now')
  assert.equal((await proposalOf(id)).outcome, 'dropped')
})

test('Grace drops it with her own words; what was noted goes after thirty days', async () => {
  const id = await propose(app, 'dropped', [cast.grace])
  await crowd(app, id, 3)
  const mei = await signedIn(app, cast.mei)
  await mei.post('/networks/dropped/interest', {})
  await grace.submit('/networks/dropped/proposal/end', { text: 'Join the gardeners instead.' })
  assert.match(JSON.stringify(await lastEmail(app, cast.mei.email)), /Join the gardeners instead/)
  assert.match((await grace.get('/networks/dropped/proposal')).text, /It was dropped on/)
  const kept = () => look(sql`select id from demand.interest where network_id = ${id}`)
  const retire = async () => {
    const holdings = app.features.find((feature) => feature.name === 'demand')!.holds
    await app.db.asSystem('retire in a test', (tx) => holdings[0]!.retire!(tx))
  }
  await retire()
  assert.equal((await kept()).length, 4)
  app.clock.advance(31 * day)
  await retire()
  assert.equal((await kept()).length, 0)
})

test('when the time is up Grace is asked once, then once more; with nobody deciding it is dropped, kindly', async () => {
  const id = await propose(app, 'forgotten', [cast.grace])
  const olu = await signedIn(app, cast.olu)
  await olu.post('/networks/forgotten/interest', {})
  for (const [days, reminded] of [
    [50, 0],
    [8, 1],
    [1, 1],
    [29, 2],
    [1, 2],
  ] as const) {
    app.clock.advance(days * day)
    await run(app, 'demand.remind')
    assert.equal((await proposalOf(id)).reminded, reminded)
  }
  const subjects = (await outbox(app))
    .filter((email) => email.to.address === cast.grace.email)
    .map((email) => email.subject)
  assert.ok(subjects.includes('forgotten: time to decide'), subjects.join())
  assert.ok(subjects.includes('forgotten: people are waiting for your decision'))
  app.clock.advance(31 * day)
  await run(app, 'demand.remind')
  assert.equal((await proposalOf(id)).outcome, 'dropped')
  const told = await lastEmail(app, cast.olu.email)
  assert.equal(told!.subject, 'forgotten does not start for now')
  assert.equal((await (await signedIn(app, cast.mei)).get('/networks/forgotten')).status, 404)
})
