import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { nightly } from '#kernel/upkeep.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { fillIn, linkIn, statusIn } from '../../testing/joining.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import { findNetwork } from '#features/networks/index.ts'
import { invite } from './index.ts'

const app = await testApp()
let grace = await signedIn(app, cast.grace)
const rows = (network: string) =>
  app.db.asSystem('look in a test', (tx) =>
    tx.rows<{ status: string; content_sealed: unknown }>(
      sql`select status, content_sealed from invitations.invitation where network_id = ${network} order by id`,
    ),
  )

test('Grace pastes addresses, and those who are in or were asked before are left in peace', async () => {
  await stage(app, {
    slug: 'pasted',
    name: 'Pasted Network',
    leads: [cast.grace],
    members: [cast.mei],
  })
  const page = await grace.submit('/networks/pasted/invitations', {
    people: `Ravi <${cast.ravi.email}>\n${cast.mei.email}`,
    note: 'Come and see',
  })
  assert.match(page.text, /1 person invited\. 1 person in the network already/)
  assert.ok(page.text.includes(cast.ravi.email))
  const email = (await lastEmail(app, cast.ravi.email))!
  assert.equal(email.subject, 'An invitation from Pasted Network')
  assert.deepEqual(
    email.blocks.filter((block) => typeof block === 'object' && 'quote' in block),
    [{ quote: 'Come and see' }],
  )
  assert.match(
    (await grace.submit('/networks/pasted/invitations', { people: cast.ravi.email })).text,
    /1 person not asked again: invited before/,
  )
  assert.equal((await outbox(app)).filter((each) => each.to.address === cast.ravi.email).length, 1)
})

test('what is wrong is said line by line, nothing is sent, and all that was typed is kept', async () => {
  await stage(app, { slug: 'wrong', leads: [cast.grace] })
  const typed = 'Nobody at all\nsomeone@elsewhere.example\nfine@dwp.gov.uk'
  const page = await grace.post('/networks/wrong/invitations', { people: typed, note: 'Kept note' })
  assert.equal(page.status, 422)
  assert.match(page.text, /Line 1: there is no email address/)
  assert.match(page.text, /Line 2: we do not let in addresses at elsewhere\.example/)
  assert.ok(page.text.includes(typed) && page.text.includes('Kept note'))
  assert.equal(await lastEmail(app, 'fine@dwp.gov.uk'), undefined)
})

test('Sam joins a hidden, sensitive network by invitation, whose email names nothing', async () => {
  const id = await stage(app, {
    slug: 'harbour',
    name: 'Harbour Network',
    findable: 'invited',
    joining: 'invitation',
    names: 'leads',
    sensitive: true,
    leads: [cast.grace],
  })
  await grace.post('/networks/harbour/invitations', {
    people: cast.sam.email,
    note: 'For the Harbour',
  })
  const email = (await lastEmail(app, cast.sam.email))!
  assert.doesNotMatch(JSON.stringify(email), /[Hh]arbour/)
  const link = linkIn(email)
  const sam = client(app)
  assert.match((await sam.get(link)).text, /invited to join Harbour Network[\s\S]*For the Harbour/)
  assert.equal((await rows(id))[0]!.status, 'waiting')
  assert.equal((await sam.get('/join?network=harbour')).text.includes('Harbour'), false)
  const form = await sam.submit(link, { answer: 'yes' })
  assert.match(form.text, /value="harbour" checked[\s\S]*You are invited/)
  assert.match(
    (await fillIn(app, sam, cast.sam, ['harbour'])).text,
    /You have joined Harbour Network/,
  )
  assert.equal(await statusIn(app, id, cast.sam), 'active')
  assert.deepEqual(await rows(id), [{ status: 'accepted', content_sealed: null }])
  const again = await sam.get(link)
  assert.match(again.text, /You are in Harbour Network already[\s\S]*href="\/networks\/harbour"/)
  const stranger = await client(app).get(link)
  assert.equal(stranger.status, 410)
  assert.doesNotMatch(stranger.text, /Harbour/)
})

test('whoever is in a network, or has asked to be, is not offered to join it by a link', async () => {
  await stage(app, {
    slug: 'inside',
    joining: 'request',
    leads: [cast.grace],
    members: [cast.mei],
  })
  await grace.post('/networks/inside/invitations', { people: 'mei.private@dwp.gov.uk' })
  const link = linkIn((await lastEmail(app, 'mei.private@dwp.gov.uk'))!)
  assert.match((await client(app).get(link)).text, />\s*Join\s*</)
  const mei = await signedIn(app, cast.mei)
  assert.match((await mei.get(link)).text, /You are in inside already/)
  assert.doesNotMatch((await mei.get(link)).text, /name="answer"/)
  const olu = await signedIn(app, cast.olu)
  await olu.post('/join', { network: 'inside' })
  await olu.submit('/join/check')
  assert.match((await olu.get(link)).text, /You have asked to join inside already/)
})

test('a link passed on to someone else lets nobody in', async () => {
  const closed = await stage(app, { slug: 'passed', joining: 'invitation', leads: [cast.grace] })
  const hidden = await stage(app, { slug: 'passed-open', findable: 'invited', leads: [cast.grace] })
  for (const [slug, id, status] of [
    ['passed', closed, undefined],
    ['passed-open', hidden, 'requested'],
  ] as const) {
    await grace.post(`/networks/${slug}/invitations`, { people: `for-${slug}@dwp.gov.uk` })
    const link = linkIn((await lastEmail(app, `for-${slug}@dwp.gov.uk`))!)
    const olu = client(app)
    await olu.post(link, { answer: 'yes' })
    const done = await fillIn(app, olu, cast.olu, [slug])
    assert.match(
      done.text,
      status ? /You have asked to join/ : /This needs an invitation of your own/,
    )
    assert.equal(await statusIn(app, id, cast.olu), status)
    assert.equal((await rows(id))[0]!.status, 'waiting')
  }
})

test('someone signed in finds the network that invited their address', async () => {
  const id = await stage(app, {
    slug: 'found-me',
    findable: 'invited',
    joining: 'invitation',
    leads: [cast.grace],
  })
  const alan = await signedIn(app, cast.alan)
  assert.equal((await alan.get('/networks/found-me')).status, 404)
  await grace.post('/networks/found-me/invitations', { people: cast.alan.email })
  assert.match((await alan.get('/join')).text, /found-me[\s\S]*You are invited/)
  await alan.post('/join', { network: 'found-me' })
  assert.match((await alan.submit('/join/check')).text, /You have joined found-me/)
  assert.equal(await statusIn(app, id, cast.alan), 'active')
})

test('no, thank you is for good', async () => {
  const id = await stage(app, { slug: 'declined', leads: [cast.grace] })
  await grace.post('/networks/declined/invitations', { people: cast.carlos.email })
  const link = linkIn((await lastEmail(app, cast.carlos.email))!)
  const carlos = client(app)
  assert.match((await carlos.submit(link, { answer: 'no' })).text, /Thank you for answering/)
  assert.deepEqual(await rows(id), [{ status: 'declined', content_sealed: null }])
  await grace.post('/networks/declined/invitations', { people: `Carlos <${cast.carlos.email}>` })
  assert.equal(
    (await outbox(app)).filter((email) => email.to.address === cast.carlos.email).length,
    1,
  )
  assert.equal(
    (await grace.get('/networks/declined/invitations')).text.includes(cast.carlos.email),
    false,
  )
})

test('a withdrawn invitation, and one nobody answers in thirty days, does nothing more', async () => {
  const id = await stage(app, { slug: 'over', leads: [cast.grace] })
  await grace.post('/networks/over/invitations', { people: 'one@dwp.gov.uk\ntwo@dwp.gov.uk' })
  const [one, two] = [
    linkIn((await lastEmail(app, 'one@dwp.gov.uk'))!),
    linkIn((await lastEmail(app, 'two@dwp.gov.uk'))!),
  ]
  const page = (await grace.get('/networks/over/invitations')).text
  const withdraw = /action="([^"]+\/withdrawal)"[\s\S]{0,400}?to one@/.exec(page)![1]!
  assert.match(
    (await grace.submit(withdraw, {}, '/networks/over/invitations')).text,
    /was withdrawn/,
  )
  assert.equal((await client(app).get(one)).status, 410)
  assert.equal((await client(app).get(two)).status, 200)
  app.clock.advance(31 * 86_400)
  grace = await signedIn(app, cast.grace)
  assert.equal((await client(app).get(two)).status, 410)
  await nightly(app)
  const over = await rows(id)
  assert.deepEqual(new Set(over.map((row) => row.status)), new Set(['expired', 'withdrawn']))
  assert.ok(over.every((row) => row.content_sealed === null))
})

test('emails wait until the network is live', async () => {
  const id = await stage(app, { slug: 'early', status: 'setting-up', leads: [cast.grace] })
  assert.match(
    (await grace.submit('/networks/early/invitations', { people: 'early@dwp.gov.uk' })).text,
    /go out when the network goes live/,
  )
  assert.equal(await lastEmail(app, 'early@dwp.gov.uk'), undefined)
  await app.db.asSystem('go live', (tx) =>
    tx.run(sql`update networks.network set status = 'live' where id = ${id}`),
  )
  const held = app.features
    .flatMap((feature) => feature.jobs ?? [])
    .find((job) => job.name === 'invitations.send')!
  await held.run(app, {})
  assert.equal((await lastEmail(app, 'early@dwp.gov.uk'))?.subject, 'An invitation from early')
})

test('a network that shows no names does not tell who is in it, or who said no', async () => {
  const id = await stage(app, {
    slug: 'discreet',
    names: 'nobody',
    sensitive: true,
    leads: [cast.grace],
  })
  await join(app, id, cast.mei)
  const page = await grace.submit('/networks/discreet/invitations', {
    people: `${cast.mei.email}\nnew@dwp.gov.uk`,
  })
  assert.match(page.text, /2 people invited/)
  assert.doesNotMatch(page.text, /in the network already/)
})

test('thousands are invited in few statements, each once', async () => {
  const id = await stage(app, { slug: 'thousands', leads: [cast.grace] })
  const mei = await viewerFor(app, cast.mei)
  await join(app, id, cast.mei)
  const people = Array.from({ length: 3000 }, (_, i) => ({
    name: `Person ${i}`,
    address: `person.${i % 2900}@dwp.gov.uk`,
    key: `person.${i % 2900}@dwp.gov.uk`,
  }))
  people.push({ name: mei.name, address: mei.email, key: mei.email })
  const before = app.db.statements.count
  const outcomes = await app.db.asSystem('import', async (tx) =>
    invite(tx, (await findNetwork(tx, 'thousands'))!, {
      people,
      origin: 'import',
      actor: undefined,
    }),
  )
  assert.ok(app.db.statements.count - before < 60)
  assert.equal(outcomes.filter((each) => each === 'invited').length, 2900)
  assert.equal(outcomes.filter((each) => each === 'before').length, 100)
  assert.equal(outcomes.at(-1), 'member')
})
