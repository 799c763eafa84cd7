import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { lastEmail, signedIn } from '../../testing/client.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import { roster } from './index.ts'
import { roleLetter } from './emails.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)
const mei = await signedIn(app, cast.mei)

test('roles are given, extended and ended with their terms; errors keep what was typed', async () => {
  const network = await stage(app, { slug: 'roles', leads: [cast.grace] })
  const id = await join(app, network, cast.mei)
  assert.match(
    (await grace.get('/networks/roles/roles/new?search=mei')).text,
    new RegExp(`/members/${id}/role`),
  )
  const page = `/networks/roles/members/${id}/role`
  const wrong = await grace.post(page, {
    role: 'other',
    ...term('starts', '2026', '1'),
    ...term('ends', '2026', '1'),
    'ends-day': '31',
    'ends-month': '2',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Enter what the role is called[\s\S]*The date must be a real date/)
  assert.match(
    (
      await grace.submit(page, {
        role: 'chair',
        manages: 'yes',
        ...term('starts', '2026', '1'),
        ...term('ends', '2026', '12'),
      })
    ).text,
    /Chair: the role is given/,
  )
  assert.equal((await lastEmail(app, cast.mei.email))?.subject, 'You have a role in roles')
  const role = /\/networks\/roles\/roles\/([0-9a-f-]{36})">Change/g
  const ids = [...(await mei.get('/networks/roles/roles')).text.matchAll(role)].map(
    (match) => match[1]!,
  )
  assert.equal(ids.length, 2)
  for (const each of ids)
    await grace.submit(`/networks/roles/roles/${each}`, term('ends', '2028', '3'))
  assert.match((await mei.get('/networks/roles/roles')).text, /1 March 2028/)
  await mei.submit(`/networks/roles/roles/${ids[0]}/end`, {}, '/networks/roles/roles/new')
  assert.equal(
    (await mei.post(`/networks/roles/roles/${ids[1]}/end`, {}, '/networks/roles/membership'))
      .status,
    403,
  )
  assert.equal(
    (await grace.post(`/networks/roles/roles/${ids[1]}/end`, {}, '/networks/roles/membership'))
      .status,
    409,
  )
})

test('Mei changes her name here, answers, offers and agrees to be named', async () => {
  const network = await stage(app, { slug: 'own', leads: [cast.grace, cast.mei] })
  await grace.submit('/networks/own/questions/new', {
    text: 'What would you like?',
    kind: 'choices',
    choices: 'Talks\nWalks',
  })
  await mei.submit('/networks/own/membership/name', { name: 'M. M.' })
  const question = /answer-[0-9a-f-]{36}/.exec(
    (await mei.get('/networks/own/membership/answers')).text,
  )![0]
  await mei.submit('/networks/own/membership/answers', { [question]: ['Talks', 'Walks'] })
  await mei.submit('/networks/own/membership/offer', { offers: 'yes' }, '/networks/own/membership')
  const role = /membership\/roles\/([0-9a-f-]{36})/.exec(
    (await mei.get('/networks/own/membership')).text,
  )![1]
  const page = (
    await mei.submit(`/networks/own/membership/roles/${role}`, { named: 'yes', name: 'Mei M.' })
  ).text
  assert.match(page, /M\. M\.[\s\S]*Talks<br>Walks[\s\S]*Yes, as Mei M\.[\s\S]*Take my offer back/)
  const rows = await app.db.as({ kind: 'stranger' }, (tx) =>
    tx.rows<{ public_name: string }>(
      sql`select public_name from members.appointment where network_id = ${network}`,
    ),
  )
  assert.deepEqual(rows, [{ public_name: 'Mei M.' }])
})

test('leads add, order, change and stop asking questions', async () => {
  await stage(app, { slug: 'asks', leads: [cast.grace], members: [cast.mei] })
  const list = '/networks/asks/questions'
  const wrong = await grace.post(`${list}/new`, { text: 'Kept', kind: 'choice', choices: 'One' })
  assert.match(wrong.text, /at least two choices[\s\S]*value="Kept"/)
  for (const text of ['First', 'Second']) await grace.submit(`${list}/new`, { text, kind: 'text' })
  const ids = () =>
    grace
      .get(list)
      .then(({ text }) =>
        [...text.matchAll(/questions\/([0-9a-f-]{36})">Change/g)].map((match) => match[1]!),
      )
  const [first, second] = await ids()
  await grace.submit(`${list}/${second}/up`, {}, list)
  assert.deepEqual(await ids(), [second, first])
  await grace.submit(`${list}/${first}`, { text: 'Renamed', kind: 'long-text', required: 'yes' })
  assert.match((await grace.get(list)).text, /Renamed[\s\S]*Has to be answered/)
  await grace.submit(`${list}/${second}/retirement`, {}, list)
  assert.equal((await ids()).length, 1)
  assert.equal((await mei.get(list)).status, 403)
})

test('Mei leaves with one button; Grace, the only lead, is told to find another first', async () => {
  await stage(app, { slug: 'exits', leads: [cast.grace], members: [cast.mei] })
  assert.match((await mei.get('/networks/exits/leave')).text, /Leave this network/)
  assert.equal((await mei.post('/networks/exits/leave')).location, '/home')
  const before = await grace.get('/networks/exits/leave')
  assert.equal(before.status, 200)
  assert.match(before.text, /You are the only lead[\s\S]*href="\/networks\/exits\/roles\/new"/)
  assert.doesNotMatch(before.text, /Leave this network/)
  const last = await grace.post('/networks/exits/leave', {}, '/networks/exits/questions/new')
  assert.equal(last.status, 409)
  assert.match(last.text, /You are the only lead/)
})

test('what waits: requests, and terms that end soon', async () => {
  const network = await stage(app, { slug: 'waits', name: 'Waits', leads: [cast.carlos] })
  await join(app, network, cast.ravi, { status: 'requested' })
  await app.db.asSystem('set a term in a test', (tx) =>
    tx.run(
      sql`update members.appointment set ends_on = '2026-12-24' where network_id = ${network}`,
    ),
  )
  const carlos = await viewerFor(app, cast.carlos)
  const waiting = (await app.db.as(carlos, (tx) => roster.waiting!(tx, carlos, app))).filter(
    (each) => each.network === 'Waits',
  )
  assert.deepEqual(
    waiting.map(({ text }) => text),
    ['Someone asks to join', 'Chair: the term ends on 24 December 2026'],
  )
})

function term(prefix: string, year: string, month: string): Record<string, string> {
  return { [`${prefix}-day`]: '1', [`${prefix}-month`]: month, [`${prefix}-year`]: year }
}

test('an email about a role in a sensitive network does not say what the role is called', () => {
  const role = { name: 'Rainbow champion', manages: false, ends: '1 March 2028' }
  const written = (sensitive: boolean) => {
    const network = { name: 'Rainbow Network', slug: 'rainbow', sensitive }
    return JSON.stringify(roleLetter(network, 'https://hall.example', role)('Mei'))
  }
  assert.match(written(false), /Rainbow champion/)
  assert.doesNotMatch(written(true), /rainbow/i)
})
