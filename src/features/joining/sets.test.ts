import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { firstAdministratorLink } from '#features/sign-in/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { fillIn, statusIn } from '../../testing/joining.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
const ada = client(app)
await ada.post(new URL((await firstAdministratorLink(app))!).pathname, {
  name: cast.ada.name,
  email: cast.ada.email,
})
const carers = await stage(app, { slug: 'carers', name: 'Carers', leads: [cast.grace] })
await stage(app, { slug: 'parents', name: 'Parents' })
await stage(app, { slug: 'zebras', name: 'Zebras' })
const hidden = await stage(app, {
  slug: 'n-hidden',
  name: 'Hiddenword',
  findable: 'invited',
  leads: [cast.carlos],
})
const north = await stage(app, { slug: 'north', name: 'Carers North' })
await under(carers, [north, hidden])
const grace = await signedIn(app, cast.grace)

async function under(umbrella: string, parts: string[]): Promise<void> {
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(
      sql`update networks.network set parent_id = ${umbrella}, kind = 'sub-network' where id = any (${parts}::uuid[])`,
    ),
  )
}

const put = (set: string, networks: string[]) =>
  app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`
      insert into joining.set_network (set_id, network_id, position)
      select s.id, n, i from joining.network_set s, unnest(${networks}::uuid[]) with ordinality as given (n, i) where s.slug = ${set}
      on conflict do nothing`),
  )

/** Ada makes a set. Out: the end of its address. */
async function made(title: string, networks: string): Promise<string> {
  const page = await ada.submit('/admin/sets/new', {
    title,
    organisation: 'Department for Work and Pensions',
    networks,
  })
  const slug = /join\?set=([\w-]+)/.exec(page.text)?.[1]
  assert.ok(slug, page.text)
  return slug
}

/** The networks that a page offers, in its order; those that are ticked with a star. */
const boxes = (text: string) =>
  [...text.matchAll(/<input[^>]*type="checkbox" value="([^"]+)"( checked)?/g)].map(
    (box) => `${box[1]}${box[2] ? '*' : ''}`,
  )
const plain = (text: string) => text.replaceAll(/name="token" value="[^"]*"/g, '')

test('Ada makes a set: its networks come first in her order, nothing is ticked, the rest is behind a search', async () => {
  const slug = await made(
    'Networks at work',
    'Parents\nhttps://here.example/networks/carers\nParents',
  )
  assert.equal(slug, 'networks-at-work')
  const page = (await client(app).get(`/join?set=${slug}`)).text
  assert.match(page, /<h1[^>]*>Networks at work<\/h1>/)
  assert.match(page, /Department for Work and Pensions/)
  assert.deepEqual(boxes(page), ['parents', 'carers'])
  assert.match(page, /Search for a network/)
})

test('Mei searches beside a set and keeps what she ticked; with a word of where she saw it, she joins both', async () => {
  const slug = await made('For new staff', 'Parents')
  const mei = client(app)
  const at = `/join?set=${slug}&from=intranet`
  const from = { set: slug, from: 'intranet', linked: ['parents'] }
  const found = await mei.submit(
    '/join',
    { network: ['parents'], search: 'zebra', show: 'search', ...from },
    at,
  )
  assert.match(found.text, /<h1[^>]*>For new staff<\/h1>/)
  assert.deepEqual(boxes(found.text), ['parents*', 'zebras'])
  await fillIn(app, mei, cast.mei, ['parents', 'zebras'], from)
  const parents = await app.db.asSystem('look in a test', (tx) =>
    tx.rows<{ slug: string; joined: number }>(
      sql`select n.slug, s.joined from joining.source s join networks.network n on n.id = s.network_id where code = 'intranet'`,
    ),
  )
  // A code of a set's link is the business of its networks, and of no others.
  assert.deepEqual(parents, [{ slug: 'parents', joined: 1 }])
})

test('Grace’s umbrella has a set for nothing, made of what each reader may know of', async () => {
  const stranger = (await client(app).get('/join?set=parts-of-carers')).text
  assert.deepEqual(boxes(stranger), ['carers', 'north'])
  assert.match(stranger, /<h1[^>]*>Carers and its networks<\/h1>/)
  assert.doesNotMatch(stranger, /Hiddenword|n-hidden/)
  const member = (await grace.get('/join?set=parts-of-carers')).text
  assert.deepEqual(boxes(member), ['north'])
  assert.match(member, /You are in Carers already/)
  assert.match((await grace.get('/networks/carers/promote')).text, /networks\/carers\/join-link/)
  const link = (await grace.get('/networks/carers/join-link')).text
  assert.match(link, /join\?set=parts-of-carers/)
  assert.match(link, /&lt;p&gt;&lt;a href=&quot;/)
})

test('a set of hidden networks looks and costs exactly like none, and a closed network drops out', async () => {
  const only = await made('Secret club', 'Zebras')
  await put(only, [hidden])
  await app.db.asSystem('close one in a test', (tx) =>
    tx.run(sql`update networks.network set status = 'closed' where slug = 'zebras'`),
  )
  const ask = async (slug: string) => {
    const began = app.db.statements.count
    const page = plain((await client(app).get(`/join?set=${slug}`)).text).replaceAll(slug, '')
    return [page, app.db.statements.count - began]
  }
  const none = await ask('no-such-set')
  assert.match(String(none[0]), /leads to a list of networks that is not there/)
  assert.deepEqual(await ask(only), none)
  assert.deepEqual(await ask('parts-of-n-hidden'), none)
  const carlos = await signedIn(app, cast.carlos)
  assert.match((await carlos.get(`/join?set=${only}`)).text, /Secret club/)
})

test('what is wrong with a set is said beside the field, and what was typed stays', async () => {
  const answer = await ada.post('/admin/sets/new', {
    title: '',
    organisation: 'Nowhere at all',
    networks: 'Nonesuch <b>',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Enter a title/)
  assert.match(answer.text, /Nonesuch &lt;b&gt;/)
  const again = await ada.post('/admin/sets/new', {
    title: 'Good',
    organisation: 'Nowhere at all',
    networks: 'Hiddenword',
  })
  assert.match(again.text, /We do not know an organisation called Nowhere at all/)
  assert.match(again.text, /We know no network called Hiddenword that is open/)
  const long = { title: 'Good', organisation: 'HM Treasury', networks: 'x\n'.repeat(30_000) }
  assert.match((await ada.post('/admin/sets/new', long)).text, /20000 characters or fewer/)
})

test('an administrator’s change keeps what they may not know of; a deleted set leads to the form for all', async () => {
  const slug = await made('Kept', 'Parents')
  await put(slug, [hidden])
  const id = /\/admin\/sets\/([0-9a-f-]{36})">Kept</.exec((await ada.get('/admin/sets')).text)![1]!
  const page = await ada.get(`/admin/sets/${id}`)
  assert.doesNotMatch(page.text, /Hiddenword/)
  await ada.post(`/admin/sets/${id}`, {
    title: 'Kept well',
    organisation: 'HM Treasury',
    networks: 'Carers\nParents',
  })
  assert.deepEqual(boxes((await client(app).get(`/join?set=${slug}`)).text), ['carers', 'parents'])
  const carlos = await signedIn(app, cast.carlos)
  assert.match((await carlos.get(`/join?set=${slug}`)).text, /You are in Hiddenword already/)
  assert.match((await ada.submit(`/admin/sets/${id}/deletion`)).text, /Kept well is deleted/)
  assert.match((await client(app).get(`/join?set=${slug}`)).text, /is not there any more/)
})

test('sets are the administrators’ business: leads and strangers change none', async () => {
  assert.equal((await grace.get('/admin/sets')).status, 403)
  assert.equal((await grace.post('/admin/sets/new', { title: 'Mine' }, '/home')).status, 403)
  assert.equal((await client(app).get('/admin/sets')).status, 303)
  assert.equal((await ada.get('/admin/sets/nonsense')).status, 404)
  assert.equal(await statusIn(app, carers, cast.grace), 'active')
})
