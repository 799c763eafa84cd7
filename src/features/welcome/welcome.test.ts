import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import { emailHtml, emailText } from '#kernel/mail/email.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { fillIn } from '../../testing/joining.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
await stage(app, {
  slug: 'carers',
  name: 'Carers Network',
  leads: [cast.grace],
  members: [cast.carlos],
})
await stage(app, {
  slug: 'n-quiet',
  name: 'The Quiet Room',
  sensitive: true,
  names: 'leads',
  leads: [cast.sam],
})
const grace = await signedIn(app, cast.grace)
const settings = '/networks/carers/welcome/settings'
const words = {
  opening: 'Hello from all of us.\n\nWe meet:\n- on Tuesdays\n- at lunch',
  todo: 'Come on Tuesday, even for ten minutes.',
  contact: 'carers@networks.example',
}
const textTo = async (who: cast.CastMember) => emailText((await lastEmail(app, who.email))!.blocks)
const day = 86_400
/** What the worker does in the morning. */
const morning = async () => {
  await app.features
    .flatMap((feature) => feature.jobs ?? [])
    .find((job) => job.name === 'welcome.morning')!
    .run(app, {})
  await drain(app)
}

test('Grace writes the welcome, sees how it looks before she saves it, and Mei reads it in the email about joining', async () => {
  const shown = await grace.post(`${settings}/emails/0`, { ...words, show: 'yes' })
  assert.match(shown.text, /not saved yet[\s\S]*Welcome to Carers Network[\s\S]*Come on Tuesday/)
  assert.match((await grace.get(`${settings}/emails/0`)).text, /We are glad that you are here/)
  assert.match((await grace.submit(`${settings}/emails/0`, words)).text, /Your words are saved/)
  await fillIn(app, client(app), cast.mei, ['carers'])
  const emails = (await outbox(app)).filter(({ to }) => to.address === cast.mei.email)
  assert.equal(emails.filter(({ subject }) => subject === 'Welcome to Carers Network').length, 1)
  const text = await textTo(cast.mei)
  assert.match(
    text,
    /Hello from all of us\.[\s\S]*- on Tuesdays[\s\S]*A first thing to do: Come on/,
  )
  assert.doesNotMatch(text, /first month/)
})

test('words that are missing or too long are asked for beside the field, and what was typed stays', async () => {
  const page = await grace.post(`${settings}/emails/7`, {
    opening: '',
    todo: `<b>x</b>${'y'.repeat(500)}`,
    contact: 'z',
  })
  assert.equal(page.status, 422)
  assert.match(page.text, /href="#opening">Write a few words to begin with/)
  assert.match(page.text, /href="#todo">The thing to do must be 500 characters or fewer/)
  assert.match(page.text, /&lt;b&gt;x&lt;\/b&gt;y/)
  assert.equal((await grace.get(`${settings}/emails/8`)).status, 404)
})

test('with one button the usual words are back', async () => {
  await grace.submit(`${settings}/emails/30`, { ...words, todo: 'Something odd.' })
  assert.match((await grace.get(settings)).text, /Something odd\./)
  const page = await grace.submit(`${settings}/emails/30/usual`, {}, `${settings}/emails/30`)
  assert.match(page.text, /The usual words are back/)
  assert.doesNotMatch(page.text, /Something odd\./)
})

test('switched on, the later emails go only to those who join from then on, each once, and not to a lead', async () => {
  app.clock.advance(day)
  const again = await signedIn(app, cast.grace)
  const page = await again.submit(`${settings}/series`, { on: 'yes' }, settings)
  assert.match(page.text, /from today on/)
  await fillIn(app, client(app), cast.alan, ['carers'])
  assert.match(await textTo(cast.alan), /Two more short emails/)
  const before = (await outbox(app)).length
  for (let i = 0; i < 2; i++) {
    app.clock.advance(7 * day)
    await morning()
    await morning()
  }
  const sent = (await outbox(app)).slice(0, (await outbox(app)).length - before)
  assert.deepEqual(
    sent.map(({ to, subject }) => [to.address, subject]),
    [[cast.alan.email, 'Carers Network: your first week']],
  )
  app.clock.advance(18 * day)
  await morning()
  assert.equal((await lastEmail(app, cast.alan.email))!.subject, 'Carers Network: your first month')
})

test('Olu stops them by the link in the email: opening it is not enough, the button is', async () => {
  await fillIn(app, client(app), cast.olu, ['carers'])
  const { unsubscribe, blocks, subject } = (await lastEmail(app, cast.olu.email))!
  const { pathname } = new URL(unsubscribe!)
  assert.ok(emailHtml(subject, blocks).includes(`href="${unsubscribe}"`))
  const stranger = client(app)
  assert.match((await stranger.get(pathname)).text, /Stop these emails\?/)
  assert.doesNotMatch((await stranger.get(pathname)).text, /Carers/)
  const olu = await signedIn(app, cast.olu)
  assert.match((await olu.get('/networks/carers/membership')).text, /You get two short emails/)
  assert.match((await stranger.post(pathname)).text, /have stopped/)
  const mine = await olu.get('/networks/carers/membership')
  assert.match(mine.text, /You do not get the two short emails/)
  assert.equal((await stranger.get(`${pathname}x`)).status, 404)
  app.clock.advance(7 * day)
  await morning()
  assert.doesNotMatch((await lastEmail(app, cast.olu.email))!.subject, /first week/)
  const later = await signedIn(app, cast.olu)
  const again = await later.submit(
    '/networks/carers/membership/emails',
    { wants: 'yes' },
    '/networks/carers/membership',
  )
  assert.match(again.text, /You get two short emails/)
})

test('whoever has left gets nothing more', async () => {
  const eve = { name: 'Eve Early', email: 'eve.early@hmrc.gov.uk' }
  const browser = client(app)
  await fillIn(app, browser, eve, ['carers'])
  await browser.post('/networks/carers/leave')
  app.clock.advance(7 * day)
  await morning()
  assert.doesNotMatch((await lastEmail(app, eve.email))!.subject, /first week/)
})

test('of a sensitive network the emails say nothing; the words stand on its page', async () => {
  const sam = await signedIn(app, cast.sam)
  await sam.post('/networks/n-quiet/welcome/settings/emails/0', { ...words, opening: 'Rest here.' })
  const network = await app.db.asSystem('look in a test', (tx) =>
    tx.row<{ id: string }>(sql`select id from networks.network where slug = 'n-quiet'`),
  )
  await join(app, network!.id, cast.ravi, { status: 'requested' })
  const list = await sam.get('/networks/n-quiet/members')
  const path = /action="([^"]+\/approval)"/.exec(list.text)![1]!
  await sam.post(path, {}, '/networks/n-quiet/members')
  const email = (await lastEmail(app, cast.ravi.email))!
  assert.match(emailText(email.blocks), /have written a welcome for you/)
  assert.doesNotMatch(JSON.stringify(email), /Quiet|Rest here|n-quiet/)
  const ravi = await signedIn(app, cast.ravi)
  assert.match((await ravi.get('/networks/n-quiet')).text, /Read the welcome/)
  assert.match((await ravi.get('/networks/n-quiet/welcome')).text, /Rest here\./)
})

test('what is held is given out and erased with the account', async () => {
  const alan = await viewerFor(app, cast.alan)
  const holding = app.features.find(({ name }) => name === 'welcome')!.holds[0]!
  const held = await app.db.as(alan, (tx) => holding.export(tx, alan))
  assert.ok(held.some((each) => each['day'] === 7 && each['network'] === 'Carers Network'))
  await app.db.asSystem('erase in a test', (tx) => holding.erase(tx, alan))
  assert.deepEqual(await app.db.as(alan, (tx) => holding.export(tx, alan)), [])
})
