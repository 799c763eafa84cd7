import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { lastEmail, signedIn } from '../../testing/client.ts'
import { admitMany } from '#features/members/index.ts'
import { join, stage } from '../../testing/networks.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)
const mei = await signedIn(app, cast.mei)
const ravi = await signedIn(app, cast.ravi)

test('Grace approves Ravi, who is told', async () => {
  const network = await stage(app, {
    slug: 'welcome',
    name: 'Welcome Network',
    leads: [cast.grace],
    joining: 'request',
  })
  const id = await join(app, network, cast.ravi, { status: 'requested' })
  const page = await grace.get('/networks/welcome/members')
  assert.match(page.text, /<h1[^>]*>Members<\/h1>/)
  assert.match(page.text, /Waiting for a decision[\s\S]*Ravi Requester[\s\S]*Approve[\s\S]*Decline/)
  assert.match(
    (
      await grace.submit(
        `/networks/welcome/members/${id}/approval`,
        {},
        '/networks/welcome/members',
      )
    ).text,
    /Approved/,
  )
  assert.match((await ravi.get('/networks/welcome/members')).text, /Ravi Requester/)
  assert.equal((await lastEmail(app, cast.ravi.email))?.subject, 'You have joined Welcome Network')
})

test('a lead declines with a kind reason, and the second to decide sees that it was decided', async () => {
  const network = await stage(app, {
    slug: 'full',
    leads: [cast.grace, cast.carlos],
    joining: 'request',
  })
  const id = await join(app, network, cast.ravi, { status: 'requested' })
  const page = `/networks/full/members/${id}/decline`
  const nothing = await grace.post(page, { words: 'Sorry' })
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /Select a reason[\s\S]*Sorry/)
  assert.match(
    (await grace.submit(page, { reason: 'full', words: 'Ask again in May.' })).text,
    /Declined/,
  )
  const email = await lastEmail(app, cast.ravi.email)
  assert.match(JSON.stringify(email?.blocks), /as many people as it can[\s\S]*Ask again in May/)
  const carlos = await signedIn(app, cast.carlos)
  const late = await carlos.post(
    `/networks/full/members/${id}/approval`,
    {},
    '/networks/full/questions/new',
  )
  assert.equal(late.status, 409)
  assert.match(late.text, /already been decided[\s\S]*Another lead declined it/)
  const twice = await grace.post(
    page,
    { reason: 'full', words: 'Ask again in May.' },
    '/networks/full/questions/new',
  )
  assert.equal(twice.status, 409)
  assert.match(twice.text, /<h1[^>]*>You have already declined this request/)
  assert.equal((await ravi.get('/networks/full/membership')).status, 403)
})

test('emails about a sensitive network do not say which it is', async () => {
  const network = await stage(app, {
    slug: 'quiet-one',
    name: 'Quiet One',
    leads: [cast.grace],
    names: 'leads',
    sensitive: true,
    joining: 'request',
  })
  const id = await join(app, network, cast.ravi, { status: 'requested' })
  await grace.post(`/networks/quiet-one/members/${id}/approval`, {}, '/networks/quiet-one/members')
  assert.doesNotMatch(JSON.stringify(await lastEmail(app, cast.ravi.email)), /quiet/i)
  await grace.post(`/networks/quiet-one/members/${id}/role`, {
    role: 'secretary',
    ...term('starts', '2026', '1'),
    ...term('ends', '2027', '1'),
  })
  assert.doesNotMatch(JSON.stringify(await lastEmail(app, cast.ravi.email)), /quiet/i)
  await grace.post(`/networks/quiet-one/members/${id}/removal`)
  assert.doesNotMatch(JSON.stringify(await lastEmail(app, cast.ravi.email)), /quiet/i)
  assert.equal((await grace.get('/networks/quiet-one/members.csv')).status, 403)
})

test('members see names where names are open, and an explanation where they are not', async () => {
  await stage(app, { slug: 'open-names', leads: [cast.grace], members: [cast.mei, cast.alan] })
  await stage(app, {
    slug: 'closed-names',
    leads: [cast.grace],
    members: [cast.mei, cast.alan],
    names: 'leads',
    sensitive: true,
  })
  const open = (await mei.get('/networks/open-names/members')).text
  assert.match(open, /Alan Ally/)
  assert.match(open, /Mei Member[^<]*<strong class="govuk-tag govuk-tag--green">\s*You/)
  const closed = (await mei.get('/networks/closed-names/members')).text
  assert.doesNotMatch(closed, /Alan Ally|Grace Founder/)
  assert.match(closed, /fewer than 10 people[\s\S]*Names are not shown here/)
})

test('a lead searches and filters, pages through, and downloads without formulas', async () => {
  const network = await stage(app, { slug: 'finding', leads: [cast.grace], members: [cast.mei] })
  await join(
    app,
    network,
    { name: '=cmd|calc Danger', email: 'danger@hmrc.gov.uk' },
    { category: 'ally' },
  )
  assert.match((await grace.get('/networks/finding/members?search=dang')).text, /cmd\|calc Danger/)
  assert.doesNotMatch((await grace.get('/networks/finding/members?search=dang')).text, /Mei Member/)
  assert.doesNotMatch(
    (await grace.get('/networks/finding/members?category=ally')).text,
    /Mei Member/,
  )
  assert.match(
    (await grace.get('/networks/finding/members?organisation=nowhere+at+all')).text,
    /Nobody in the network matches/,
  )
  assert.equal(
    (await grace.get('/networks/finding/members?after=2026-02-31.x&region=narnia&grade=king'))
      .status,
    200,
  )
  const file = await grace.get('/networks/finding/members.csv')
  assert.match(file.text, /"'=cmd\|calc Danger"/)
  assert.equal((await mei.get('/networks/finding/members.csv')).status, 403)
})

test('a lead changes a category only as the charter allows, and removes a member after a question', async () => {
  const network = await stage(app, { slug: 'changing', leads: [cast.grace] })
  const id = await join(app, network, cast.mei)
  assert.equal(
    (
      await grace.post(
        `/networks/changing/members/${id}/category`,
        { category: 'ally' },
        '/networks/changing/questions/new',
      )
    ).status,
    403,
  )
  await app.db.asSystem('adopt a charter in a test', (tx) =>
    tx.run(
      sql`insert into governance.charter (network_id, version, ally_policy, decision_rule, joining, names, adopted_on) values (${network}, 1, 'welcome', 'consensus', 'open', 'members', current_date)`,
    ),
  )
  assert.match(
    (await grace.submit(`/networks/changing/members/${id}/category`, { category: 'ally' })).text,
    /Category changed[\s\S]*Ally/,
  )
  assert.match(
    (await grace.get(`/networks/changing/members/${id}/removal`)).text,
    /Remove Mei Member from the network\?/,
  )
  assert.match(
    (await grace.submit(`/networks/changing/members/${id}/removal`)).text,
    /no longer in the network/,
  )
  assert.equal((await mei.get('/networks/changing/membership')).status, 403)
  assert.equal((await grace.get(`/networks/changing/members/${id}`)).status, 404)
})

const statements = new Set<number>()

for (const size of [0, 1, 3, 1000]) {
  test(`the members page runs the same statements at ${size} members`, async () => {
    const network = await stage(app, { slug: `size-${size}`, leads: [cast.grace] })
    await app.db.asSystem('fill a network in a test', async (tx) => {
      const people = Array.from({ length: size }, (_, i) => ({
        id: crypto.randomUUID(),
        person: crypto.randomUUID(),
        details: { name: `Someone ${i}`, email: '', organisation: null },
        organisationName: null,
        category: 'member' as const,
        status: i % 2 ? ('requested' as const) : ('active' as const),
        joined_on: '2026-11-20',
      }))
      await admitMany(tx, network, people)
    })
    const before = app.db.statements.count
    const page = await grace.get(`/networks/size-${size}/members`)
    statements.add(app.db.statements.count - before)
    assert.equal(page.status, 200)
    assert.ok(page.text.length < 150_000)
  })
}
test('that is a fixed number of statements', () => {
  assert.ok(statements.size <= 2 && Math.max(...statements) <= 25, [...statements].join())
})

function term(prefix: string, year: string, month: string): Record<string, string> {
  return { [`${prefix}-day`]: '1', [`${prefix}-month`]: month, [`${prefix}-year`]: year }
}
