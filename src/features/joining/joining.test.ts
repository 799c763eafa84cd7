import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { asks, fillIn, letFirstIn, statusIn } from '../../testing/joining.ts'

const app = await testApp()

test('Mei joins one network, form to membership, and is signed in', async () => {
  const carers = await stage(app, { slug: 'carers', name: 'Carers’ Network', leads: [cast.grace] })
  const mei = client(app)
  const done = await fillIn(app, mei, cast.mei, ['carers'])
  assert.match(done.text, /<h1[^>]*>You have joined Carers’ Network<\/h1>/)
  assert.match(done.text, /Sign out/)
  assert.equal(await statusIn(app, carers, cast.mei), 'active')
  assert.equal((await lastEmail(app, cast.mei.email))!.subject, 'Welcome to Carers’ Network')
  assert.match((await mei.get('/join')).text, /There is no other network for you to join/)
})

test('Sam joins three with one form, and each learns and writes only its own', async () => {
  const names = ['Data Network', 'Parents Network', 'Rainbow Network']
  const ids = [
    await stage(app, { slug: 'data', name: names[0] }),
    await stage(app, { slug: 'parents', name: names[1], leads: [cast.grace] }),
    await stage(app, {
      slug: 'rainbow',
      name: names[2],
      joining: 'request',
      names: 'leads',
      sensitive: true,
      leads: [cast.carlos],
    }),
  ]
  const [asked, other] = [
    await asks(app, ids[1]!, 'How many children?'),
    await asks(app, ids[2]!, 'What brings you?'),
  ]
  const done = await fillIn(app, client(app), cast.sam, ['data', 'parents', 'rainbow'], {
    [`answer-${asked}`]: 'Two',
    [`answer-${other}`]: 'A friend',
    'name-in-rainbow': 'Sammy',
  })
  assert.match(done.text, /You have joined 2 networks/)
  assert.deepEqual(await Promise.all(ids.map((id) => statusIn(app, id, cast.sam))), [
    'active',
    'active',
    'requested',
  ])
  const emails = (await outbox(app))
    .filter((email) => email.to.address === cast.sam.email)
    .slice(0, 3)
  assert.deepEqual(emails.map((email) => email.subject).toSorted(), [
    'Welcome to Data Network',
    'Welcome to Parents Network',
    'Your network: we have your request',
  ])
  for (const email of emails)
    assert.ok(names.filter((name) => JSON.stringify(email).includes(name)).length <= 1)
  assert.doesNotMatch(JSON.stringify(emails), /Rainbow|rainbow/)
  const answers = await app.db.asSystem('look in a test', (tx) =>
    tx.rows<{ network_id: string; question_id: string }>(
      sql`select network_id, question_id from members.answer where network_id = any (${ids}::uuid[])`,
    ),
  )
  assert.deepEqual(
    new Set(answers.map((row) => `${row.network_id} ${row.question_id}`)),
    new Set([`${ids[1]} ${asked}`, `${ids[2]} ${other}`]),
  )
})

test('of a network by request, the lead hears, decides, and Ravi is told', async () => {
  const policy = await stage(app, {
    slug: 'policy',
    name: 'Policy Network',
    joining: 'request',
    leads: [cast.grace],
  })
  const done = await fillIn(app, client(app), cast.ravi, ['policy'])
  assert.match(done.text, /<h1[^>]*>You have asked to join Policy Network/)
  const told = await lastEmail(app, cast.grace.email)
  assert.equal(told!.subject, 'Someone asks to join Policy Network')
  assert.doesNotMatch(JSON.stringify(told), /Ravi|defra/)
  await letFirstIn(await signedIn(app, cast.grace), 'policy')
  assert.equal(await statusIn(app, policy, cast.ravi), 'active')
  assert.equal((await lastEmail(app, cast.ravi.email))!.subject, 'You have joined Policy Network')
})

test('someone signed in is asked nothing that is known', async () => {
  await stage(app, { slug: 'quick' })
  const olu = await signedIn(app, cast.olu)
  const next = await olu.post('/join', { network: 'quick' })
  assert.equal(next.location, '/join/check')
  assert.match((await olu.get('/join/check')).text, /Olu Outsider/)
  assert.match((await olu.submit('/join/check')).text, /You have joined quick/)
  assert.match((await olu.get('/join?network=quick')).text, /You are in quick already/)
})

test('joining twice changes and sends nothing more, and says so kindly', async () => {
  await stage(app, { slug: 'twice' })
  await fillIn(app, client(app), cast.mei, ['twice'])
  const again = await fillIn(app, client(app), cast.mei, ['twice'], { name: 'M Member' })
  assert.match(again.text, /You were in already/)
  assert.match(again.text, /networks see its name, Mei Member/)
  assert.equal(
    (await outbox(app)).filter((email) => email.subject === 'Welcome to twice').length,
    1,
  )
})

test('the form says what is missing, and keeps what was typed', async () => {
  const id = await stage(app, { slug: 'asking' })
  await asks(app, id, 'Why?', true)
  const eve = client(app)
  assert.match((await eve.post('/join', {})).text, /Select at least one network/)
  await eve.post('/join', { network: 'asking' })
  const long = `${'x'.repeat(300)}@dwp.gov.uk`
  const answer = await eve.post('/join/details', { name: 'Zoë Ünicøde 语', email: long })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /<title>Error: /)
  assert.match(answer.text, /254 characters or fewer/)
  assert.match(answer.text, /Answer the question “Why\?”/)
  assert.ok(answer.text.includes('Zoë Ünicøde 语') && answer.text.includes(long))
  assert.match(
    (await eve.post('/join/details', { name: 'y'.repeat(300), email: 'a@dwp.gov.uk' })).text,
    /120 characters or fewer/,
  )
  assert.equal((await eve.get('/join/check')).location, '/join/details')
})

test('a plus tag is the same person, and mail goes to the address as typed', async () => {
  const id = await stage(app, { slug: 'tagged' })
  await fillIn(app, client(app), { name: cast.mei.name, email: 'mei.member+news@hmrc.gov.uk' }, [
    'tagged',
  ])
  assert.equal(await statusIn(app, id, cast.mei), 'active')
})

test('an unknown domain is told why, can ask, and loses nothing', async () => {
  await stage(app, { slug: 'public' })
  const eve = client(app)
  await eve.post('/join', { network: 'public' })
  assert.equal(
    (await eve.post('/join/details', { name: cast.eve.name, email: cast.eve.email })).location,
    '/join/domain',
  )
  assert.match((await eve.get('/join/domain')).text, /elsewhere\.example/)
  assert.equal((await eve.get('/join/check')).location, '/join/domain')
  assert.match(
    (await eve.post('/join/domain', { reason: 'A charity' })).text,
    /passed on your request/,
  )
  assert.match((await eve.get('/join/details')).text, /value="Eve Elsewhere"/)
})

test('a shared domain asks where, offers what matches, and takes no for an answer', async () => {
  await app.db.asSystem('set the stage', (tx) =>
    tx.run(
      sql`insert into organisations.organisation (slug, name, sector) values ('a-trust', 'Anytown A Trust', 'x'), ('b-trust', 'Anytown B Trust', 'x')`,
    ),
  )
  await stage(app, { slug: 'health' })
  const alan = client(app)
  await alan.post('/join', { network: 'health' })
  const fields = { name: cast.alan.name, email: cast.alan.email }
  const which = await alan.post('/join/details', { ...fields, organisation: 'anytown' })
  assert.match(which.text, /Which of these do you work for\?/)
  const id = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>\s*Anytown B Trust/.exec(which.text)![1]!
  await alan.post('/join/details', {
    ...fields,
    organisation: 'anytown',
    'organisation-choice': id,
  })
  assert.match((await alan.get('/join/check')).text, /Anytown B Trust/)
  await alan.post('/join/details', { ...fields, organisation: 'The Unheard-of Board' })
  assert.match((await alan.get('/join/check')).text, /Not known/)
})

test('allies come in up to the cap, and wait above it', async () => {
  const members = Array.from({ length: 6 }, (_, i) => ({
    name: `Member ${i}`,
    email: `member.${i}@dwp.gov.uk`,
  }))
  const id = await stage(app, { slug: 'capped', members })
  await app.db.asSystem('set the stage', (tx) =>
    tx.run(sql`
    insert into governance.charter (network_id, version, ally_policy, ally_cap, decision_rule, joining, names, adopted_on) values (${id}, 1, 'welcome', 15, 'consensus', 'open', 'members', '2026-01-01')`),
  )
  // 15 in a hundred of 6 members and their allies: one.
  const titles: string[] = []
  for (const email of ['ally.one@dwp.gov.uk', 'ally.two@dwp.gov.uk'])
    titles.push(
      (
        await fillIn(app, client(app), { name: 'An Ally', email }, ['capped'], {
          'as-capped': 'ally',
        })
      ).text,
    )
  assert.match(titles[0]!, /You have joined capped/)
  assert.match(titles[1]!, /You have asked to join capped[\s\S]*waiting list/)
})

test('where a link was seen is counted, for the networks it was for', async () => {
  const ids = [await stage(app, { slug: 'seen' }), await stage(app, { slug: 'unseen' })]
  const browser = client(app)
  const page = await browser.get('/join?network=seen&from=lift-poster')
  assert.match(page.text, /name="from" value="lift-poster"/)
  await fillIn(
    app,
    browser,
    { name: 'A Reader', email: 'a.reader@dwp.gov.uk' },
    ['seen', 'unseen'],
    { from: 'lift-poster', linked: 'seen' },
  )
  const rows = await app.db.asSystem('look', (tx) =>
    tx.rows(
      sql`select network_id, code, started, joined from joining.source where network_id = any (${ids}::uuid[])`,
    ),
  )
  assert.deepEqual(rows, [{ network_id: ids[0], code: 'lift-poster', started: 1, joined: 1 }])
})

test('among many networks, a search keeps what is ticked, and pages go on', async () => {
  for (let i = 0; i < 25; i++)
    await stage(app, { slug: `many-${i}`, name: `Zebra ${String(i).padStart(2, '0')}` })
  const browser = client(app)
  assert.match((await browser.get('/join')).text, /Show more networks/)
  const found = await browser.submit('/join', {
    network: 'carers',
    search: 'zebra 24',
    show: 'search',
  })
  assert.match(found.text, /value="carers" checked/)
  assert.deepEqual(slugs(found.text), ['carers', 'many-24'])
  const seen = new Set<string>()
  let page = await browser.get('/join?search=zebra')
  for (let more = nextPage(page.text); more; more = nextPage(page.text)) {
    for (const slug of slugs(page.text)) seen.add(slug)
    page = await browser.submit('/join', { search: 'zebra', show: more })
  }
  for (const slug of slugs(page.text)) seen.add(slug)
  assert.equal([...seen].filter((slug) => slug.startsWith('many-')).length, 25)
})

test('a page costs the same for one network as for twenty', async () => {
  const cost = async (slugs: string[]) => {
    const browser = client(app)
    await browser.post('/join', { network: slugs })
    await browser.post('/join/details', { name: cast.mei.name, email: cast.mei.email })
    const before = app.db.statements.count
    for (const page of ['/join', '/join/details', '/join/check']) await browser.get(page)
    return app.db.statements.count - before
  }
  const twenty = Array.from({ length: 20 }, (_, i) => `many-${i}`)
  assert.equal(await cost(twenty), await cost(['many-0']))
})

const slugs = (text: string) =>
  [...text.matchAll(/name="network" type="checkbox" value="([^"]+)"/g)].map((match) => match[1]!)
const nextPage = (text: string) =>
  /name="show" type="submit" value="([^"]+)"|value="([0-9a-f-]{36}\.[^"]+)" name="show"/
    .exec(text)
    ?.slice(1)
    .find(Boolean)
