import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, codeFor, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { linkIn, statusIn, upToCode } from '../../testing/joining.ts'

const app = await testApp()
const carers = await stage(app, { slug: 'carers', leads: [cast.grace] })
const other = (code: string) => (code === '000000' ? '000001' : '000000')

test('a wrong code says how many tries are left, the fifth ends it, and a new one works', async () => {
  const browser = client(app)
  await upToCode(browser, cast.mei, ['carers'])
  const code = await codeFor(app, cast.mei.email)
  assert.match((await browser.post('/join/confirm', { code: 'abc' })).text, /6 numbers/)
  for (const left of ['4 tries', '3 tries', '2 tries', '1 try'])
    assert.match(
      (await browser.post('/join/confirm', { code: other(code) })).text,
      new RegExp(`you have ${left} left`),
    )
  assert.match((await browser.post('/join/confirm', { code: other(code) })).text, /no longer works/)
  assert.match((await browser.post('/join/confirm', { code })).text, /no longer works/)
  assert.equal(await statusIn(app, carers, cast.mei), undefined)
  assert.equal(
    (await browser.post('/join/confirm/new', {}, '/join/confirm')).location,
    '/join/confirm',
  )
  assert.equal(
    (await browser.post('/join/confirm', { code: await codeFor(app, cast.mei.email) })).location,
    '/join/done',
  )
})

test('a code works for ten minutes, once, and an older one not at all', async () => {
  const browser = client(app)
  await upToCode(browser, cast.ravi, ['carers'])
  const first = await codeFor(app, cast.ravi.email)
  app.clock.advance(601)
  assert.match((await browser.post('/join/confirm', { code: first })).text, /no longer works/)
  await browser.post('/join/confirm/new', {}, '/join/confirm')
  const second = await codeFor(app, cast.ravi.email)
  if (second !== first)
    assert.match((await browser.post('/join/confirm', { code: first })).text, /not the code/)
  await browser.post('/join/confirm', { code: second })
  const again = client(app)
  for (const [name, value] of browser.cookies)
    if (name !== 'session' && name !== 'joined') again.cookies.set(name, value)
  again.cookies.set('join-code', crypto.randomUUID())
  assert.match((await again.post('/join/confirm', { code: second })).text, /no longer works/)
})

test('two windows that confirm at once make one membership and one email', async () => {
  const browser = client(app)
  await upToCode(browser, cast.olu, ['carers'])
  const code = await codeFor(app, cast.olu.email)
  const twin = client(app)
  for (const [name, value] of browser.cookies) twin.cookies.set(name, value)
  const answers = await Promise.all([
    browser.post('/join/confirm', { code }),
    twin.post('/join/confirm', { code }),
  ])
  assert.equal(answers.filter((answer) => answer.location === '/join/done').length, 1)
  assert.equal(
    (await outbox(app)).filter(
      (email) => email.to.address === cast.olu.email && email.subject.startsWith('Welcome'),
    ).length,
    1,
  )
})

test('someone signed in who presses Join twice at once is in once', async () => {
  const id = await stage(app, { slug: 'pressed' })
  const sylvia = await signedIn(app, cast.sylvia)
  await sylvia.post('/join', { network: 'pressed' })
  await Promise.all([sylvia.post('/join/check'), sylvia.post('/join/check')])
  const rows = await app.db.asSystem('look', (tx) =>
    tx.rows(sql`select status from members.membership where network_id = ${id}`),
  )
  assert.deepEqual(rows, [{ status: 'active' }])
  assert.match((await sylvia.get('/join/done')).text, /You have joined pressed/)
})

test('opening the email’s link does nothing; its button confirms, once, in any browser', async () => {
  await upToCode(client(app), cast.alan, ['carers'])
  const link = linkIn((await lastEmail(app, cast.alan.email))!)
  for (let scan = 0; scan < 3; scan++) assert.equal((await client(app).get(link)).status, 200)
  assert.equal(await statusIn(app, carers, cast.alan), undefined)
  const phone = client(app)
  assert.match((await phone.submit(link)).text, /You have joined carers/)
  assert.equal((await client(app).get(link)).status, 410)
  assert.equal((await phone.post(link, {}, '/join?network=carers')).status, 410)
})

test('known and unknown addresses are answered alike, and their emails too', async () => {
  const pages = []
  for (const who of [cast.mei, { name: cast.mei.name, email: 'nobody.yet@hmrc.gov.uk' }]) {
    const browser = client(app)
    const answer = await upToCode(browser, who, ['carers'])
    const email = (await lastEmail(app, who.email))!
    const same = (text: string) =>
      text.replaceAll(who.email, '').replaceAll(/[\w-]{43}|"code":"\d+"/g, '')
    pages.push(
      same(JSON.stringify([answer.status, (await browser.get('/join/confirm')).text, email])),
    )
  }
  assert.equal(pages[0], pages[1])
  assert.doesNotMatch(pages[0]!, /carers/)
})

test('an address gets five codes in ten minutes, and the form is still there afterwards', async () => {
  const browser = client(app)
  await upToCode(browser, cast.carlos, ['carers'])
  for (let i = 0; i < 4; i++) assert.equal((await browser.post('/join/check')).status, 303)
  assert.equal((await browser.post('/join/check')).status, 429)
  app.clock.advance(600)
  assert.equal((await browser.post('/join/check')).status, 303)
})

test('steps that are not due lead back to the one that is', async () => {
  const browser = client(app)
  for (const path of ['/join/details', '/join/check', '/join/confirm'])
    assert.equal((await browser.get(path)).location, '/join')
  assert.match((await browser.get('/join/done')).location, /^\/sign-in/)
  assert.equal((await browser.get('/join/confirm/not-a-link')).status, 410)
})
