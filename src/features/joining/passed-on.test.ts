import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, signedIn } from '../../testing/client.ts'
import { fillIn, statusIn } from '../../testing/joining.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
const revenue = await stage(app, {
  slug: 'n-revenue1',
  name: 'Revenue People',
  findable: 'organisations',
  leads: [cast.grace],
})
await app.db.asSystem('name an organisation in a test', (tx) =>
  tx.run(sql`
  insert into networks.scope (network_id, kind, value)
  select ${revenue}, 'organisation', organisation_id::text from organisations.domain where domain = 'hmrc.gov.uk'`),
)
const grace = await signedIn(app, cast.grace)
await grace.post('/networks/n-revenue1/invitations', { people: `${cast.alan.email}` })
const invitation = (await lastEmail(app, cast.alan.email))!
const link = new URL(
  invitation.blocks.flatMap((block) =>
    typeof block === 'object' && 'href' in block ? [block.href] : [],
  )[0]!,
).pathname

test('colleagues of a named organisation are in at once', async () => {
  const mei = await signedIn(app, cast.mei)
  await mei.post('/join', { network: 'n-revenue1' })
  await mei.post('/join/check')
  assert.equal(await statusIn(app, revenue, cast.mei), 'active')
})

test('someone from elsewhere, to whom an invitation was passed on, can only ask', async () => {
  const browser = client(app)
  await browser.post(link, { answer: 'yes' })
  await fillIn(app, browser, cast.sam, ['n-revenue1'])
  assert.equal(await statusIn(app, revenue, cast.sam), 'requested')
})

test('an account that says it works there, without an address that tells so, can only ask too', async () => {
  const olu = await signedIn(app, cast.olu)
  await olu.post(link, { answer: 'yes' })
  await olu.post('/join', { network: 'n-revenue1' }, '/join?network=n-revenue1')
  await olu.post('/join/check')
  assert.equal(await statusIn(app, revenue, cast.olu), 'requested')
})

test('the invited person is in at once, wherever they work', async () => {
  const alan = client(app)
  await alan.post(link, { answer: 'yes' })
  await fillIn(app, alan, cast.alan, ['n-revenue1'])
  assert.equal(await statusIn(app, revenue, cast.alan), 'active')
})
