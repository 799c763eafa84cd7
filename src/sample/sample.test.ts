import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { ConfigError } from '#kernel/config.ts'
import { cast, fillSample, refuseSample, signInAddresses } from '../sample.ts'
import { testApp } from '../testing/app.ts'
import { client, signedIn } from '../testing/client.ts'
import { employers } from './employers.ts'
import { sampleNetworks } from './networks.ts'
import { ideas } from './proposing.ts'

const app = await testApp()
await fillSample(app, { scale: 0.05 })

type Row = { slug: string; name: string; status: string; findable: string; count: number }
const networks = await app.db.asSystem('look at the sample in a test', (tx) =>
  tx.rows<Row>(sql`
    select slug, name, status, findable, (select count(*)::int from members.membership m where m.network_id = n.id) as count
    from networks.network n`),
)
const count = async (query: ReturnType<typeof sql>) => {
  const row = await app.db.asSystem('count the sample in a test', (tx) =>
    tx.row<{ count: number }>(sql`select count(*)::int as count from ${query}`),
  )
  return row!.count
}
const slugOf = (name: string) => networks.find((network) => network.name === name)!.slug

test('there are networks of every type, status and privacy, with hubs under an umbrella', async () => {
  assert.equal(networks.length, sampleNetworks.length + ideas.length)
  for (const [column, kinds] of [
    ['type', 4],
    ['status', 5],
    ['findable', 4],
    ['joining', 3],
    ['names', 3],
    ['kind', 3],
  ] as const) {
    assert.equal(
      await count(sql`(select distinct ${sql.ref(column)} from networks.network) d`),
      kinds,
    )
  }
  const hubs = sql`networks.network h join networks.network u on u.id = h.parent_id where h.kind = 'regional-hub'`
  assert.equal(await count(hubs), 4)
})

test('the employers are all on the first list, and nobody shares an address', async () => {
  const names = employers.map((employer) => employer.name)
  assert.equal(names.length, 60)
  assert.equal(await count(sql`organisations.organisation where name = any (${names}::text[])`), 60)
  assert.equal(await count(sql`(select distinct email_tag from people.person) p`), 150)
})

test('what waits, what was decided and what ends soon is there', async () => {
  const found = await Promise.all([
    count(sql`members.membership where status = 'requested'`),
    count(sql`members.membership where category = 'ally' and status = 'active'`),
    count(sql`members.membership where category = 'ally' and status = 'waiting'`),
    count(sql`members.appointment where ended_on is null and ends_on < ${app.clock()}::date + 30`),
    count(sql`members.answer`),
    count(sql`invitations.invitation where status = 'waiting'`),
    count(sql`governance.sponsor where status = 'accepted'`),
    count(sql`governance.sponsor where status = 'invited'`),
    count(sql`governance.charter where adopted_on is not null`),
    count(sql`governance.goal`),
    count(sql`imports.import where state = 'finished'`),
    count(sql`networks.figure where members is not null`),
    count(sql`welcome.letter`),
    count(sql`launch.item`),
    count(sql`launch.card where ended_on is null`),
    count(sql`launch.figure`),
    count(sql`introductions.introduction where agreed_on is not null`),
    count(sql`people.administrator`),
    count(sql`joining.set_network`),
    count(sql`demand.progress where people is not null`),
    count(sql`demand.proposal where reached_on is not null`),
    count(sql`promotion.placement`),
    count(sql`promotion.figure where measure = 'joined'`),
  ])
  assert.ok(
    found.every((each) => each > 0),
    found.join(' '),
  )
})

test('people came over months, none of them tomorrow', async () => {
  const days = sql`(select distinct joined_on from members.membership) d`
  assert.ok((await count(days)) > 150)
  assert.equal(await count(sql`members.membership where joined_on > ${app.clock()}::date`), 0)
})

test('strangers see every network that everyone may find, and no other', async () => {
  const stranger = client(app)
  for (const { slug, status, findable } of networks) {
    const seen = findable === 'everyone' && status !== 'setting-up'
    assert.equal((await stranger.get(`/networks/${slug}`)).status, seen ? 200 : 404, slug)
  }
  const listed = (await stranger.get('/networks.json')).text
  assert.doesNotMatch(listed, /Quiet Room|Estates and Facilities|Menopause|Chiefs of Staff/)
})

test('each of the cast sees the networks that they are in, and all their pages answer', async () => {
  const [grace, sam, sofia, lena] = await Promise.all(
    [cast.grace, cast.sam, cast.sofia, cast.lena].map((who) => signedIn(app, who)),
  )
  const seen = [
    [sam, 'The Quiet Room', 200],
    [grace, 'The Quiet Room', 404],
    [grace, 'Estates and Facilities Exchange', 200],
    [sam, 'Chiefs of Staff Circle', 200],
    [sofia, 'Menopause at Work Network', 200],
    [lena, 'Menopause at Work Network', 404],
  ] as const
  for (const [who, name, status] of seen) {
    assert.equal((await who!.get(`/networks/${slugOf(name)}`)).status, status, name)
  }
  for (const page of [
    '',
    '/members',
    '/roles',
    '/goals',
    '/charter',
    '/setup',
    '/import',
    '/promote',
  ]) {
    assert.equal((await grace!.get(`/networks/carers-network${page}`)).status, 200, page)
  }
})

test('a second start leaves the sample as it is; a start without it is refused', async () => {
  const before = await count(sql`members.membership`)
  await fillSample(app, { scale: 0.05 })
  assert.equal(await count(sql`members.membership`), before)
  await assert.rejects(refuseSample(app), ConfigError)
})

test('the sample stays out of a database with people, and of one that sends emails', async () => {
  await app.db.asSystem('test', (tx) =>
    tx.run(sql`delete from kernel.setting where name = 'sample'`),
  )
  await assert.rejects(fillSample(app), ConfigError)
  const sends = {
    ...app,
    config: { ...app.config, mail: { via: 'smtp' as const, from: '', rate: 1 } },
  }
  await assert.rejects(fillSample(sends), ConfigError)
})

test('when it stops half-way, nothing of it stays', async () => {
  const other = await testApp()
  const stops = (done: number) => {
    if (done === 3) throw new Error('stopped')
  }
  await assert.rejects(fillSample(other, { scale: 0.05, say: stops }), /stopped/)
  const left = await other.db.asSystem('look in a test', (tx) =>
    tx.row<{ people: number; networks: number }>(sql`
      select (select count(*)::int from people.person) as people, (select count(*)::int from networks.network) as networks`),
  )
  assert.deepEqual(left, { people: 0, networks: 0 })
})

test('of the sample everyone reads the outbox; otherwise there is no such page', async () => {
  const stranger = client(app)
  assert.equal((await stranger.get('/outbox')).status, 404)
  Object.assign(app, { config: { ...app.config, demo: true } })
  await stranger.post('/sign-in', { email: cast.olu.email })
  const outbox = await stranger.get('/outbox')
  assert.match(outbox.text, /olu\.outsider@gchq\.gov\.uk/)
  assert.match((await stranger.get('/networks')).text, /href="\/outbox"/)
})

test('whoever starts it is told whom to sign in as', () => {
  const told = signInAddresses('http://localhost:3000')
  for (const { email } of Object.values(cast)) assert.ok(told.includes(email))
})
