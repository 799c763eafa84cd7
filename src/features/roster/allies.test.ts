import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, signedIn } from '../../testing/client.ts'
import { fillIn, letFirstIn, statusIn } from '../../testing/joining.ts'
import { crowd, join, limitAllies, stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)

/** Grace leads seven in all; there is room for one ally, and Alan has it. */
async function full(
  slug: string,
  more: { joining?: string; sensitive?: boolean; names?: string } = {},
) {
  const id = await stage(app, {
    slug,
    name: `The ${slug} network`,
    leads: [cast.grace],
    members: crowd(slug, 6),
    names: 'leads',
    ...more,
  })
  await limitAllies(app, id, 15)
  await join(app, id, cast.alan, { category: 'ally' })
  return id
}

test('Olu joins as an ally, sees her place wherever she looks, and no number of members anywhere', async () => {
  const id = await full('places')
  const olu = client(app)
  const done = await fillIn(app, olu, cast.olu, ['places'], { 'as-places': 'ally' })
  assert.match(done.text, /You are 1st on the waiting list/)
  assert.equal(await statusIn(app, id, cast.olu), 'waiting')
  const email = JSON.stringify(await lastEmail(app, cast.olu.email))
  const pages = ['/home', '/networks/places', '/networks/places/membership']
  const seen = await Promise.all(pages.map(async (page) => (await olu.get(page)).text))
  for (const text of [...seen, email]) {
    assert.match(text, /You are 1st on the waiting list/)
    assert.doesNotMatch(text, /\b(7|8|seven|eight) (people|members)|1 ally|÷/)
  }
  const charter = (await olu.get('/networks/places/charter')).text
  assert.match(charter, /multiply the number of members by 15, divide by 85/)
  assert.doesNotMatch(charter, /× 15|Only leads see this/)
})

test('Grace sees the reckoning with real numbers, who waits, and what would let them in', async () => {
  for (const page of ['/networks/places/members', '/networks/places/charter'])
    assert.match(
      (await grace.get(page)).text,
      /7 members × 15 ÷ 85 = 1\.23, so there can be 1 ally\. There is 1 now, so there is no room for another\./,
    )
  const { text } = await grace.get('/networks/places/members')
  assert.match(text, /1 person waits for a place\./)
  assert.match(text, /when 5 more members join, or when an ally leaves or becomes a member/)
  const [page] = /\/networks\/places\/members\/[0-9a-f-]{36}(?=">Olu)/.exec(text)!
  const member = (await grace.get(page)).text
  assert.match(member, /come in when it is their turn/)
  assert.doesNotMatch(member, /Approve/)
  assert.equal((await grace.post(`${page}/approval`, {}, page)).status, 409)
})

test('one press gives the place up, on the home page; nothing of it stays', async () => {
  const olu = await signedIn(app, cast.olu)
  const answer = await olu.submit('/networks/places/leave', {}, '/home')
  assert.match(answer.text, /You have given up your place/)
  assert.doesNotMatch((await olu.get('/home')).text, /waiting list/)
  assert.doesNotMatch((await grace.get('/networks/places/members')).text, /Olu Outsider/)
})

test('a yes at the limit puts Ravi on the list; he and Grace are both told so', async () => {
  const id = await full('asked', { joining: 'request' })
  await fillIn(app, client(app), cast.ravi, ['asked'], { 'as-asked': 'ally' })
  const page = await letFirstIn(grace, 'asked')
  assert.match(
    page.text,
    /There is no room for another ally just now, so they are on the waiting list/,
  )
  assert.equal(await statusIn(app, id, cast.ravi), 'waiting')
  const email = await lastEmail(app, cast.ravi.email)
  assert.equal(email!.subject, 'You are on the waiting list of The asked network')
  assert.match(JSON.stringify(email), /said yes[\s\S]*You are 1st on the waiting list/)
})

test('in a sensitive network places are told by tens, and no email names it', async () => {
  await full('quiet', { sensitive: true })
  const sam = client(app)
  const done = await fillIn(app, sam, cast.sam, ['quiet'], { 'as-quiet': 'ally' })
  assert.match(done.text, /You are among the first 10 on the waiting list/)
  const alan = await signedIn(app, cast.alan)
  await alan.submit('/networks/quiet/leave')
  await drain(app)
  const told = await lastEmail(app, cast.sam.email)
  assert.equal(told!.subject, 'Your network: you have a place')
  assert.doesNotMatch(JSON.stringify(told), /quiet/)
})

test('Mei becomes an ally above the limit, privately, and stays; whom Grace changes is told', async () => {
  const id = await full('changes')
  await join(app, id, cast.mei)
  const mei = await signedIn(app, cast.mei)
  const page = '/networks/changes/membership/category'
  assert.match((await mei.get(page)).text, /You stay in the network, whatever you choose/)
  await mei.submit(page, { category: 'ally' })
  assert.equal(await statusIn(app, id, cast.mei), 'active')
  const { text } = await grace.get('/networks/changes/members')
  assert.match(text, /There are 2 now\. Nobody has to leave/)
  const [hers] = /\/networks\/changes\/members\/[0-9a-f-]{36}(?=">Person 1)/.exec(text)!
  assert.match(
    (await grace.get(`${hers}/category`)).text,
    /There is no room for another ally just now/,
  )
  await grace.submit(`${hers}/category`, { category: 'ally' })
  const told = await lastEmail(app, 'person.1.changes@dwp.gov.uk')
  assert.equal(told!.subject, 'You are now an ally in The changes network')
})

test('where the charter keeps names from allies, Alan sees no list, whatever he asks the database', async () => {
  const id = await full('named', { names: 'members' })
  const alan = await signedIn(app, cast.alan)
  assert.match((await alan.get('/networks/named/members')).text, /Person 1 named/)
  await app.db.asSystem('adopt in a test', (tx) =>
    tx.run(sql`update governance.charter set allies_see_names = false where network_id = ${id}`),
  )
  const page = await alan.get('/networks/named/members')
  assert.doesNotMatch(page.text, /Person 1 named/)
  assert.match(page.text, /members see each other’s names, and allies do not/)
  await app.db.as(await viewerFor(app, cast.alan), async (tx) => {
    const rows = sql`select membership_id from members.card where network_id = ${id}`
    assert.equal((await tx.rows(rows)).length, 1)
  })
  const member = await signedIn(app, crowd('named', 6)[0]!)
  assert.match((await member.get('/networks/named/members')).text, /Person 1 named/)
  await alan.submit('/networks/named/membership/category', { category: 'member' })
  assert.match((await alan.get('/networks/named/members')).text, /Person 1 named/)
})

test('where nobody sees names, Grace sees how many wait, and not who', async () => {
  const id = await full('nameless', { names: 'nobody' })
  const olu = await signedIn(app, cast.olu)
  await olu.post('/join', { network: 'nameless' })
  await olu.post('/join/details', { 'as-nameless': 'ally' })
  await olu.submit('/join/check')
  assert.equal(await statusIn(app, id, cast.olu), 'waiting')
  const { text } = await grace.get('/networks/nameless/members')
  assert.match(text, /1 person waits for a place/)
  assert.doesNotMatch(text, /Olu/)
  const data = (await olu.get('/account/data')).text
  assert.match(data, /You are 1st on the waiting list/)
})
