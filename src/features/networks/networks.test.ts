import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { client, lastEmail, signedIn, type Client } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { slugOf } from './slug.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)

const answers: [string, Record<string, string>][] = [
  ['', { name: 'Carers’ Network' }],
  ['/type', { type: 'staff-and-diversity' }],
  ['/purpose', { purpose: 'We help each other to work and care.' }],
  ['/audience', { audience: 'Anyone who looks after someone.' }],
  ['/findable', { findable: 'everyone' }],
  ['/joining', { joining: 'open' }],
  ['/names', { names: 'members' }],
  ['/sensitive', { sensitive: 'no' }],
]

async function answerAll(browser: Client, changed: Record<string, string> = {}): Promise<void> {
  for (const [step, fields] of answers) {
    const given = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, changed[name] ?? value]),
    )
    const answer = await browser.post(`/networks/new${step}`, given)
    assert.equal(answer.status, 303, `${step}: ${answer.text}`)
  }
}

test('Grace starts a network, a question a page, and leads it', async () => {
  await answerAll(grace)
  const check = await grace.get('/networks/new/check')
  assert.match(check.text, /Create network/)
  const done = await grace.post('/networks/new/check')
  assert.equal(done.location, '/networks/carers-network/setup')
  const page = await grace.get('/networks/carers-network')
  assert.equal(page.status, 200)
  assert.match(page.text, /For you as a lead/)
  assert.equal((await client(app).get('/networks/carers-network')).status, 404)
})

test('a second press of the last button finds what the first made', async () => {
  const again = await grace.post('/networks/new/check', {}, '/networks/new')
  assert.equal(again.location, '/networks/carers-network/setup')
  const count = await app.db.asSystem('count', (tx) =>
    tx.rows(sql`select id from networks.network`),
  )
  assert.equal(count.length, 1)
})

test('two presses at once make one network', async () => {
  await answerAll(grace, { name: 'Twice' })
  const page = await grace.get('/networks/new/check')
  const token = /name="token" value="([^"]+)"/.exec(page.text)![1]!
  const cookie = [...grace.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const press = () =>
    app.server.inject({
      method: 'POST',
      url: '/networks/new/check',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `token=${encodeURIComponent(token)}`,
    })
  const answers = await Promise.all([press(), press(), press()])
  assert.deepEqual(
    answers.map((answer) => answer.headers.location),
    Array(3).fill('/networks/twice/setup'),
  )
  const made = await app.db.asSystem('count', (tx) =>
    tx.rows(sql`select id from networks.network where name = 'Twice'`),
  )
  assert.equal(made.length, 1)
})

test('the name of a network that the founder can see is taken, and the page leads to it', async () => {
  await stage(app, { slug: 'chess', name: 'Chess at work' })
  const answer = await grace.post('/networks/new', { name: ' chess  AT work' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /<title>Error: /)
  assert.match(answer.text, /href="\/networks\/chess"/)
})

test('a name that nobody may see yet is free, and its address gets a number', async () => {
  const ravi = await signedIn(app, cast.ravi)
  await answerAll(ravi, { name: 'Twice' })
  assert.equal((await ravi.post('/networks/new/check')).location, '/networks/twice-2/setup')
})

test('a hidden network gets an address that does not name it', async () => {
  await answerAll(grace, { name: 'Hush', findable: 'invited' })
  assert.match(
    (await grace.post('/networks/new/check')).location,
    /^\/networks\/n-[0-9a-f]{14}\/setup$/,
  )
})

test('a sensitive network is kept safe, and the founder is told before it is made', async () => {
  await answerAll(grace, { name: 'Between us', sensitive: 'yes' })
  const check = await grace.get('/networks/new/check')
  assert.match(check.text, /more private than you chose/)
  await grace.post('/networks/new/check')
  const made = await app.db.asSystem('look', (tx) =>
    tx.row(sql`select joining, names from networks.network where name = 'Between us'`),
  )
  assert.deepEqual(made, { joining: 'request', names: 'leads' })
})

test('a question without its answer is asked again, and what was typed is kept', async () => {
  for (const [step, fields] of answers) {
    const empty = Object.fromEntries(Object.keys(fields).map((name) => [name, '']))
    const answer = await grace.post(`/networks/new${step}`, empty)
    assert.equal(answer.status, 422, step)
    assert.match(answer.text, /There is a problem/)
    if (step === '') await grace.post('/networks/new', { name: 'Half done' })
  }
  const long = await grace.post('/networks/new/purpose', { purpose: `<b>${'x'.repeat(700)}` })
  assert.match(long.text, /must be 600 characters or fewer/)
  assert.match(long.text, /&lt;b&gt;xxx/)
  assert.equal((await grace.get('/networks/new/check')).location, '/networks/new/type')
  assert.equal((await grace.get('/networks/new/nonsense')).status, 404)
})

test('one who is not signed in signs in first', async () => {
  assert.equal((await client(app).get('/networks/new')).location, '/sign-in?next=%2Fnetworks%2Fnew')
})

test('a part of an umbrella is asked what part; the leads of the umbrella are asked too', async () => {
  const mei = await signedIn(app, cast.mei)
  const id = await stage(app, { slug: 'above', name: 'Above', leads: [cast.grace] })
  assert.match((await mei.get('/networks/new?parent=above')).text, /It will be part of Above/)
  await mei.post(
    '/networks/new',
    { name: 'Below in Wales', parent: 'above' },
    '/networks/new?parent=above',
  )
  assert.match(
    (await mei.post('/networks/new/part', { kind: 'regional-hub' })).text,
    /Select the region of the hub/,
  )
  await mei.post('/networks/new/part', { kind: 'regional-hub', region: 'wales' })
  for (const [step, fields] of answers.slice(1)) await mei.post(`/networks/new${step}`, fields)
  await mei.post('/networks/new/check')
  const made = await app.db.asSystem('look', (tx) =>
    tx.row(
      sql`select parent_id, parent_asked_id, kind, region from networks.network where name = 'Below in Wales'`,
    ),
  )
  assert.deepEqual(made, {
    parent_id: null,
    parent_asked_id: id,
    kind: 'regional-hub',
    region: 'wales',
  })
  assert.equal(
    (await lastEmail(app, cast.grace.email))?.subject,
    'Below in Wales asks to be part of Above',
  )
})

test('addresses are readable, and never those of other pages', () => {
  const names: [string, string][] = [
    ['Carers’ Network (Wales)', 'carers-network-wales'],
    ['Rhwydwaith Cymraeg: Tŷ Gwydr', 'rhwydwaith-cymraeg-ty-gwydr'],
    ['R&D', 'r-and-d'],
    ['New', 'new-network'],
    ['Search', 'search-network'],
    ['日本', 'network'],
    ['-'.repeat(200) + 'a'.repeat(100), 'a'.repeat(60)],
  ]
  for (const [name, slug] of names) assert.equal(slugOf(name), slug)
})
