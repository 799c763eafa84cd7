import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { fillIn } from '../../testing/joining.ts'
import { stage, viewerFor } from '../../testing/networks.ts'
import { publishFigures } from './figures.ts'
import { placementFor, placementsOf } from './placements.ts'
import { cautions } from './words.ts'

const app = await testApp({ BASE_URL: 'http://hall.example' })
const carers = await stage(app, {
  slug: 'carers',
  name: 'Carers’ Network',
  leads: [cast.grace, cast.carlos],
  members: [cast.mei],
})
const grace = await signedIn(app, cast.grace)
const page = '/networks/carers/promote'

const codeOf = async (name: string): Promise<string> =>
  app.db.asSystem(
    'look in a test',
    async (tx) => (await placementsOf(tx, carers)).find((each) => each.name === name)!.code,
  )

/** So often was a link opened, on one day. */
const counts = (code: string, day: string, opened: number, joined = 0, network = carers) =>
  app.db.asSystem('count in a test', (tx) =>
    tx.run(sql`
      insert into joining.source (network_id, code, day, opened, started, joined)
      values (${network}, ${code}, ${day}, ${opened}, 0, ${joined})`),
  )

test('the empty page teaches, and Grace makes links for several places at once', async () => {
  assert.match((await grace.get(page)).text, /No links yet/)
  const made = await grace.submit(`${page}/new`, {
    place: ['Canteen poster', 'Newsletter'],
    other: 'Staff room in Leeds',
  })
  assert.match(made.text, /3 links made/)
  assert.match(made.text, /Staff room in Leeds/)
  assert.match(made.text, /\/go\/<wbr>[cdfghjknprtwxy3479]{7}</)
  assert.equal(made.text.match(/Fewer than 10/g)?.length, 9)
})

test('a place that there is already, or none, is said beside the question, and what was typed is kept', async () => {
  const none = await grace.post(`${page}/new`, {})
  assert.equal(none.status, 422)
  assert.match(none.text, /Select where people will see the link/)
  const again = await grace.post(`${page}/new`, { place: ['Induction pack'], other: 'newsletter' })
  assert.match(again.text, /href="#other">You have a link for “newsletter” already/)
  assert.match(again.text, /value="Induction pack" checked/)
  const long = await grace.post(`${page}/new`, { other: 'x'.repeat(61) })
  assert.match(long.text, /The name must be 60 characters or fewer/)
})

test('names that look like markup are text', async () => {
  const made = await grace.submit(`${page}/new`, { other: '<script>alert(1)</script>' })
  assert.match(made.text, /&lt;script&gt;alert\(1\)/)
  assert.doesNotMatch(made.text, /<script>alert/)
})

test('a place is renamed and a link retired, once, and both are in the log', async () => {
  const code = await codeOf('Staff room in Leeds')
  assert.match(
    (await grace.submit(`${page}/${code}/name`, { name: 'Staff room in York' })).text,
    /Name changed[^]*Staff room in York/,
  )
  assert.match(
    (await grace.post(`${page}/${code}/name`, { name: 'canteen poster' })).text,
    /You have a link for “canteen poster” already/,
  )
  const gone = await grace.submit(`${page}/${code}/retirement`)
  assert.match(gone.text, /Link retired/)
  assert.doesNotMatch(gone.text, /Staff room/)
  assert.equal((await grace.post(`${page}/${code}/retirement`, {}, '/account')).status, 404)
  const log = (await grace.get('/networks/carers/audit')).text
  assert.match(log, /A lead retired a short link/)
  assert.match(log, /A lead changed the name of a short link/)
})

test('small counts are withheld, others go up in fives and only by a whole step', async () => {
  const code = await codeOf('Canteen poster')
  const shown = async () => {
    await publishFigures(app)
    const row = (await grace.get(page)).text.split('Canteen poster</th>')[1]!.split('Change<')[0]!
    return [...row.matchAll(/data-label="(?:Opened|Joined)">([^<]+)/g)].map((match) => match[1])
  }
  await counts(code, '2026-11-01', 9, 0)
  assert.deepEqual(await shown(), ['Fewer than 10', 'Fewer than 10'])
  await counts(code, '2026-11-02', 4, 12)
  assert.deepEqual(await shown(), ['10', '10'])
  await counts(code, '2026-11-03', 4, 3)
  assert.deepEqual(await shown(), ['10', '10'], '17 and 15 are less than five more')
  await counts(code, '2026-11-04', 1, 2)
  assert.deepEqual(await shown(), ['15', '15'])
  await counts(code, '2026-11-05', 1, 1)
  assert.deepEqual(await shown(), ['15', '15'], '19 and 18 were not published')
})

test('a sensitive network counts in tens', async () => {
  const id = await stage(app, { slug: 'n-quiet', sensitive: true, leads: [cast.grace] })
  const code = await app.db.asSystem('set the stage for a test', (tx) =>
    placementFor(tx, id, 'launch', 'At the launch'),
  )
  await counts(code, '2026-11-01', 19, 9, id)
  await publishFigures(app)
  const text = (await grace.get('/networks/n-quiet/promote')).text
  assert.match(text, /data-label="Opened">10</)
  assert.match(text, /data-label="Joined">Fewer than 10</)
})

test('leads are told whom links work for, and what a poster would give away', async () => {
  const kinds: [string, object, RegExp][] = [
    ['n-hid', { findable: 'invited' }, /A poster would tell everyone who passes/],
    ['n-in', { findable: 'signed-in' }, /Others are asked to sign in, and learn nothing/],
    ['n-sen', { sensitive: true }, /leave its name out unless you choose otherwise/],
    ['n-new', { status: 'setting-up' }, /Links work from the day the network goes live/],
    ['n-rest', { status: 'dormant' }, /Nobody can join at the moment/],
  ]
  for (const [slug, more, words] of kinds) {
    await stage(app, { slug, leads: [cast.grace], ...more })
    assert.match((await grace.get(`/networks/${slug}/promote`)).text, words)
  }
  assert.doesNotMatch((await grace.get(page)).text, /govuk-inset-text/)
})

test('nobody prints an address that only one computer knows without being told', () => {
  const told = (baseUrl: string) =>
    cautions(
      { config: { ...app.config, baseUrl } },
      { status: 'live', findable: 'everyone', sensitive: false },
    )
  for (const here of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    assert.match(told(here)[0]!, /work on this computer only/)
  assert.deepEqual(told('https://networks.example'), [])
})

test('a link that another capability needs is made once, by whoever comes first', async () => {
  const viewer = await viewerFor(app, cast.grace)
  const make = () => app.db.as(viewer, (tx) => placementFor(tx, carers, 'launch', 'At the launch'))
  const codes = await Promise.all([make(), make(), make()])
  assert.equal(new Set(codes).size, 1)
})

test('someone follows a link and joins: opened, started and joined are counted for it', async () => {
  const code = await codeOf('Newsletter')
  const reader = client(app)
  const answer = await app.server.inject({
    url: `/go/${code}`,
    headers: { accept: 'text/html', 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/132.0' },
  })
  await reader.get(String(answer.headers.location))
  await fillIn(app, reader, cast.olu, ['carers'], { from: code, linked: 'carers' })
  const rows = await app.db.asSystem('look in a test', (tx) =>
    tx.rows(sql`select opened, started, joined from joining.source where code = ${code}`),
  )
  assert.deepEqual(rows, [{ opened: 1, started: 1, joined: 1 }])
})

test('a network has a hundred links at the most, in as many queries as with one', async () => {
  const before = app.db.statements.count
  await grace.get(page)
  const few = app.db.statements.count - before
  const left = 100 - (await app.db.asSystem('look', (tx) => placementsOf(tx, carers))).length
  for (let i = 0; i < left; i++)
    assert.equal((await grace.post(`${page}/new`, { other: `Place ${i}` })).status, 303)
  const full = await grace.post(`${page}/new`, { other: 'One more' })
  assert.match(full.text, /A network can have 100 links/)
  const then = app.db.statements.count
  assert.match((await grace.get(page)).text, /Place 42/)
  assert.equal(app.db.statements.count - then, few)
})
