import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, outbox, signedIn, type Client } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
await stage(app, {
  slug: 'carers',
  name: 'Carers’ Network',
  joining: 'request',
  leads: [cast.grace, cast.carlos],
  members: [cast.mei],
})
const grace = await signedIn(app, cast.grace)

test('a sponsor is asked by email, reads what is asked, accepts under a name of her own, and leads are told', async () => {
  const asked = await grace.submit('/networks/carers/sponsor', {
    name: 'Sylvia Sponsor',
    email: cast.sylvia.email,
    position: 'Director',
    message: 'We spoke on Monday. Grace',
  })
  assert.match(asked.text, /Waiting for an answer/)
  const link = linkIn(await lastEmail(app, cast.sylvia.email))
  const sylvia = client(app)
  assert.match((await sylvia.get(link)).text, /Will you be the sponsor of Carers’ Network\?/)
  assert.match((await sylvia.get(`${link}/acceptance`)).text, /value="Director"/)
  const unnamed = await sylvia.post(`${link}/acceptance`, { name: '', position: 'Director' })
  assert.match(unnamed.text, /Enter your full name/)
  const done = await sylvia.submit(`${link}/acceptance`, {
    name: 'S. Sponsor',
    position: 'Director General',
  })
  assert.match(done.text, /You are the sponsor of Carers’ Network/)
  assert.match((await lastEmail(app, cast.grace.email))!.subject, /you have a sponsor/)
  const page = await client(app).get('/networks/carers')
  assert.match(page.text, /S\. Sponsor/)
  assert.doesNotMatch(page.text, new RegExp(cast.sylvia.email))
})

test('the sponsor steps down by the same link, and is named no longer', async () => {
  const link = linkIn(await lastEmail(app, cast.sylvia.email))
  const after = await client(app).submit(`${link}/ending`, {}, link)
  assert.match(after.text, /You are not the sponsor/)
  assert.doesNotMatch((await client(app).get('/networks/carers')).text, /S\. Sponsor/)
  assert.match((await lastEmail(app, cast.carlos.email))!.subject, /stepped down/)
})

test('an invitation goes out once a week at most, and lapses after sixty days', async () => {
  await askSponsor('alan.ally@nhs.net')
  const page = await grace.get('/networks/carers/sponsor')
  const reminder = /sponsor\/([0-9a-f-]{36})\/ending/.exec(page.text)![1]!
  const at = `/networks/carers/sponsor/${reminder}/reminder`
  const before = (await outbox(app)).length
  await grace.submit(at, {}, '/networks/carers/sponsor')
  assert.equal((await outbox(app)).length, before)
  app.clock.advance(8 * 86_400)
  const later = await signedIn(app, cast.grace)
  await later.submit(at, {}, '/networks/carers/sponsor')
  const link = linkIn(await lastEmail(app, 'alan.ally@nhs.net'))
  app.clock.advance(61 * 86_400)
  const late = await client(app).get(link)
  assert.equal(late.status, 410)
  assert.match(late.text, /no longer open/)
})

test('a link that was tampered with, or taken back, leads nowhere', async () => {
  const browser = await signedIn(app, cast.grace)
  await askSponsor('director@dwp.gov.uk', browser)
  const link = linkIn(await lastEmail(app, 'director@dwp.gov.uk'))
  assert.equal((await client(app).get(`${link}x`)).status, 404)
  const id = /sponsor\/([0-9a-f-]{36})\/ending/.exec(
    (await browser.get('/networks/carers/sponsor')).text,
  )![1]!
  await browser.submit(`/networks/carers/sponsor/${id}/ending`)
  assert.match((await client(app).get(link)).text, /You are not the sponsor/)
})

test('someone asked twice, or at an address outside public service, is not written to', async () => {
  const browser = await signedIn(app, cast.grace)
  await askSponsor(cast.sylvia.email, browser)
  const sent = (await outbox(app)).length
  assert.match(
    (await askSponsor(cast.sylvia.email, browser)).text,
    /You have asked the owner of this address already/,
  )
  assert.match((await askSponsor(cast.eve.email, browser)).text, /We do not know the part after/)
  assert.equal((await outbox(app)).length, sent)
})

test('a sensitive network is not named in any email about its sponsor', async () => {
  await stage(app, {
    slug: 'quiet',
    name: 'Quiet Unmistakable',
    sensitive: true,
    findable: 'invited',
    joining: 'invitation',
    names: 'leads',
    leads: [cast.sam],
  })
  const sam = await signedIn(app, cast.sam)
  await askSponsor(cast.sylvia.email, sam, 'quiet')
  const email = (await lastEmail(app, cast.sylvia.email))!
  assert.doesNotMatch(JSON.stringify(email), /Quiet Unmistakable/)
  const sylvia = client(app)
  const link = linkIn(email)
  assert.match((await sylvia.get(link)).text, /Quiet Unmistakable/)
  await sylvia.submit(`${link}/refusal`, {}, link)
  const told = (await lastEmail(app, cast.sam.email))!
  assert.doesNotMatch(JSON.stringify([told.subject, told.blocks.slice(1)]), /quiet|Sylvia/i)
})

test('what is held about a sponsor is given out, erased on request and retired in time', async () => {
  const sylvia = await signedIn(app, cast.sylvia)
  assert.ok(sylvia)
  const holding = app.features.find(({ name }) => name === 'governance')!.holds[0]!
  const me = { email: cast.sylvia.email } as Parameters<typeof holding.export>[1]
  const held = await app.db.asSystem('look', (tx) => holding.export(tx, me))
  assert.equal(held[0]!['email'], cast.sylvia.email)
  await app.db.asSystem('erase', (tx) => holding.erase(tx, me))
  assert.equal((await app.db.asSystem('look', (tx) => holding.export(tx, me))).length, 0)
  app.clock.advance(100 * 86_400)
  assert.ok((await app.db.asSystem('retire', (tx) => holding.retire!(tx))) > 0)
})

function linkIn(email: Awaited<ReturnType<typeof lastEmail>>): string {
  const block = email?.blocks.find((each) => typeof each === 'object' && 'href' in each)
  assert.ok(block && typeof block === 'object' && 'href' in block)
  return new URL(block.href).pathname
}

function askSponsor(email: string, browser: Client = grace, slug = 'carers') {
  return browser.post(`/networks/${slug}/sponsor`, {
    name: 'Someone Senior',
    email,
    position: 'Director',
  })
}
