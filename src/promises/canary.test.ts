import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { client, outbox, signedIn, type Client } from '../testing/client.ts'
import { crowd, propose, run } from '../testing/demand.ts'
import { stage } from '../testing/networks.ts'
import { firstAdministratorLink } from '../features/sign-in/index.ts'

/** Words that stand nowhere but in the hidden network. */
const canary = /zyxcanary|unmistakabella/i
const hidden = { name: 'Zyxcanary Network', slug: 'n-zyxcanary9' }
const unmistakable = { name: 'Unmistakabella Secret', email: cast.sam.email }

const app = await testApp()
const ada = client(app)
await ada.post(new URL((await firstAdministratorLink(app))!).pathname, {
  name: cast.ada.name,
  email: cast.ada.email,
})
const open = await stage(app, {
  name: 'Open Network',
  slug: 'open-network',
  leads: [cast.grace],
  members: [cast.mei],
})
const grace = await signedIn(app, cast.grace)
const mei = await signedIn(app, cast.mei)
const olu = await signedIn(app, cast.olu)
const outsiders: Record<string, Client> = {
  stranger: client(app),
  olu,
  'a member of another network': mei,
  'a lead of another network': grace,
  'an administrator': ada,
}

/** Follows every link from the start and from every route that needs no more than a known address; keeps what was read. */
async function crawl(browser: Client): Promise<Map<string, string>> {
  const fixed = app.features
    .flatMap((feature) => feature.routes ?? [])
    .filter((route) => route.method === 'GET')
    .map((route) => route.path.replace(':slug', 'open-network'))
  const searches = ['zyxcanary', 'network', 'purpose', 'unmistakabella'].flatMap((word) => [
    `/networks?q=${word}`,
    `/networks.json?q=${word}`,
    `/networks.atom?q=${word}`,
    `/join?search=${word}`,
  ])
  const waiting = [
    '/',
    ...fixed.filter((path) => !path.includes(':') && !path.includes('*')),
    ...searches,
    '/join?set=parts-of-open-network',
    '/networks?status=proposed',
  ]
  const read = new Map<string, string>()
  while (waiting.length > 0 && read.size < 400) {
    const path = waiting.pop()!
    if (
      read.has(path) ||
      /^\/(sign-out|assets|admin\/outbox|admin\/health|admin\/audit|metrics|account\/(log|sessions|data)|networks\/open-network\/(audit|members\.csv))/.test(
        path,
      )
    )
      continue
    const answer = await browser.get(path)
    read.set(path, `${answer.status} ${answer.location}\n${plain(answer.text)}`)
    for (const match of answer.text.matchAll(/(?:href|src)="(\/[^"#]*)/g))
      waiting.push(match[1]!.replaceAll('&amp;', '&'))
  }
  return read
}

/** Without what differs at every look: tokens and drafts. */
const plain = (text: string) =>
  text.replaceAll(/name="token" value="[^"]*"/g, '').replaceAll(/\/assets\/[\w.-]+/g, '')

const before = new Map<string, Map<string, string>>()
for (const browser of Object.values(outsiders)) await crawl(browser) // shows what is shown only once, and is written down
for (const [name, browser] of Object.entries(outsiders)) before.set(name, await crawl(browser))
const emailsBefore = (await outbox(app)).length

const secret = await stage(app, {
  ...hidden,
  findable: 'invited',
  names: 'leads',
  sensitive: true,
  leads: [unmistakable],
})
await app.db.asSystem('put the canary under an open umbrella', (tx) =>
  tx.run(
    sql`update networks.network set parent_id = ${open}, kind = 'sub-network' where id = ${secret}`,
  ),
)
const idea = await propose(app, 'n-zyxcanary8', [unmistakable], {
  name: 'Zyxcanary Idea',
  findable: 'invited',
})
await crowd(app, idea, 40)
for (const job of ['demand.count', 'demand.remind', 'demand.figures']) await run(app, job)
const sam = await signedIn(app, unmistakable)
app.clock.advance(60)

test('the canary could be seen: its own member finds its name at home and on its page', async () => {
  assert.match((await sam.get('/home')).text, canary)
  assert.match((await sam.get(`/networks/${hidden.slug}`)).text, canary)
  assert.match((await sam.get('/networks?q=zyxcanary')).text, /Zyxcanary Network/)
  assert.match((await sam.get('/networks?status=proposed')).text, /Zyxcanary Idea/)
})

for (const [name, browser] of Object.entries(outsiders)) {
  test(`${name} finds no trace of it, and no changed number, anywhere`, async () => {
    const after = await crawl(browser)
    assert.ok(after.size > 20, `only ${after.size} pages were read`)
    for (const [path, text] of after) {
      const known = before.get(name)!.get(path)
      if (!/(search|q)(=|%3D)/.test(path)) assert.equal(canary.test(text), false, path)
      assert.equal(text, known, path)
    }
  })
}

test('asked for by address, it answers as one that does not exist: same status, same bytes, same work', async () => {
  const paths = app.features
    .flatMap((feature) => feature.routes ?? [])
    .filter((route) => route.path.includes('/networks/:slug'))
  assert.ok(paths.length > 20)
  for (const [name, browser] of Object.entries(outsiders)) {
    for (const route of paths) {
      const ask = async (slug: string) => {
        const path = route.path
          .replace(':slug', slug)
          .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000')
        browser.cookies.delete('notice')
        const began = app.db.statements.count
        const answer =
          route.method === 'GET'
            ? await browser.get(path)
            : await browser.post(path, {}, '/sign-in/ask')
        return [
          answer.status,
          plain(answer.text).replaceAll(slug, ''),
          answer.location.replaceAll(slug, ''),
          app.db.statements.count - began,
        ]
      }
      assert.deepEqual(
        await ask(hidden.slug),
        await ask('n-nonesuch99'),
        `${name}: ${route.method} ${route.path}`,
      )
    }
  }
})

test('joining it by its address is ignored, like any address that is none', async () => {
  const ask = async (slug: string) =>
    plain((await client(app).get(`/join?network=${slug}`)).text).replaceAll(slug, '')
  assert.equal(await ask(hidden.slug), await ask('n-nonesuch99'))
})

test('no email to anyone outside names it', async () => {
  const emails = await outbox(app)
  assert.ok(emails.length >= emailsBefore)
  for (const email of emails)
    if (email.to.address !== cast.sam.email) assert.equal(canary.test(JSON.stringify(email)), false)
})

test('its rows are not there for outsiders, in any table', async () => {
  const { rows } = await app.db.engine.root(
    "select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'network_id' order by 1",
  )
  let there = 0
  for (const { name } of rows as { name: string }[]) {
    const all = await app.db.asSystem('show that there are rows in a test', (tx) =>
      tx.rows(sql`select 1 from ${sql.raw(name)} where network_id in (${secret}, ${idea})`),
    )
    there += all.length
    const seen = await app.db.as({ kind: 'stranger' }, (tx) =>
      tx.rows(sql`select 1 from ${sql.raw(name)} where network_id in (${secret}, ${idea})`),
    )
    assert.equal(seen.length, 0, name)
  }
  assert.ok(there > 3)
})
