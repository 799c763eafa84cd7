import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Tx } from '#kernel/db.ts'
import { makeAdministrator, personByEmail } from '#features/people/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, codeFor, lastEmail, outbox, signedIn, type Client } from '../../testing/client.ts'
import { linkIn } from '../../testing/joining.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const books = await stage(app, { slug: 'books', name: 'Book Readers', leads: [cast.grace] })
const system = <T>(work: (tx: Tx) => Promise<T>) => app.db.asSystem('look in a test', work)

async function addSecond(browser: Client, email: string) {
  await browser.post('/account/addresses/new', { email })
  await browser.post('/account/addresses/code', { code: await codeFor(app, email) })
  return browser.submit('/account/addresses/use', { as: 'second' })
}

async function comeBackBy(email: string): Promise<Client> {
  const browser = client(app)
  await browser.post('/sign-in/second-address', { email })
  await browser.post('/sign-in/code', { code: await codeFor(app, email) })
  return browser
}

test('Mo leaves a job: the second address lets him back in, and a new work address makes all well', async () => {
  const mo = { name: 'Mo Mobile', email: 'mo@hmrc.gov.uk' }
  const browser = await signedIn(app, mo)
  await join(app, books, mo)
  assert.match((await addSecond(browser, 'mo@home.example')).text, /mo@home\.example/)
  const back = await comeBackBy('mo@home.example')
  assert.match((await back.get('/account')).text, /You signed in with a second address/)
  assert.equal((await back.get('/networks/books/membership')).status, 200)
  await back.post('/account/email', { email: 'mo@leeds.gov.uk' })
  const after = await back.submit('/account/email/code', {
    code: await codeFor(app, 'mo@leeds.gov.uk'),
  })
  assert.doesNotMatch(after.text, /You signed in with a second address/)
  // Others may read the old mailbox by now: it is told, and can take nothing back.
  const note = (await lastEmail(app, mo.email))!
  assert.equal(note.subject, 'Your work email address has changed')
  assert.throws(() => linkIn(note))
})

test('who came by a second address is of no organisation, and no administrator, even with a new work address', async () => {
  const organisation = crypto.randomUUID()
  await system(async (tx) => {
    await tx.run(
      sql`insert into organisations.organisation (id, slug, name, sector) values (${organisation}, 'office', 'The Office', 'other')`,
    )
    await tx.run(
      sql`insert into organisations.domain (domain, organisation_id) values ('office.gov.uk', ${organisation})`,
    )
  })
  const staff = await stage(app, { slug: 'staff', findable: 'organisations', leads: [cast.grace] })
  await system((tx) =>
    tx.run(
      sql`insert into networks.scope (network_id, kind, value) values (${staff}, 'organisation', ${organisation})`,
    ),
  )
  const ann = { name: 'Ann Admin', email: 'ann@office.gov.uk' }
  const browser = await signedIn(app, ann)
  await system(async (tx) => makeAdministrator(tx, (await personByEmail(tx, ann.email))!.id))
  assert.equal((await browser.get('/networks/staff')).status, 200)
  assert.equal((await browser.get('/admin')).status, 200)
  await addSecond(browser, 'ann@home.example')
  const back = await comeBackBy('ann@home.example')
  assert.equal((await back.get('/networks/staff')).status, 404)
  assert.equal((await back.get('/admin')).status, 403)
  assert.equal((await browser.get('/admin')).status, 200)
  await back.post('/account/email', { email: 'ann.new@office.gov.uk' })
  await back.post('/account/email/code', { code: await codeFor(app, 'ann.new@office.gov.uk') })
  assert.equal((await back.get('/networks/staff')).status, 200)
  assert.equal((await back.get('/admin')).status, 403)
})

test('an address that is nobody’s gets the same answer, no email, and no account', async () => {
  const before = (await outbox(app)).length
  const browser = client(app)
  const answer = await browser.post('/sign-in/second-address', { email: 'nobody@home.example' })
  assert.equal(answer.location, '/sign-in/code')
  assert.match((await browser.get('/sign-in/code')).text, /If <strong[^>]*>nobody@home\.example/)
  assert.equal((await outbox(app)).length, before)
  assert.match(
    (await browser.post('/sign-in/second-address', { email: '' })).text,
    /Enter the email address/,
  )
})

test('the work mailbox is told of a second address and can take it back; its owner can remove it', async () => {
  const kay = { name: 'Kay Kept', email: 'kay@hmrc.gov.uk' }
  const thief = await signedIn(app, kay)
  await addSecond(thief, 'thief@home.example')
  const link = linkIn((await lastEmail(app, kay.email))!)
  assert.match((await client(app).get(link)).text, /Remove the second address\?/)
  await client(app).submit(link)
  assert.equal((await thief.get('/account')).status, 303)
  const kays = await signedIn(app, kay)
  assert.doesNotMatch((await kays.get('/account/addresses')).text, /thief@/)
  await addSecond(kays, 'kay@home.example')
  const removal = /href="([^"]+\/removal)"/.exec((await kays.get('/account/addresses')).text)![1]!
  const other = await signedIn(app, cast.olu)
  assert.equal((await other.get(removal)).status, 404)
  assert.equal((await other.post(removal, {}, '/account/name')).status, 404)
  assert.match((await kays.submit(removal)).text, /can no longer be used to sign in/)
})

test('two second addresses are enough, and an address of one’s own or of no kind is refused', async () => {
  const lou = await signedIn(app, { name: 'Lou Lots', email: 'lou@hmrc.gov.uk' })
  await addSecond(lou, 'lou1@home.example')
  await addSecond(lou, 'lou2@home.example')
  assert.match((await addSecond(lou, 'lou3@home.example')).text, /You can keep 2 second addresses/)
  for (const [email, says] of [
    ['lou@hmrc.gov.uk', /your address already/],
    ['LOU1+tag@home.example', /your address already/],
    ['no', /Enter an email address/],
  ] as const)
    assert.match((await lou.post('/account/addresses/new', { email })).text, says)
  assert.match(
    (await lou.post('/account/addresses/use', { as: 'work' })).text,
    /Only the address of a public body/,
  )
  assert.match((await lou.post('/account/addresses/use', {})).text, /Select what to do with this/)
})

test('joining or signing in with a second address of a public body finds the account there is', async () => {
  const ida = { name: 'Ida Ahead', email: 'ida@hmrc.gov.uk' }
  await addSecond(await signedIn(app, ida), 'ida@leeds.gov.uk')
  const back = await signedIn(app, { name: 'Someone Else', email: 'ida@leeds.gov.uk' })
  assert.match((await back.get('/account')).text, /Ida Ahead[\s\S]*ida@hmrc\.gov\.uk/)
  assert.equal(await system((tx) => personByEmail(tx, 'ida@leeds.gov.uk')), undefined)
})

test('a second address alone cannot merge two accounts from within, and can from the other one', async () => {
  const [old, now] = [
    { name: 'Pat Past', email: 'pat@hmrc.gov.uk' },
    { name: 'Pat Past', email: 'pat@leeds.gov.uk' },
  ]
  await addSecond(await signedIn(app, old), 'pat@home.example')
  await join(app, books, old)
  const anew = await signedIn(app, now)
  const back = await comeBackBy('pat@home.example')
  await back.post('/account/addresses/new', { email: now.email })
  const refused = await back.submit('/account/addresses/code', {
    code: await codeFor(app, now.email),
  })
  assert.match(refused.text, /Sign in with your work email first/)
  await anew.post('/account/addresses/new', { email: 'pat@home.example' })
  const page = await anew.submit('/account/addresses/code', {
    code: await codeFor(app, 'pat@home.example'),
  })
  assert.doesNotMatch(page.text, /Which is your work email address/)
  const code = await codeFor(app, now.email)
  const merged = await anew.submit('/account/addresses/merge', { code, work: 'theirs' })
  assert.match(merged.text, /pat@leeds\.gov\.uk[\s\S]*pat@home\.example/)
  assert.equal((await viewerFor(app, now)).memberships.length, 1)
})
