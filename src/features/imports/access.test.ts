import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { stranger, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, outbox, signedIn } from '../../testing/client.ts'
import { stage, viewerFor } from '../../testing/networks.ts'
import { agree, bring, inviteAll, tableIn } from '../../testing/importing.ts'
import { imports } from './index.ts'

const app = await testApp()
const file = `Name,Email\nSam Secret,${cast.sam.email}\nMei Member,${cast.mei.email}\nRavi Requester,${cast.ravi.email}\n`
await stage(app, {
  slug: 'hidden',
  name: 'Unheard-of Network',
  findable: 'invited',
  joining: 'invitation',
  names: 'leads',
  sensitive: true,
  leads: [cast.grace],
  members: [cast.mei],
})
await stage(app, { slug: 'other', leads: [cast.carlos], members: [cast.mei] })
const grace = await signedIn(app, cast.grace)
const address = await bring(app, grace, 'hidden', file, 'Secret people.csv')
await agree(app, grace, address)

const pages = [
  '/networks/hidden/import',
  address,
  `${address}/columns`,
  `${address}/rows`,
  `${address}/check`,
  `${address}/not-taken.csv`,
]

test('only leads of the network see its lists', async () => {
  const table: [string, cast.CastMember, number][] = [
    ['a member', cast.mei, 403],
    ['a lead of another network', cast.carlos, 404],
    ['someone else', cast.olu, 404],
  ]
  for (const [who, person, status] of table) {
    const browser = await signedIn(app, person)
    for (const page of pages)
      assert.equal((await browser.get(page)).status, status, `${who}: ${page}`)
  }
  for (const page of pages)
    assert.match((await client(app).get(page)).location, /^\/sign-in\?next=/)
  assert.equal((await grace.get(`${address}/check`)).status, 200)
})

test('nobody else brings, changes or stops a list', async () => {
  for (const [person, status] of [
    [cast.mei, 403],
    [cast.carlos, 404],
    [cast.olu, 404],
  ] as const) {
    const browser = await signedIn(app, person)
    const upload = await browser.upload(
      '/networks/hidden/import',
      { field: 'list', name: 'a.csv', bytes: Buffer.from(file) },
      {},
      '/account',
    )
    assert.equal(upload.status, status)
    for (const page of ['columns', 'rows', 'check', 'cancellation'])
      assert.equal(
        (await browser.post(`${address}/${page}`, { choice: 'x' }, '/account')).status,
        status,
        page,
      )
  }
})

test('a list is not found under another network, even by the lead of both', async () => {
  await stage(app, { slug: 'second', leads: [cast.grace] })
  const both = await signedIn(app, cast.grace)
  assert.equal((await both.get(address.replace('hidden', 'second'))).status, 404)
  assert.equal((await both.get('/networks/hidden/import/not-an-id')).status, 404)
})

test('a forgotten where shows lists and their rows to nobody but the leads', async () => {
  const olu = await viewerFor(app, cast.olu)
  const seen = (viewer: Viewer) =>
    app.db.as(viewer, async (tx) => [
      (await tx.rows(sql`select * from imports.import`)).length,
      (await tx.rows(sql`select * from imports.line`)).length,
    ])
  assert.deepEqual(await seen(await viewerFor(app, cast.grace)), [1, 3])
  const others: [string, Viewer][] = [
    ['a member', await viewerFor(app, cast.mei)],
    ['another lead', await viewerFor(app, cast.carlos)],
    ['who is on the list', await viewerFor(app, cast.sam)],
    ['someone else', olu],
    ['an administrator', { ...olu, administrator: true }],
    ['a stranger', stranger],
  ]
  for (const [who, viewer] of others) assert.deepEqual(await seen(viewer), [0, 0], who)
})

test('the database holds nothing of a list that could be read without the key', async () => {
  const rows = await app.db.asSystem('look', (tx) =>
    tx.rows(
      sql`select i::text as text from imports.import i union all select l::text from imports.line l`,
    ),
  )
  const text = rows
    .map((row) =>
      Buffer.from(
        (row as { text: string }).text.replace(/\\\\x([0-9a-f]+)/g, (_, hex: string) =>
          Buffer.from(hex, 'hex').toString('latin1'),
        ),
      ).toString(),
    )
    .join('\n')
  assert.ok(text.length > 1000)
  assert.doesNotMatch(text, /secret|sam\.|requester|people\.csv/i)
})

test('leads of a sensitive network are not told who of a list is in it and who answered before', async () => {
  const check = await grace.get(`${address}/check`)
  assert.match(check.text, /we do not say who on the list is a member already/)
  assert.doesNotMatch(check.text, /asking to be|not asked again|asked before/)
  const before = (await outbox(app)).length
  const result = await inviteAll(app, grace, address)
  assert.deepEqual(tableIn(result.text, 'What became of every row'), [
    ['Invited', '3'],
    ['All rows of the list', '3'],
  ])
  const sent = (await outbox(app)).slice(0, -before || undefined)
  assert.equal(sent.length, 2)
  assert.doesNotMatch(JSON.stringify(sent), /Unheard-of/)
  assert.doesNotMatch((await grace.get(`${address}/not-taken.csv`)).text, /mei\.member/)
})

test('where nobody sees names, a list tells nothing of who is in the network', async () => {
  await stage(app, { slug: 'nameless', names: 'nobody', leads: [cast.grace], members: [cast.mei] })
  const lead = await signedIn(app, cast.grace)
  const list = await bring(app, lead, 'nameless', file)
  assert.match((await agree(app, lead, list)).text, /Invite 3 people/)
  assert.deepEqual(tableIn((await inviteAll(app, lead, list)).text, 'What became of every row'), [
    ['Invited', '3'],
    ['All rows of the list', '3'],
  ])
  const sent = (await outbox(app))
    .filter((email) => email.subject === 'An invitation from nameless')
    .map((email) => email.to.address)
  assert.deepEqual(sent.toSorted(), [cast.ravi.email, cast.sam.email])
})

test('Sam is shown what lists say of Sam, and nothing of it stays when Sam asks to be forgotten', async () => {
  const sam = await viewerFor(app, cast.sam)
  const held = () => app.db.as(sam, (tx) => imports.holds[0]!.export(tx, sam))
  assert.deepEqual(
    (await held()).map((row) => [row['name'], row['address']]),
    [
      ['Sam Secret', cast.sam.email],
      ['Sam Secret', cast.sam.email],
    ],
  )
  assert.doesNotMatch(JSON.stringify(await held()), /hidden|Unheard-of/)
  await app.db.asSystem('forget someone', (tx) => imports.holds[0]!.erase(tx, sam))
  assert.deepEqual(await held(), [])
  assert.equal(tableIn((await grace.get(address)).text, 'What became of every row').at(-1)![1], '3')
})
