import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn, type Client } from '../../testing/client.ts'
import { join, stage } from '../../testing/networks.ts'

const app = await testApp()
const statements = async (browser: Client, path: string) => {
  const before = app.db.statements.count
  assert.equal((await browser.get(path)).status, 200)
  return app.db.statements.count - before
}

test('the first page says how to find, join and start, before there is any network', async () => {
  const { status, text } = await client(app).get('/')
  assert.equal(status, 200)
  for (const href of ['/networks', '/join', '/networks/new', '/guide', '/privacy'])
    assert.ok(text.includes(`href="${href}"`), href)
  assert.ok(!text.includes('Open to new people'))
})

test('a stranger’s first page sets no cookie and may be kept by any proxy', async () => {
  const first = await client(app).get('/')
  assert.equal(first.headers['set-cookie'], undefined)
  assert.match(first.headers['cache-control']!, /^public/)
  assert.ok(first.headers['etag'])
})

test('the first page shows only networks that everyone can find and people can join', async () => {
  await stage(app, { slug: 'seen', name: 'Seen By All', leads: [cast.grace] })
  await stage(app, {
    slug: 'n-hidden',
    name: 'Hidden Away',
    findable: 'invited',
    leads: [cast.grace],
  })
  await stage(app, {
    slug: 'n-in',
    name: 'Signed In Only',
    findable: 'signed-in',
    leads: [cast.grace],
  })
  await stage(app, {
    slug: 'n-quiet',
    name: 'Quietly Sensitive',
    sensitive: true,
    names: 'leads',
    leads: [cast.grace],
  })
  await stage(app, {
    slug: 'n-draft',
    name: 'Not Yet Live',
    status: 'setting-up',
    leads: [cast.grace],
  })
  app.clock.advance(60)
  for (const browser of [client(app), await signedIn(app, cast.grace)]) {
    const { text } = await browser.get('/')
    assert.match(text, /Seen By All/)
    assert.doesNotMatch(text, /Hidden Away|Signed In Only|Quietly Sensitive|Not Yet Live/)
  }
})

test('someone in no network is shown how to find, join or start one', async () => {
  const { text } = await (await signedIn(app, cast.olu)).get('/home')
  assert.match(text, /Hello, Olu Outsider/)
  assert.match(text, /You are in no network yet/)
  assert.match(text, /Start a network/)
})

test('home shows what Mei is in with her part in it, and what she asked to join', async () => {
  const one = await stage(app, { slug: 'books', name: 'Book Readers', leads: [cast.grace] })
  const two = await stage(app, {
    slug: 'walkers',
    name: 'Lunch Walkers',
    joining: 'request',
    leads: [cast.grace],
  })
  await join(app, one, cast.mei, { category: 'ally' })
  await join(app, two, cast.mei, { status: 'requested' })
  const { text } = await (await signedIn(app, cast.mei)).get('/home')
  const [inside, asked] = text.split('You have asked to join')
  assert.match(inside!, /Book Readers[\s\S]*Ally/)
  assert.match(asked!, /Lunch Walkers[\s\S]*A lead will say yes or no/)
  assert.doesNotMatch(text, /Hidden Away/)
})

test('leads see their roles, and networks that are not open yet are marked', async () => {
  const { text } = await (await signedIn(app, cast.grace)).get('/home')
  assert.match(text, /Not Yet Live[\s\S]*?Setting up/)
  assert.match(text, /Hidden Away/)
})

test('home asks the database as often for 50 networks as for one', async () => {
  const browser = await signedIn(app, cast.alan)
  const none = await statements(browser, '/home')
  const counts: number[] = []
  const networks: string[] = []
  for (const size of [1, 3, 50]) {
    while (networks.length < size) {
      const network = await stage(app, {
        slug: `many-${networks.length}`,
        name: `Many ${networks.length}`,
        leads: [cast.carlos],
      })
      await join(app, network, cast.alan)
      networks.push(network)
    }
    counts.push(await statements(browser, '/home'))
  }
  assert.equal(new Set(counts).size, 1, `${none}, then ${counts.join(', ')}`)
  assert.ok(counts[0]! <= none + 6)
  assert.equal((await browser.get('/home')).text.split('class="gh-card"').length - 1, 50)
})

test('the first page asks as often for many networks as for few', async () => {
  app.clock.advance(60)
  const many = await statements(client(app), '/?again=1')
  await app.db.asSystem('hide all but one in a test', (tx) =>
    tx.run(sql`update networks.network set findable = 'signed-in' where slug <> 'seen'`),
  )
  assert.equal(await statements(client(app), '/?again=2'), many)
})

test('a stranger who asks for home signs in first, and comes back', async () => {
  assert.equal((await client(app).get('/home')).location, '/sign-in?next=%2Fhome')
})
