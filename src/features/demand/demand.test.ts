import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Query } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, codeFor, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { linkIn, statusIn } from '../../testing/joining.ts'
import { stage } from '../../testing/networks.ts'
import { crowd, run, terms } from '../../testing/demand.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)
const olu = await signedIn(app, cast.olu)
const look = (query: Query) => app.db.asSystem('look in a test', (tx) => tx.rows(query))

/** Grace proposes a network that everyone can find. */
async function proposed(slug: string, more: { sensitive?: boolean } = {}): Promise<Id> {
  const joining = more.sensitive ? 'request' : 'open'
  const id = await stage(app, {
    slug,
    name: `Network ${slug}`,
    status: 'setting-up',
    joining,
    names: 'leads',
    leads: [cast.grace],
    ...more,
  })
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`update networks.network set live_on = null where id = ${id}`),
  )
  const answer = await grace.submit(`/networks/${slug}/proposal`, terms(app))
  assert.match(answer.text, /Your network is proposed/)
  return id
}

test('Grace proposes a network: everyone finds its page, in its own part of the directory, and nobody can join it', async () => {
  await proposed('gardens')
  const page = (await client(app).get('/networks/gardens')).text
  assert.match(page, /Would you join\?/)
  assert.match(page, /It needs 20 people/)
  assert.doesNotMatch((await client(app).get('/networks')).text, /Network gardens/)
  assert.match((await client(app).get('/networks?status=proposed')).text, /Network gardens/)
  assert.doesNotMatch((await client(app).get('/join')).text, /value="gardens"/)
  const join = (await client(app).get('/join?network=gardens')).text
  assert.match(join, /Network gardens is an idea so far/)
})

test('Ravi, who has no account, says that he would join, by the code of an email, and takes it back from the email', async () => {
  const id = await proposed('knitting')
  const ravi = client(app)
  const asked = await ravi.get('/networks/knitting/interest?as=join')
  assert.match(asked.location, /^\/sign-in/)
  await ravi.post(asked.location, {
    email: cast.ravi.email,
    next: '/networks/knitting/interest?as=join',
  })
  const named = await ravi.post('/sign-in/code', { code: await codeFor(app, cast.ravi.email) })
  const back = await ravi.post(named.location, { name: cast.ravi.name })
  assert.match(back.location, /^\/networks\/knitting\/interest/)
  const done = await ravi.submit('/networks/knitting/interest', {})
  assert.match(done.text, /You said that you would join/)
  assert.equal(await statusIn(app, id, cast.ravi), undefined)
  assert.match((await ravi.get('/home')).text, /You said that you would join Network knitting/)
  const email = (await lastEmail(app, cast.ravi.email))!
  const link = linkIn(email)
  assert.match((await client(app).get(link)).text, /Have you changed your mind/)
  assert.equal((await look(sql`select id from demand.interest where network_id = ${id}`)).length, 1)
  assert.match((await client(app).post(link)).text, /Nothing is noted/)
  assert.equal((await look(sql`select id from demand.interest where network_id = ${id}`)).length, 0)
  assert.match((await client(app).get(link)).text, /Nothing is noted/)
})

test('saying it twice, or twice at once, notes it once; one click takes it back', async () => {
  const id = await proposed('twice')
  await Promise.all([1, 2].map(() => olu.post('/networks/twice/interest', {})))
  await olu.post('/networks/twice/interest', {})
  const rows = () => look(sql`select id from demand.interest where network_id = ${id}`)
  assert.equal((await rows()).length, 1)
  const mails = (await outbox(app)).filter((email) =>
    /would join Network twice/.test(email.subject),
  )
  assert.equal(mails.length, 1)
  await olu.post('/networks/twice/interest/withdrawal', {}, '/networks/twice')
  assert.equal((await rows()).length, 0)
})

test('Olu offers to help: Grace learns the name of those who agree, and of nobody else', async () => {
  const id = await proposed('helping')
  const mei = await signedIn(app, cast.mei)
  await mei.post('/networks/helping/interest', {})
  await olu.post('/networks/helping/interest', { helps: 'yes' })
  const page = (await grace.get('/networks/helping/proposal')).text
  assert.match(page, /Olu Outsider/)
  assert.doesNotMatch(page, /Mei Member/)
  await olu.post('/networks/helping/interest', {})
  assert.doesNotMatch((await grace.get('/networks/helping/proposal')).text, /Olu Outsider/)
  assert.equal((await look(sql`select id from demand.interest where network_id = ${id}`)).length, 2)
})

test('how many would join is said from ten on, in fives, and moves only by five; enough is said for good', async () => {
  const id = await proposed('counting')
  const words = async () =>
    /There are at least (\d+)|do not say|Enough/.exec(
      (await olu.get('/networks/counting')).text,
    )?.[0]
  await crowd(app, id, 9)
  await run(app, 'demand.count')
  assert.equal(await words(), 'do not say')
  await crowd(app, id, 5)
  await run(app, 'demand.count')
  assert.equal(await words(), 'There are at least 10')
  await crowd(app, id, 4)
  await run(app, 'demand.count')
  assert.equal(await words(), 'There are at least 10')
  await crowd(app, id, 3)
  await run(app, 'demand.count')
  assert.equal(await words(), 'Enough')
  assert.equal(
    (await lastEmail(app, cast.grace.email))!.subject,
    'Enough people would join Network counting',
  )
  assert.match((await grace.get('/home')).text, /Enough people would join: you can start it/)
  await look(sql`delete from demand.interest where network_id = ${id}`)
  await run(app, 'demand.count')
  assert.equal(await words(), 'Enough')
})

test('when it starts they are told, when it goes live they are invited, and nobody is enrolled or shown to the leads', async () => {
  const id = await proposed('starting')
  await olu.post('/networks/starting/interest', {})
  assert.match((await grace.submit('/networks/starting/proposal/start')).text, /It has started/)
  assert.equal(
    (await lastEmail(app, cast.olu.email))!.subject,
    'Network starting is going to start',
  )
  assert.equal((await olu.get('/networks/starting')).status, 404)
  await run(app, 'demand.open')
  assert.equal(
    (await look(sql`select id from invitations.invitation where network_id = ${id}`)).length,
    0,
  )
  await app.db.asSystem('go live in a test', (tx) =>
    tx.run(
      sql`update networks.network set status = 'live', live_on = ${'2026-11-21'} where id = ${id}`,
    ),
  )
  await run(app, 'demand.open')
  await run(app, 'demand.open')
  const invitations = (await outbox(app)).filter(
    (email) => email.subject === 'An invitation from Network starting',
  )
  assert.deepEqual(
    invitations.map((email) => email.to.address),
    [cast.olu.email],
  )
  assert.equal(await statusIn(app, id, cast.olu), undefined)
  assert.doesNotMatch((await grace.get('/networks/starting/invitations')).text, /Olu|olu\./)
  assert.doesNotMatch((await grace.get('/networks/starting/audit')).text, /1 person/)
  assert.equal((await look(sql`select id from demand.interest where network_id = ${id}`)).length, 0)
  const again = await grace.submit('/networks/starting/invitations', {
    people: cast.olu.email,
    note: '',
  })
  assert.match(again.text, /1 (person|invitation)/)
})

test('Grace writes to them a few times; of a sensitive network the email names nothing and the page tells', async () => {
  await proposed('quiet', { sensitive: true })
  await olu.post('/networks/quiet/interest', {})
  const at = '/networks/quiet/proposal/update'
  assert.match((await grace.submit(at, { text: 'We meet in the library.' })).text, /on its way/)
  const email = (await lastEmail(app, cast.olu.email))!
  assert.equal(email.subject, 'News for you')
  assert.doesNotMatch(JSON.stringify(email), /library|quiet/)
  assert.match((await client(app).get(linkIn(email))).text, /We meet in the library/)
  assert.match((await grace.get(at)).text, /You have written lately/)
  assert.match((await grace.submit(at, { text: 'Again' })).text, /as often as you can/)
})
