import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, signedIn, type Client } from '../../testing/client.ts'
import { administratorsOf } from '../people/index.ts'
import { firstAdministratorLink } from '../sign-in/index.ts'

const app = await testApp()
const page = '/admin/administrators'
const ada = client(app)
const link = new URL((await firstAdministratorLink(app))!).pathname
await ada.post(link, { name: cast.ada.name, email: cast.ada.email })
const grace = await signedIn(app, cast.grace)

const told = 'If they have an account, they are now an administrator'

/** Where the button beside a name leads. */
async function removalOf(browser: Client, name: string): Promise<string> {
  const row = (await browser.get(page)).text.split('<tr').find((each) => each.includes(`>${name}`))
  return /action="([^"]+\/removal)"/.exec(row!)![1]!
}

test('Ada, alone, sees that she is the only one, and cannot be removed', async () => {
  const { text } = await ada.get(page)
  assert.match(text, /Ada Installer \(you\)/)
  assert.match(text, /You are the only administrator/)
  assert.doesNotMatch(text, /\/removal"/)
  assert.equal((await grace.get(page)).status, 403)
  assert.equal((await grace.post(page, { email: cast.grace.email }, '/account')).status, 403)
})

test('Ada adds Grace, who is told and can do at once what administrators do', async () => {
  assert.match(
    (await ada.submit(page, { email: 'Grace.Founder+work@dwp.gov.uk' })).text,
    RegExp(told),
  )
  const email = await lastEmail(app, cast.grace.email)
  assert.equal(email!.subject, 'You are now an administrator of Guildhall')
  const list = (await grace.get(page)).text
  for (const name of [/>Ada Installer</, />Grace Founder \(you\)</]) assert.match(list, name)
  assert.match((await grace.get('/account/log')).text, /Someone became an administrator\./)
  assert.match((await ada.get('/admin/audit')).text, /made somebody an administrator/)
})

test('whoever has no account gets no email, and Ada the same answer', async () => {
  assert.match((await ada.submit(page, { email: cast.mei.email })).text, RegExp(told))
  assert.equal(await lastEmail(app, cast.mei.email), undefined)
  assert.doesNotMatch((await ada.get(page)).text, /Mei/)
  const wrong = await ada.post(page, { email: 'mei' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /value="mei"/)
})

test('two who remove each other at once: one is left', async () => {
  const ofGrace = await removalOf(ada, cast.grace.name)
  const ofAda = await removalOf(grace, cast.ada.name)
  const answers = await Promise.all([
    ada.post(ofGrace, {}, '/account'),
    grace.post(ofAda, {}, '/account'),
  ])
  assert.ok(answers.every(({ status }) => [303, 403].includes(status)))
  const left = (await Promise.all([ada.get(page), grace.get(page)])).map(({ status }) => status)
  assert.deepEqual(
    left.toSorted((a, b) => a - b),
    [200, 403],
  )
})

test('whoever is left adds the other again, and steps down', async () => {
  const [stays, goes] = (await ada.get(page)).status === 200 ? [ada, grace] : [grace, ada]
  const [other, own] = stays === ada ? [cast.grace, cast.ada] : [cast.ada, cast.grace]
  await stays.submit(page, { email: other.email })
  const answer = await stays.post(await removalOf(stays, `${own.name} (you)`), {}, page)
  assert.equal(answer.location, '/home')
  assert.equal(
    (await lastEmail(app, own.email))!.subject,
    'You are no longer an administrator of Guildhall',
  )
  assert.equal((await stays.get(page)).status, 403)
  assert.match((await goes.get(page)).text, /You are the only administrator/)
})

test('a removal that was done already, or would leave nobody, changes nothing', async () => {
  const last = (await ada.get(page)).status === 200 ? ada : grace
  const own = /(Ada Installer|Grace Founder) \(you\)/.exec((await last.get(page)).text)![1]
  assert.match(
    (await last.submit(`${page}/${crypto.randomUUID()}/removal`, {}, page)).text,
    /They are no longer an administrator/,
  )
  const { id } = (await app.db.asSystem('look in a test', administratorsOf))[0]!
  assert.match((await last.submit(`${page}/${id}/removal`, {}, page)).text, /Nothing was changed/)
  assert.match((await last.get(page)).text, RegExp(own!))
})
