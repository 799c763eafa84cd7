import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { nightly } from '#kernel/upkeep.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, outbox, signedIn, type Client } from '../../testing/client.ts'
import { fillIn, linkIn, statusIn } from '../../testing/joining.ts'
import { join, stage } from '../../testing/networks.ts'

const app = await testApp()
const mei = await signedIn(app, cast.mei)
const charter = (network: string, inviting: 'members' | 'leads') =>
  app.db.asSystem('adopt a charter in a test', (tx) =>
    tx.run(sql`
      insert into governance.charter (network_id, version, ally_policy, decision_rule, joining, names, inviting, adopted_on)
      values (${network}, 1, 'none', 'consensus', 'open', 'members', ${inviting}, '2026-01-01')`),
  )
/** What stands between the heading and the end of a page, without tokens and notices. */
const mainOf = (text: string) =>
  text.slice(text.indexOf('<h1')).replaceAll(/name="token" value="[^"]+"/g, '')

/** Through the pages: the form, the email before it goes, and off. */
async function inviteBy(browser: Client, slug: string, people: string, note = '') {
  const home = `/networks/${slug}/invitations`
  const check = await browser.post(`${home}/check`, { people, note }, home)
  if (check.status !== 303) return check
  const page = await browser.get(check.location)
  assert.match(page.text, /Check before you send/)
  const done = await browser.submit(home, { checked: 'yes' }, check.location)
  await outbox(app)
  app.clock.advance(60)
  return done
}

test('Mei invites where the charter lets members, under her own name, and sees who joined by it', async () => {
  await stage(app, { slug: 'open-one', name: 'Open One', leads: [cast.grace], members: [cast.mei] })
  assert.match((await mei.get('/networks/open-one')).text, /send them an invitation/)
  const page = await inviteBy(mei, 'open-one', `Ravi <${cast.ravi.email}>`, 'Come and see')
  assert.match(page.text, /1 person invited/)
  const email = (await lastEmail(app, cast.ravi.email))!
  assert.match(
    JSON.stringify(email.blocks),
    /Mei Member thinks that Open One may interest you, or people you know/,
  )
  assert.match(JSON.stringify(email.blocks), /Mei Member wrote/)
  const ravi = client(app)
  assert.match(
    (await ravi.get(linkIn(email))).text,
    /A note from Mei Member[\s\S]*whoever invited you can see that you did/,
  )
  await ravi.post(linkIn(email), { answer: 'yes' })
  await fillIn(app, ravi, cast.ravi, ['open-one'])
  assert.match((await mei.get('/networks/open-one/invitations')).text, /Ravi[\s\S]*Joined/)
})

test('where the charter keeps it to leads, members find no link and are refused', async () => {
  const id = await stage(app, { slug: 'leads-only', leads: [cast.grace], members: [cast.mei] })
  await charter(id, 'leads')
  assert.doesNotMatch((await mei.get('/networks/leads-only')).text, /send them an invitation/)
  for (const path of ['', '/check'])
    assert.equal((await mei.get(`/networks/leads-only/invitations${path}`)).status, 403)
  const sent = await mei.post(
    '/networks/leads-only/invitations',
    { people: 'x@dwp.gov.uk' },
    '/account/invitations',
  )
  assert.equal(sent.status, 403)
  assert.equal(await lastEmail(app, 'x@dwp.gov.uk'), undefined)
})

test('in a sensitive network nothing tells Mei what became of those she invited: byte for byte', async () => {
  const id = await stage(app, {
    slug: 'harbour',
    name: 'Harbour',
    sensitive: true,
    names: 'leads',
    findable: 'signed-in',
    leads: [cast.grace],
    members: [cast.mei, cast.sam],
  })
  await charter(id, 'members')
  const first = await inviteBy(mei, 'harbour', cast.ravi.email)
  const [before, others] = [
    mainOf((await mei.get('/networks/harbour/invitations')).text),
    await outbox(app),
  ]
  assert.doesNotMatch(JSON.stringify(others[0]), /Harbour|Mei/)
  const ravi = client(app)
  await ravi.post(linkIn((await lastEmail(app, cast.ravi.email))!), { answer: 'yes' })
  await fillIn(app, ravi, cast.ravi, ['harbour'])
  assert.equal(await statusIn(app, id, cast.ravi), 'active')
  assert.equal(mainOf((await mei.get('/networks/harbour/invitations')).text), before)
  // To someone who is in already: the same answer as to Ravi before, and no email.
  const again = await inviteBy(mei, 'harbour', cast.sam.email)
  assert.equal(noticeOf(again.text), noticeOf(first.text))
  assert.equal(await lastEmail(app, cast.sam.email), undefined)
  assert.equal(
    noticeOf((await inviteBy(mei, 'harbour', cast.ravi.email)).text),
    noticeOf(first.text),
  )
})

const noticeOf = (text: string) => /notification-banner__heading">([^<]+)/.exec(text)?.[1]

test('leads of a sensitive network see whom they invited and nothing of what came of it; what came after is forgotten', async () => {
  const id = await stage(app, {
    slug: 'quay',
    sensitive: true,
    names: 'leads',
    leads: [cast.grace],
  })
  let grace = await signedIn(app, cast.grace)
  await inviteBy(grace, 'quay', 'one@dwp.gov.uk\ntwo@dwp.gov.uk')
  const before = mainOf((await grace.get('/networks/quay/invitations')).text)
  await client(app).post(linkIn((await lastEmail(app, 'one@dwp.gov.uk'))!), { answer: 'no' })
  assert.equal(mainOf((await grace.get('/networks/quay/invitations')).text), before)
  app.clock.advance(31 * 86_400)
  await nightly(app)
  grace = await signedIn(app, cast.grace)
  assert.match(
    (await grace.get('/networks/quay/invitations')).text,
    /You have not invited anyone lately/,
  )
  const left = await app.db.asSystem('look', (tx) =>
    tx.rows(sql`select id from invitations.sending where network_id = ${id}`),
  )
  assert.equal(left.length, 0)
})

test('Alan takes back what he sent: the link is dead, and what had come of it is not told', async () => {
  await stage(app, { slug: 'back', leads: [cast.grace], members: [cast.alan, cast.carlos] })
  const [alan, carlos] = [await signedIn(app, cast.alan), await signedIn(app, cast.carlos)]
  await inviteBy(alan, 'back', 'new@dwp.gov.uk')
  const home = '/networks/back/invitations'
  const withdraw = /action="([^"]+\/withdrawal)"/.exec((await alan.get(home)).text)![1]!
  assert.match((await carlos.submit(withdraw, {}, home)).text, /That invitation is over already/)
  const link = linkIn((await lastEmail(app, 'new@dwp.gov.uk'))!)
  assert.equal((await client(app).get(link)).status, 200)
  assert.match((await alan.submit(withdraw, {}, home)).text, /was withdrawn/)
  assert.equal((await client(app).get(link)).status, 410)
})

test('a member invites fifty people a day and not one more, and loses nothing typed', async () => {
  await stage(app, { slug: 'many', leads: [cast.grace], members: [cast.olu] })
  const olu = await signedIn(app, cast.olu)
  const some = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `p${from + i}@dwp.gov.uk`).join('\n')
  assert.match((await inviteBy(olu, 'many', some(0, 48))).text, /48 people invited/)
  const over = await olu.post('/networks/many/invitations', { people: some(48, 51) })
  assert.equal(over.status, 422)
  assert.match(over.text, /50 people a day[\s\S]*p50@dwp\.gov\.uk/)
  assert.match((await inviteBy(olu, 'many', some(48, 50))).text, /2 people invited/)
  app.clock.advance(86_400)
  assert.match(
    (await inviteBy(await signedIn(app, cast.olu), 'many', some(50, 51))).text,
    /1 person invited/,
  )
})

test('the email is shown before it goes, with a kind word on a note that may hurt, which can be sent all the same', async () => {
  await stage(app, { slug: 'kind', name: 'Kind Network', leads: [cast.grace] })
  const grace = await signedIn(app, cast.grace)
  const home = '/networks/kind/invitations'
  const note = 'As a gay man you may like <b>it</b>'
  const to = await grace.post(`${home}/check`, { people: 'a@dwp.gov.uk\nA@dwp.gov.uk', note }, home)
  const page = (await grace.get(to.location)).text
  assert.match(page, /goes to 1 person[\s\S]*One address stood in your list again/)
  assert.match(page, /Could this hurt\?[\s\S]*“As a gay man”[\s\S]*Send anyway/)
  assert.match(page, /An invitation from Kind Network[\s\S]*&lt;b&gt;it/)
  assert.match((await grace.get(home)).text, /A@dwp\.gov\.uk[\s\S]*As a gay man/)
  assert.match((await grace.submit(home, { checked: 'yes' }, to.location)).text, /1 person invited/)
  assert.match((await grace.submit(home, { checked: 'yes' }, home)).text, /These were sent already/)
})

test('someone who is in by another way, or left a network, is not told on', async () => {
  const id = await stage(app, { slug: 'pier', leads: [cast.grace], members: [cast.mei] })
  await join(app, id, cast.sylvia, { status: 'requested' })
  const browser = await signedIn(app, cast.mei)
  const page = await inviteBy(browser, 'pier', `${cast.sylvia.email}\nfresh@dwp.gov.uk`)
  assert.match(page.text, /2 people invited/)
  assert.equal(await lastEmail(app, cast.sylvia.email), undefined)
})
