import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, codeFor, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { firstAdministratorLink } from './index.ts'

const app = await testApp()

test('someone new signs in with a code, gives a name, and is in', async () => {
  const mei = client(app)
  assert.equal((await mei.post('/sign-in', { email: cast.mei.email })).location, '/sign-in/code')
  const proved = await mei.post('/sign-in/code', { code: await codeFor(app, cast.mei.email) })
  assert.equal(proved.location, '/sign-in/name')
  const named = await mei.post('/sign-in/name', { name: cast.mei.name })
  assert.equal(named.location, '/home')
  assert.match((await mei.get('/account/sessions')).text, /This browser/)
})

test('a wrong code says how many tries are left, and the fifth ends it', async () => {
  const browser = client(app)
  await browser.post('/sign-in', { email: cast.ravi.email })
  const code = await codeFor(app, cast.ravi.email)
  const wrong = code === '000000' ? '000001' : '000000'
  for (const left of ['4 tries', '3 tries', '2 tries', '1 try'])
    assert.match(
      (await browser.post('/sign-in/code', { code: wrong })).text,
      new RegExp(`you have ${left} left`),
    )
  assert.match((await browser.post('/sign-in/code', { code: wrong })).text, /no longer works/)
  assert.match((await browser.post('/sign-in/code', { code })).text, /no longer works/)
})

test('a code works once, and only for ten minutes', async () => {
  const browser = client(app)
  await browser.post('/sign-in', { email: cast.olu.email })
  const code = await codeFor(app, cast.olu.email)
  app.clock.advance(601)
  assert.match((await browser.post('/sign-in/code', { code })).text, /no longer works/)
})

test('opening the link signs no one in; its button does, once', async () => {
  const browser = client(app)
  await browser.post('/sign-in', { email: cast.mei.email })
  const email = await lastEmail(app, cast.mei.email)
  const block = email!.blocks.find((each) => typeof each === 'object' && 'button' in each) as {
    href: string
  }
  const path = new URL(block.href).pathname
  for (let scans = 0; scans < 3; scans++) assert.equal((await client(app).get(path)).status, 200)
  assert.equal((await browser.post(path)).location, '/home')
  assert.equal((await client(app).get(path)).status, 410)
})

test('known and unknown addresses are answered alike', async () => {
  const known = client(app)
  const unknown = client(app)
  const first = await known.submit('/sign-in', { email: cast.mei.email })
  const second = await unknown.submit('/sign-in', { email: cast.sam.email })
  const same = (text: string) =>
    text.replaceAll(/[\w.]+@[\w.]+/g, '').replaceAll(/value="[^"]*"/g, '')
  assert.equal(same(first.text), same(second.text))
})

test('domains that only look public are refused, kindly, with a way to ask', async () => {
  for (const email of ['a@evilgov.uk', 'a@gov.uk.example.com', cast.eve.email]) {
    const answer = await client(app).post('/sign-in', { email })
    assert.match(answer.text, /We do not know this email domain yet/)
    assert.match(answer.text, /Ask to be let in/)
  }
})

test('whoever is on the way to a page is not led away from it', async () => {
  const to = encodeURIComponent('/networks/menders/interest?as=join')
  const page = (await client(app).get(`/sign-in?next=${to}`)).text
  assert.match(page, /You then go on where you were/)
  assert.doesNotMatch(page, /choose the networks to join/)
  assert.match((await client(app).get('/sign-in')).text, /choose the networks to join/)
})

test('an address that cannot be one keeps what was typed', async () => {
  for (const email of [`${'a'.repeat(300)}@dwp.gov.uk`, 'no at sign', 'a@b@dwp.gov.uk']) {
    const answer = await client(app).post('/sign-in', { email })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Error: Sign in/)
    assert.ok(answer.text.includes(email))
  }
})

test('a form without its token changes nothing', async () => {
  const browser = await signedIn(app, cast.mei)
  const answer = await app.server.inject({
    method: 'POST',
    url: '/sign-out',
    headers: { cookie: `session=${browser.cookies.get('session')}` },
  })
  assert.equal(answer.statusCode, 403)
  assert.equal((await browser.get('/account/sessions')).status, 200)
})

test('the first administrator is made once, by a link that then says so to whoever has it', async () => {
  const link = new URL((await firstAdministratorLink(app))!).pathname
  const answers = await Promise.all(
    [client(app), client(app)].map((each) =>
      each.post(link, { name: cast.ada.name, email: cast.ada.email }, '/sign-in'),
    ),
  )
  assert.equal(answers.filter((answer) => answer.status === 303).length, 1)
  for (const used of [answers.find(({ status }) => status !== 303)!, await client(app).get(link)]) {
    assert.equal(used.status, 410)
    assert.match(used.text, /This link has been used[\s\S]*href="\/sign-in">Sign in/)
  }
  assert.equal((await client(app).get(`${link.slice(0, -1)}_`)).status, 404)
  assert.equal(await firstAdministratorLink(app), undefined)
})

test('ending a session ends it everywhere at once', async () => {
  const laptop = await signedIn(app, cast.mei)
  const phone = await signedIn(app, cast.mei)
  assert.equal((await phone.get('/account/sessions')).status, 200)
  await laptop.post('/account/sessions/end-others', {}, '/account/sessions')
  assert.match((await phone.get('/account/sessions')).location, /^\/sign-in/)
})

test('no address is asked for codes without end', async () => {
  const browser = client(app)
  const answers = []
  for (let i = 0; i < 8; i++)
    answers.push((await browser.post('/sign-in', { email: cast.grace.email })).status)
  assert.deepEqual(answers, [303, 303, 303, 303, 303, 303, 429, 429])
})

test('a viewer lists no codes and no other person’s sessions', async () => {
  await outbox(app)
  const all = await app.db.asSystem('count in a test', (tx) =>
    tx.rows(sql`select id from sign_in.session`),
  )
  assert.ok(all.length > 1)
  const seen = await app.db.as({ kind: 'stranger' }, async (tx) => [
    ...(await tx.rows(sql`select * from sign_in.session`)),
    ...(await tx.rows(sql`select * from sign_in.challenge`)),
  ])
  assert.equal(seen.length, 0)
})
