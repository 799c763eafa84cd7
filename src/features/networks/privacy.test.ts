import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, outbox, signedIn, type Client } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { jobs } from './jobs.ts'
import { isSame, keptSafe, morePrivate, type Privacy } from './privacy.ts'

const app = await testApp()
let grace = await signedIn(app, cast.grace)
const carlos = await signedIn(app, cast.carlos)
const most: Privacy = {
  findable: 'everyone',
  joining: 'open',
  names: 'members',
  sensitive: false,
  organisations: [],
}
const choices = {
  findable: 'everyone',
  joining: 'open',
  names: 'members',
  sensitive: 'no',
  confirmed: 'yes',
}
const run = (name: string) => jobs.find((job) => job.name === name)!.run(app, {})

type Row = { slug: string; findable: string; joining: string; names: string; sensitive: boolean }
const now = (id: string) =>
  app.db.asSystem(
    'look in a test',
    async (tx) =>
      (await tx.row<Row>(
        sql`select slug, findable, joining, names, sensitive from networks.network where id = ${id}`,
      ))!,
  )
const change = (browser: Client, slug: string, wanted: Partial<typeof choices>) =>
  browser.post(`/networks/${slug}/settings/privacy`, { ...choices, ...wanted })

/** Days go by, and with them sessions. */
async function days(count: number): Promise<void> {
  app.clock.advance(count * 86_400)
  await run('networks.privacy')
}

test('a sensitive network is hidden or asks a lead first, and shows names to leads at most', () => {
  assert.deepEqual(keptSafe({ ...most, sensitive: true }), {
    ...most,
    sensitive: true,
    joining: 'request',
    names: 'leads',
  })
  assert.equal(keptSafe({ ...most, sensitive: true, findable: 'invited' }).joining, 'open')
  assert.equal(keptSafe({ ...most, sensitive: true, names: 'nobody' }).names, 'nobody')
  assert.deepEqual(keptSafe(most), most)
})

test('of two ways to be private, the more private of each choice is taken', () => {
  const other: Privacy = {
    findable: 'invited',
    joining: 'open',
    names: 'nobody',
    sensitive: true,
    organisations: [],
  }
  assert.deepEqual(morePrivate(most, other), { ...other, joining: 'open' })
  const two: Privacy = { ...most, findable: 'organisations', organisations: ['a', 'b'] }
  assert.deepEqual(morePrivate(two, { ...two, organisations: ['b', 'c'] }).organisations, ['b'])
  assert.ok(isSame(two, { ...two, organisations: ['b', 'a'] }))
})

test('becoming more private holds at once, and the address stops naming the network', async () => {
  const id = await stage(app, { slug: 'open-book', leads: [cast.grace], members: [cast.mei] })
  const plan = await change(grace, 'open-book', {
    findable: 'invited',
    names: 'leads',
    confirmed: '',
  })
  assert.match(plan.text, /At once/)
  assert.equal((await now(id)).findable, 'everyone')
  const answer = await change(grace, 'open-book', { findable: 'invited', names: 'leads' })
  const is = await now(id)
  assert.deepEqual([is.findable, is.names], ['invited', 'leads'])
  assert.match(is.slug, /^n-[0-9a-f]{14}$/)
  assert.equal(answer.location, `/networks/${is.slug}/settings/privacy`)
  assert.equal((await client(app).get('/networks/open-book')).status, 404)
})

test('becoming less private takes every lead, a letter to members and thirty days', async () => {
  const id = await stage(app, {
    slug: 'quiet',
    name: 'Quiet room',
    findable: 'signed-in',
    joining: 'request',
    names: 'leads',
    leads: [cast.grace, cast.carlos],
    members: [cast.mei],
  })
  await change(grace, 'quiet', {})
  assert.equal((await now(id)).findable, 'signed-in')
  assert.match((await carlos.get('/home')).text, /Agree to a change of privacy/)
  assert.ok(
    (await outbox(app)).some(
      (email) => email.to.address === cast.carlos.email && /do you agree/.test(email.subject),
    ),
  )
  assert.ok(!(await outbox(app)).some((email) => email.to.address === cast.mei.email))
  await carlos.post(
    '/networks/quiet/settings/privacy/agreement',
    {},
    '/networks/quiet/settings/privacy',
  )
  const told = (await outbox(app)).find((email) => email.to.address === cast.mei.email)
  assert.match(JSON.stringify(told), /21 December 2026/)
  await days(29)
  assert.equal((await now(id)).findable, 'signed-in')
  await days(1)
  grace = await signedIn(app, cast.grace)
  assert.deepEqual(await now(id), {
    slug: 'quiet',
    findable: 'everyone',
    joining: 'open',
    names: 'members',
    sensitive: false,
  })
})

test('a mixed change is split: the more private part now, the rest with notice', async () => {
  const id = await stage(app, {
    slug: 'mixed',
    findable: 'signed-in',
    names: 'members',
    leads: [cast.grace],
    members: [cast.mei],
  })
  const plan = await change(grace, 'mixed', {
    findable: 'everyone',
    names: 'nobody',
    confirmed: '',
  })
  assert.match(plan.text, /After every lead has agreed/)
  await change(grace, 'mixed', { findable: 'everyone', names: 'nobody' })
  const is = await now(id)
  assert.deepEqual([is.findable, is.names], ['signed-in', 'nobody'])
})

test('one lead takes a change back, and members who were told are told again', async () => {
  const id = await stage(app, {
    slug: 'taken-back',
    name: 'Taken back',
    joining: 'request',
    leads: [cast.grace],
    members: [cast.alan],
  })
  await change(grace, 'taken-back', {})
  assert.match((await grace.get('/networks/taken-back/settings/privacy')).text, /Every lead agreed/)
  assert.equal((await lastEmail(app, cast.alan.email))?.subject, 'Taken back: a change of privacy')
  await grace.post(
    '/networks/taken-back/settings/privacy/withdrawal',
    {},
    '/networks/taken-back/settings/privacy',
  )
  assert.equal(
    (await lastEmail(app, cast.alan.email))?.subject,
    'Taken back stays as private as it is',
  )
  await days(40)
  grace = await signedIn(app, cast.grace)
  assert.equal((await now(id)).joining, 'request')
})

test('a lead who leaves before agreeing does not hold the others up', async () => {
  const id = await stage(app, {
    slug: 'held-up',
    joining: 'request',
    leads: [cast.grace, cast.carlos],
    members: [cast.mei],
  })
  await change(grace, 'held-up', {})
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(
      sql`update members.appointment set ended_on = current_date where network_id = ${id} and membership_id not in (select membership_id from networks.privacy_consent)`,
    ),
  )
  await run('networks.privacy')
  await days(31)
  grace = await signedIn(app, cast.grace)
  assert.equal((await now(id)).joining, 'open')
})

test('while only its founders are in it, every change holds at once', async () => {
  const id = await stage(app, {
    slug: 'fresh',
    status: 'setting-up',
    findable: 'invited',
    joining: 'request',
    leads: [cast.grace, cast.carlos],
  })
  await change(grace, 'fresh', {})
  const is = await now(id)
  assert.deepEqual([is.findable, is.joining, is.slug], ['everyone', 'open', 'fresh-2'])
})

test('organisations that may find a network are a matter of its privacy', async () => {
  const id = await stage(app, {
    slug: 'named',
    status: 'live',
    findable: 'everyone',
    leads: [cast.grace],
  })
  const wrong = await change(grace, 'named', { findable: 'organisations' })
  assert.match(wrong.text, /Enter at least one organisation/)
  const post = (organisations: string, confirmed = 'yes') =>
    grace.post(`/networks/named/settings/privacy`, {
      ...choices,
      findable: 'organisations',
      organisations,
      confirmed,
    })
  assert.match(
    (await post('No Such Body of the Crown')).text,
    /We do not know an organisation called No Such Body/,
  )
  await post('HM Treasury')
  const { slug } = await now(id)
  const wider = await grace.post(`/networks/${slug}/settings/privacy`, {
    ...choices,
    findable: 'organisations',
    organisations: 'HM Treasury\nHM Revenue and Customs',
  })
  assert.equal(wider.status, 303)
  assert.match(
    (await grace.get(`/networks/${slug}/settings/privacy`)).text,
    /People of more organisations can find the network/,
  )
})

test('letters of a sensitive network do not name it, nor do their links', async () => {
  await stage(app, {
    slug: 'unspoken',
    name: 'Unspoken things',
    findable: 'signed-in',
    joining: 'invitation',
    names: 'nobody',
    sensitive: true,
    leads: [cast.grace],
    members: [cast.sam],
  })
  await grace.post('/networks/unspoken/settings/privacy', {
    ...choices,
    findable: 'signed-in',
    joining: 'request',
    names: 'leads',
    sensitive: 'yes',
  })
  await grace.post('/networks/unspoken/settings/status', {
    status: 'dormant',
    reason: 'Grace is away for a while.',
  })
  const letters = (await outbox(app)).filter((email) => email.to.address === cast.sam.email)
  assert.equal(letters.filter((email) => /network/.test(email.subject)).length, 2)
  assert.doesNotMatch(JSON.stringify(letters), /unspoken/i)
})
