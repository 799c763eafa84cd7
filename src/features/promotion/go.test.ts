import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { stage, viewerFor } from '../../testing/networks.ts'
import { findPlacement, makePlacements, placementsOf, retirePlacement } from './placements.ts'

const app = await testApp()
const browser = {
  accept: 'text/html,application/xhtml+xml',
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1',
}
let machine = 0

/** Someone opens a link, from a machine of their own unless one is given. */
const opens = (
  path: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' = 'GET',
) =>
  app.server.inject({
    method,
    url: path,
    headers: { ...browser, 'x-forwarded-for': `192.0.2.${++machine % 250}`, ...headers },
  })

/** A network with links for places. Out: its id, and the codes. */
async function linked(slug: string, places: string[], more: object = {}) {
  const id = await stage(app, { slug, leads: [cast.grace], ...more })
  const codes = await app.db.asSystem('set the stage for a test', async (tx) => {
    await makePlacements(tx, id, places)
    const made = await placementsOf(tx, id)
    return places.map((name) => made.find((each) => each.name === name)!.code)
  })
  return { id, codes }
}

const counted = async (network: string) =>
  (
    await app.db.asSystem('look in a test', (tx) =>
      tx.rows<{ code: string; opened: number }>(
        sql`select code, sum(opened)::int as opened from joining.source where network_id = ${network} group by code order by code`,
      ),
    )
  ).map(({ opened }) => opened)

test('a short link leads to where its network is joined, and counts the day and the link alone', async () => {
  const { id, codes } = await linked('carers', ['Canteen poster'])
  const answer = await opens(`/go/${codes[0]}`)
  assert.equal(answer.statusCode, 302)
  assert.equal(answer.headers.location, `/join?network=carers&from=${codes[0]}`)
  assert.equal(answer.headers['set-cookie'], undefined)
  const rows = await app.db.asSystem('look in a test', (tx) =>
    tx.rows(sql`select * from joining.source where network_id = ${id}`),
  )
  assert.deepEqual(rows, [
    { network_id: id, code: codes[0], day: '2026-11-21', started: 0, joined: 0, opened: 1 },
  ])
})

test('a code is read as people type it: capitals, spaces and hyphens do not matter', async () => {
  const { codes } = await linked('typed', ['Notice board'])
  const [code] = codes as [string]
  for (const typed of [code.toUpperCase(), `${code.slice(0, 4)}-${code.slice(4)}`, `${code}/`])
    assert.match(String((await opens(`/go/${typed}`)).headers.location), /network=typed/)
})

test('what asks ahead, looks only at the head, or says that it is a program, is not counted', async () => {
  const { id, codes } = await linked('quiet', ['Newsletter'])
  const path = `/go/${codes[0]}`
  const asking: Record<string, string>[] = [
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'sec-fetch-mode': 'no-cors' },
    { accept: '*/*' },
    { 'user-agent': '' },
    { 'user-agent': 'Mozilla/5.0 (compatible; Slackbot-LinkExpanding 1.0)' },
    { 'user-agent': 'Mozilla/5.0 Windows NT 10.0 BingPreview/1.0b SkypeUriPreview' },
  ]
  for (const headers of asking) assert.equal((await opens(path, headers)).statusCode, 302)
  assert.equal((await opens(path, {}, 'HEAD')).statusCode, 302)
  assert.deepEqual(await counted(id), [])
  await opens(path)
  assert.deepEqual(await counted(id), [1])
})

test('a mail scanner that opens several links, or one again and again, leaves no count behind', async () => {
  const { id, codes } = await linked('scanned', ['A', 'B'])
  const scanner = { 'x-forwarded-for': '198.51.100.7' }
  for (const code of codes) await opens(`/go/${code}`, scanner)
  assert.deepEqual(await counted(id), [0])
  app.clock.advance(90)
  for (let i = 0; i < 20; i++) await opens(`/go/${codes[0]}`, scanner)
  assert.deepEqual(await counted(id), [0])
  // People from other machines count meanwhile, and so does that one when it comes back like a person.
  await opens(`/go/${codes[0]}`)
  app.clock.advance(90)
  await opens(`/go/${codes[0]}`, scanner)
  assert.deepEqual(await counted(id), [2])
})

test('a link leads nowhere but to its network, whatever is put into its address', async () => {
  const { codes } = await linked('own', ['Screens'])
  for (const more of [
    '?network=evil',
    '?next=https://evil.example',
    '?from=//evil.example',
    '?redirect=//evil.example',
  ])
    assert.equal(
      (await opens(`/go/${codes[0]}${more}`)).headers.location,
      `/join?network=own&from=${codes[0]}`,
    )
  for (const path of [
    '/go//evil.example',
    '/go/https:%2F%2Fevil.example',
    '/go/%2F%2Fevil.example',
    '/go/%5Cevil.example',
    `/go/${codes[0]}%0d%0aLocation:%20https:%2F%2Fevil.example`,
    `/go/${codes[0]}@evil.example`,
    '/go/..%2F..%2Fadmin',
  ]) {
    const answer = await opens(path)
    assert.deepEqual([path, answer.statusCode, answer.headers.location], [path, 404, undefined])
  }
})

test('unknown, retired and others’ codes are one page, for the same work', async () => {
  const hidden = await linked('n-hidden', ['Poster'], { findable: 'invited', members: [cast.mei] })
  const inside = await linked('inside', ['Poster'], { findable: 'signed-in' })
  const retired = await linked('retired', ['Poster'])
  await app.db.as(await viewerFor(app, cast.grace), async (tx) =>
    retirePlacement(tx, (await findPlacement(tx, retired.id, retired.codes[0]!))!),
  )
  const look = async (who: ReturnType<typeof client>, code: string) => {
    const before = app.db.statements.count
    const page = await who.get(`/go/${code}`)
    return [page.status, page.text.replaceAll(code, ''), app.db.statements.count - before]
  }
  for (const who of [client(app), await signedIn(app, cast.olu)]) {
    await who.get('/go/ccccccc')
    const none = await look(who, 'ccccccc')
    assert.equal(none[0], 404)
    for (const code of [hidden.codes[0]!, retired.codes[0]!])
      assert.deepEqual(await look(who, code), none)
  }
  assert.deepEqual(await look(client(app), inside.codes[0]!), await look(client(app), 'ddddddd'))
  // They lead somewhere for those whom they are for.
  const mei = await signedIn(app, cast.mei)
  assert.match((await mei.get(`/go/${hidden.codes[0]}`)).location, /network=n-hidden/)
  assert.match((await mei.get(`/go/${inside.codes[0]}`)).location, /network=inside/)
})

test('nobody who is turned away is counted', async () => {
  const { id, codes } = await linked('n-away', ['Poster'], { findable: 'invited' })
  await opens(`/go/${codes[0]}`)
  assert.deepEqual(await counted(id), [])
})
