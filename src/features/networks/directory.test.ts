import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { stranger } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import { client } from '../../testing/client.ts'
import { aliveWords } from './alive.ts'
import { publishFigures } from './figures.ts'
import { directory, searchWords } from './listing.ts'

const app = await testApp()
const visitor = client(app)

/** Makes numbered networks, from one number to another. */
const make = (from: number, to: number) =>
  app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`
      insert into networks.network (id, slug, name, type, status, findable, joining, names, purpose, live_on)
      select gen_random_uuid(), 'number-' || i, 'Number ' || lpad(i::text, 4, '0'), 'profession', 'live',
        case when i % 2 = 0 then 'invited' else 'everyone' end, 'open', 'members', 'We count & share.', date '2025-01-01' + i % 300
      from generate_series(${from}::int, ${to}::int) i`),
  )

/** The statements that one answer takes. */
async function statementsOf(url: string): Promise<number> {
  const before = app.db.statements.count
  assert.equal((await visitor.get(url)).status, 200)
  return app.db.statements.count - before
}

test('an empty directory says what networks are for, and how to start one', async () => {
  const page = await visitor.get('/networks')
  assert.match(page.text, /There are no networks here yet/)
  assert.equal(JSON.parse((await visitor.get('/networks.json')).text).count, 0)
})

test('the directory costs as many statements with 1,000 networks as with one', async () => {
  const urls = [
    '/networks?type=profession',
    '/networks?q=number',
    '/networks?region=wales',
    '/networks.atom?type=profession',
  ]
  await make(1, 1)
  const one = []
  for (const url of urls) one.push(await statementsOf(`${url}&x=1`))
  await make(2, 3)
  await make(4, 1000)
  for (const [i, url] of urls.entries())
    assert.ok((await statementsOf(`${url}&x=2`)) <= one[i]! + 1, url)
  assert.ok(Math.max(...one) <= 6)
})

test('counting stops at a hundred, and pages follow one another there and back', async () => {
  const first = await app.db.as(stranger, (tx) => directory(tx, {}))
  assert.deepEqual(
    [first.count, first.more, first.networks.length, first.previous],
    [100, true, 20, undefined],
  )
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await app.db.as(stranger, (tx) => directory(tx, {}, { after }))
    seen.push(...page.networks.map((each) => each.slug))
    after = page.next
  } while (after)
  assert.equal(seen.length, 500)
  assert.equal(new Set(seen).size, 500)
  const second = await app.db.as(stranger, (tx) => directory(tx, {}, { after: first.next }))
  const back = await app.db.as(stranger, (tx) => directory(tx, {}, { before: second.previous }))
  assert.deepEqual(back, first)
})

test('a page goes on from a network that is hidden or gone as if nothing had been said', async () => {
  const first = await app.db.as(stranger, (tx) => directory(tx, {}))
  for (const after of ['number-2', 'no-such-network', '%', "'"]) {
    assert.deepEqual(await app.db.as(stranger, (tx) => directory(tx, {}, { after })), first)
  }
})

test('any typed text is a search, and none breaks', async () => {
  for (const typed of [
    "'",
    '\\',
    ':*',
    '& | !',
    '🙂',
    'a'.repeat(5000),
    '%',
    '<->',
    "o'brien",
    'ümlaut',
    '(((',
  ]) {
    const answer = await visitor.get(`/networks?q=${encodeURIComponent(typed)}`)
    assert.equal(answer.status, 200, typed)
  }
  assert.equal(searchWords('Carer’s  net: ('), "'carers':* & 'net':*")
  assert.equal(searchWords('🙂'), '')
})

test('a search finds beginnings of words, names before purposes, and short words that other searches drop', async () => {
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`
      insert into networks.network (id, slug, name, type, status, findable, joining, names, purpose, live_on) values
        (gen_random_uuid(), 'zebra', 'Zebra crossing', 'profession', 'live', 'everyone', 'open', 'members', 'Roads.', '2026-01-01'),
        (gen_random_uuid(), 'animals', 'Animals', 'profession', 'live', 'everyone', 'open', 'members', 'All about zebras.', '2026-01-01'),
        (gen_random_uuid(), 'it', 'IT', 'profession', 'live', 'everyone', 'open', 'members', 'Computers.', '2026-01-01')`),
  )
  const slugs = async (search: string) =>
    (await app.db.as(stranger, (tx) => directory(tx, { search }))).networks.map((each) => each.slug)
  assert.deepEqual(await slugs('zeb'), ['zebra', 'animals'])
  assert.deepEqual(await slugs('IT'), ['it'])
  assert.deepEqual(await slugs('zebra roads'), ['zebra'])
  assert.deepEqual(await slugs('number 0001'), ['number-1'])
})

test('closed networks are listed only to those who ask for them; resting ones carry the word', async () => {
  await app.db.asSystem('set the stage for a test', async (tx) => {
    await tx.run(sql`update networks.network set status = 'closed' where slug = 'zebra'`)
    await tx.run(sql`update networks.network set status = 'dormant' where slug = 'animals'`)
  })
  const page = await visitor.get('/networks?q=zebras&x=3')
  assert.doesNotMatch(page.text, /Zebra crossing/)
  assert.match(page.text, /Resting<\/dd>/)
  assert.match((await visitor.get('/networks?status=closed')).text, /Zebra crossing/)
})

test('strangers share lists and pages without a cookie; a list that is asked for again is not sent again', async () => {
  for (const url of ['/networks', '/networks.json', '/networks.atom', '/networks/it']) {
    const browser = client(app)
    const answer = await browser.get(url)
    assert.match(answer.headers['cache-control']!, /^public, max-age=/, url)
    assert.ok(answer.headers['etag'], url)
    assert.equal(browser.cookies.size, 0, url)
  }
})

test('the feed is well formed, whatever a network is called', async () => {
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(
      sql`update networks.network set name = ${'Fish & <Chips> \u0001"'}, live_on = '2026-11-01' where slug = 'it'`,
    ),
  )
  const { text, headers } = await visitor.get('/networks.atom?q=fish')
  assert.match(headers['content-type']!, /application\/atom\+xml/)
  assert.match(
    text,
    /<title>Fish &amp; &lt;Chips&gt; &quot;<\/title><updated>2026-11-01T00:00:00Z<\/updated>/,
  )
  assert.match(
    text,
    /<id>http:\/\/127\.0\.0\.1:3000\/networks\/it<\/id>|<id>http[^<]+\/networks\/it<\/id>/,
  )
})

test('sizes are withheld below 10, rounded to 5, and published again only after five came or went', async () => {
  const { id } = (await app.db.asSystem('look', (tx) =>
    tx.row<{ id: string }>(sql`select id from networks.network where slug = 'it'`),
  ))!
  const add = (count: number) =>
    app.db.asSystem('set the stage for a test', (tx) =>
      tx.run(sql`
        insert into members.membership (id, network_id, category, status, joined_on)
        select gen_random_uuid(), ${id}, 'member', 'active', '2025-06-01' from generate_series(1, ${count}::int)`),
    )
  const shown = async () => {
    await publishFigures(app)
    return (
      (await app.db.as(stranger, (tx) => directory(tx, { search: 'fish' }))).networks[0]!.figure
        ?.members ?? null
    )
  }
  const steps: [number, number | null][] = [
    [9, null],
    [4, null],
    [1, 15],
    [4, 15],
    [1, 20],
  ]
  for (const [more, expected] of steps) {
    await add(more)
    assert.equal(await shown(), expected, `${more} more`)
  }
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`update networks.network set sensitive = true where id = ${id}`),
  )
  assert.equal(await shown(), null)
})

test('how alive a network is, is said in words', () => {
  const it = { status: 'live', live_on: '2025-01-01' } as const
  const figure = { network_id: '', members: 1200, joined_lately: true }
  assert.equal(aliveWords(it, figure, '2026-11-21'), 'Growing: about 1,200 members')
  assert.equal(
    aliveWords(it, { ...figure, joined_lately: false }, '2026-11-21'),
    'About 1,200 members',
  )
  assert.equal(aliveWords(it, undefined, '2026-11-21'), 'Active')
  assert.equal(aliveWords({ ...it, live_on: '2026-11-01' }, undefined, '2026-11-21'), 'New')
})

test('a machine that searches without end is asked to wait, and may look all the same', async () => {
  const from = '192.0.2.9'
  const ask = async (url: string) => {
    const answer = await app.server.inject({ url, headers: { 'x-forwarded-for': from } })
    return answer.statusCode
  }
  for (let i = 0; i < 1199; i++) app.pace('directory searches from', from, 1200, 10)
  assert.equal(await ask('/networks?q=fish&x=a'), 200)
  assert.equal(await ask('/networks?q=fish&x=b'), 429)
  assert.equal(await ask('/networks.json?organisation=fish'), 429)
  assert.equal(await ask('/networks?type=profession&x=c'), 200)
  assert.equal((await visitor.get('/networks?q=fish&x=d')).status, 200)
  app.clock.advance(600)
  assert.equal(await ask('/networks?q=fish&x=e'), 200)
})
