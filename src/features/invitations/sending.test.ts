import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import { openEmail } from '#kernel/mail.ts'
import { findNetwork } from '#features/networks/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { linkIn } from '../../testing/joining.ts'
import { stage } from '../../testing/networks.ts'
import { invite } from './index.ts'
import { jobs } from './jobs.ts'

const app = await testApp({ MAIL_RATE: '50' })
const minute = async () => {
  app.clock.advance(60)
  await jobs[0]!.run(app, {})
  await drain(app)
}
const several = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const address = `${prefix}.${i}@dwp.gov.uk`
    return { name: '', address, key: address }
  })
const inviteMany = (slug: string, prefix: string, count: number) =>
  app.db.asSystem('invite in a test', async (tx) =>
    invite(tx, (await findNetwork(tx, slug))!, {
      people: several(prefix, count),
      origin: 'import',
      actor: undefined,
    }),
  )
const sentTo = (prefix: string) =>
  app.db.asSystem('look in a test', async (tx) => {
    const rows = await tx.rows<{ id: string; content_sealed: Uint8Array }>(
      sql`select id, content_sealed from kernel.message`,
    )
    return rows
      .map((row) => openEmail(tx.keys, row.id, row.content_sealed).to.address)
      .filter((to) => to.startsWith(prefix))
  })

test('invitations leave so many a minute, a few of each network in turn, and a code does not wait for them', async () => {
  for (const slug of ['big', 'small']) await stage(app, { slug, leads: [cast.grace] })
  await inviteMany('big', 'big', 120)
  await inviteMany('small', 'small', 5)
  await drain(app)
  assert.equal((await sentTo('big')).length + (await sentTo('small')).length, 50)
  assert.equal((await sentTo('small')).length, 5)
  await signedIn(app, cast.mei)
  await minute()
  assert.equal((await sentTo('big')).length, 95)
  await minute()
  await minute()
  const all = await sentTo('big')
  assert.deepEqual([all.length, new Set(all).size], [120, 120])
})

test('when the process dies half-way or the work runs twice at once, nobody is written to twice', async () => {
  await stage(app, { slug: 'twice', leads: [cast.grace] })
  await inviteMany('twice', 'twice', 40)
  app.clock.advance(60)
  // Dies between writing the emails down and saying so: what was not committed did not happen.
  await assert.rejects(
    app.db.asSystem('die in a test', async () => {
      throw new Error('killed')
    }),
  )
  await Promise.all([jobs[0]!.run(app, {}), jobs[0]!.run(app, {})])
  await drain(app)
  await minute()
  const all = await sentTo('twice')
  assert.deepEqual([all.length, new Set(all).size], [40, 40])
})

// From here on there is room for all.
const unhurried = () =>
  Object.assign(app, { config: { ...app.config, mail: { ...app.config.mail, rate: 6000 } } })

test('ten times as many take hardly more statements: each batch a few', async () => {
  unhurried()
  await stage(app, { slug: 'batches', leads: [cast.grace] })
  const statements = async (prefix: string, count: number) => {
    const before = app.db.statements.count
    await inviteMany('batches', prefix, count)
    return app.db.statements.count - before
  }
  const [few, many] = [await statements('few', 500), await statements('many', 5000)]
  assert.ok(many < few * 5 + 10, `${few} and ${many}`)
  const before = app.db.statements.count
  await jobs[0]!.run(app, {})
  assert.ok(app.db.statements.count - before < 20)
  await drain(app)
})

test('whoever has not answered is reminded once, after a fortnight, and those who answered are not', async () => {
  app.clock.advance(86_400)
  await stage(app, { slug: 'again', name: 'Again', leads: [cast.grace] })
  const grace = await signedIn(app, cast.grace)
  await app.db.asSystem('clear in a test', (tx) =>
    tx.run(sql`update invitations.invitation set reminded_on = '2026-11-21'`),
  )
  await grace.post('/networks/again/invitations', { people: 'silent@dwp.gov.uk\nno@dwp.gov.uk' })
  await client(app).post(linkIn((await lastEmail(app, 'no@dwp.gov.uk'))!), { answer: 'no' })
  const subjects = async (to: string) =>
    (await outbox(app)).filter((each) => each.to.address === to).map((each) => each.subject)
  app.clock.advance(13 * 86_400)
  await minute()
  assert.deepEqual(await subjects('silent@dwp.gov.uk'), ['An invitation from Again'])
  app.clock.advance(86_400)
  await minute()
  app.clock.advance(86_400)
  await minute()
  assert.deepEqual(await subjects('silent@dwp.gov.uk'), [
    'Your invitation from Again',
    'An invitation from Again',
  ])
  assert.deepEqual(await subjects('no@dwp.gov.uk'), ['An invitation from Again'])
})

test('a network can switch its reminders off; a sensitive one has them off until it says otherwise', async () => {
  await stage(app, { slug: 'hush', sensitive: true, names: 'leads', leads: [cast.grace] })
  const grace = await signedIn(app, cast.grace)
  const home = '/networks/hush/invitations'
  assert.match((await grace.get(home)).text, /Nobody is reminded/)
  assert.match(
    (await grace.submit(`${home}/reminders`, { reminders: 'on' }, home)).text,
    /gets one reminder/,
  )
  assert.match(
    (await grace.submit(`${home}/reminders`, { reminders: 'off' }, home)).text,
    /Nobody is reminded/,
  )
})

test('never again, from any network: an address is asked by nobody, and its owner can change their mind', async () => {
  await stage(app, { slug: 'never-one', leads: [cast.grace] })
  await stage(app, { slug: 'never-two', leads: [cast.grace] })
  const grace = await signedIn(app, cast.grace)
  await grace.post('/networks/never-one/invitations', { people: cast.ravi.email })
  const link = linkIn((await lastEmail(app, cast.ravi.email))!)
  const said = await client(app).submit(link, { answer: 'never' })
  assert.match(said.text, /no network will invite you again/)
  const two = await grace.submit('/networks/never-two/invitations', { people: cast.ravi.email })
  assert.match(two.text, /1 person not asked again/)
  app.clock.advance(60)
  const ravi = await signedIn(app, cast.ravi)
  assert.match((await ravi.get('/account/invitations')).text, /no network may invite you/)
  await ravi.post('/account/invitations', { wish: 'some' })
  const three = await grace.submit('/networks/never-two/invitations', { people: cast.ravi.email })
  assert.match(three.text, /1 person invited/)
})

test('signed in as somebody else, a passed-on link opens nothing but asking', async () => {
  await stage(app, { slug: 'passed', name: 'Passed Network', leads: [cast.grace] })
  const grace = await signedIn(app, cast.grace)
  await grace.post('/networks/passed/invitations', { people: cast.sam.email })
  const link = linkIn((await lastEmail(app, cast.sam.email))!)
  const olu = await signedIn(app, cast.olu)
  const page = (await olu.get(link)).text
  assert.match(page, /for another address/)
  assert.doesNotMatch(page, /Passed Network|value="(no|never)"/)
  await olu.post(link, { answer: 'never' })
  assert.match((await client(app).get(link)).text, /You are invited to join Passed Network/)
})
