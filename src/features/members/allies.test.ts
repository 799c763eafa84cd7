import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { drain, enqueue } from '#kernel/jobs.ts'
import { stranger, type Id } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { outbox } from '../../testing/client.ts'
import { crowd, join, limitAllies, stage, viewerFor } from '../../testing/networks.ts'
import {
  allyPlaces,
  approve,
  changeCategory,
  chooseCategory,
  leaveNetwork,
  makeRoomForAllies,
  myMembership,
  myPlace,
  waitingAllies,
} from './index.ts'

const app = await testApp()

test('allies come in while there is room; then they wait in the order in which they came', async () => {
  const network = await full('order')
  assert.deepEqual(await inLine(network), ['Alan Ally', 'Ravi Requester', 'Olu Outsider'])
  const seen = await Promise.all(
    [cast.alan, cast.ravi, cast.olu, cast.mei].map(async (who) =>
      app.db.as(await viewerFor(app, who), (tx) => myPlace(tx, network)),
    ),
  )
  assert.deepEqual(seen, [1, 2, 3, undefined])
})

test('when an ally leaves the first in line is let in, once, and told; the others move up', async () => {
  const network = await full('leaves')
  await leaves(network, first('leaves'))
  await drain(app)
  assert.deepEqual(await inLine(network), ['Ravi Requester', 'Olu Outsider'])
  await app.db.asSystem('ask twice in a test', (tx) => makeRoomForAllies(tx, network))
  const told = (await outbox(app)).filter(({ subject }) => subject === 'You have a place in leaves')
  assert.deepEqual(
    told.map(({ to }) => to.address),
    [cast.alan.email],
  )
  assert.deepEqual(await counted(network), { core: 6, allies: 1, waiting: 2 })
})

test('whoever gives up their place is skipped, and is not written to', async () => {
  const network = await full('gives-up')
  await leaves(network, cast.alan)
  await leaves(network, first('gives-up'))
  await drain(app)
  assert.deepEqual(await inLine(network), ['Olu Outsider'])
  const told = (await outbox(app)).filter(
    ({ subject }) => subject === 'You have a place in gives-up',
  )
  assert.deepEqual(
    told.map(({ to }) => to.address),
    [cast.ravi.email],
  )
})

test('a seventh member makes no room for a second ally, a twelfth does', async () => {
  const network = await full('members-come')
  const more = crowd('more', 6)
  await join(app, network, more[0]!)
  await drain(app)
  assert.equal((await places(network)).waiting, 3)
  for (const who of more.slice(1)) await join(app, network, who)
  await drain(app)
  assert.deepEqual(await counted(network), { core: 12, allies: 2, waiting: 2 })
})

test('a charter that raises the cap lets in as many as there is room for; one without a cap, everyone', async () => {
  const network = await full('raised')
  await limitAllies(app, network, 30)
  await app.db.asSystem('adopt in a test', (tx) => makeRoomForAllies(tx, network))
  await drain(app)
  assert.deepEqual(await counted(network), { core: 6, allies: 2, waiting: 2 })
  await limitAllies(app, network, null)
  await app.db.asSystem('adopt in a test', (tx) => makeRoomForAllies(tx, network))
  await drain(app)
  assert.deepEqual(await counted(network), { core: 6, allies: 4, waiting: 0 })
})

test('a lead’s yes gives an ally a place in line where there is no room, and says so', async () => {
  const network = await full('approved', [cast.grace])
  const asked = await join(app, network, cast.sam, { category: 'ally', status: 'requested' })
  const grace = await viewerFor(app, cast.grace)
  const letter = (subject: string) => () => ({ subject, blocks: [] })
  const outcome = await app.db.as(grace, (tx) =>
    approve(tx, {
      network,
      membership: asked,
      actor: grace.memberships.at(-1)!,
      letters: { active: letter('in'), waiting: (place) => letter(`place ${place}`) },
    }),
  )
  assert.equal(outcome, 'waiting')
  assert.equal((await outbox(app))[0]!.subject, 'place 4')
})

test('a lead cannot pass by the line, nor move anyone in it, not even with a query of their own', async () => {
  const network = await full('by-hand', [cast.grace])
  const grace = await viewerFor(app, cast.grace)
  await app.db.as(grace, async (tx) => {
    await tx.run(
      sql`update members.membership set status = 'active' where network_id = ${network} and place > 1`,
    )
    await tx.run(
      sql`update members.membership set place = 9 where network_id = ${network} and place = 1`,
    )
  })
  assert.deepEqual(await inLine(network), ['Alan Ally', 'Ravi Requester', 'Olu Outsider'])
  assert.equal((await places(network)).allies, 1)
})

test('a member becomes an ally above the cap and stays; only new allies wait', async () => {
  const network = await full('over', [cast.grace])
  const mei = await viewerFor(app, cast.mei)
  const mine = await membershipIn(network, cast.mei)
  assert.ok(await app.db.as(mei, (tx) => chooseCategory(tx, network, mine, 'ally')))
  await drain(app)
  assert.deepEqual(await counted(network), { core: 5, allies: 2, waiting: 3 })
  // And back, which frees no more than they took.
  assert.ok(await app.db.as(mei, (tx) => chooseCategory(tx, network, mine, 'member')))
  await drain(app)
  assert.deepEqual(await counted(network), { core: 6, allies: 1, waiting: 3 })
})

test('an ally whom a lead makes a member frees a place', async () => {
  const network = await full('made-member', [cast.grace])
  const grace = await viewerFor(app, cast.grace)
  const membership = await membershipIn(network, first('made-member'))
  await app.db.as(grace, (tx) =>
    changeCategory(tx, {
      network,
      membership,
      actor: grace.memberships.at(-1)!,
      category: 'member',
      letter: () => ({ subject: 'Changed', blocks: [] }),
    }),
  )
  await drain(app)
  assert.deepEqual(await inLine(network), ['Ravi Requester', 'Olu Outsider'])
})

test('members who leave expel no ally, and while a network rests nobody is let in', async () => {
  const network = await full('falls')
  for (const who of crowd('falls', 6).slice(1)) await leaves(network, who)
  assert.equal((await places(network)).allies, 1)
  await app.db.asSystem('rest in a test', (tx) =>
    tx.run(sql`update networks.network set status = 'dormant' where id = ${network}`),
  )
  await limitAllies(app, network, null)
  await app.db.asSystem('adopt in a test', (tx) => makeRoomForAllies(tx, network))
  await drain(app)
  assert.equal((await places(network)).waiting, 3)
})

test('of those who wait leads see all, each their own, and nobody else anyone', async () => {
  const network = await full('seen', [cast.grace])
  const all = await inLine(network)
  const seen = {
    [cast.grace.name]: all.length,
    [cast.ravi.name]: 1,
    [cast.mei.name]: 0,
    [cast.sam.name]: 0,
  }
  for (const who of [cast.grace, cast.ravi, cast.mei, cast.sam]) {
    await app.db.as(await viewerFor(app, who), async (tx) => {
      assert.equal((await waitingAllies(tx, network)).allies.length, seen[who.name], who.name)
      if (who === cast.grace) return
      assert.equal((await allyPlaces(tx, network)).waiting, seen[who.name], who.name)
    })
  }
  const { place, count } = await app.db.as(stranger, async (tx) => ({
    place: await myPlace(tx, network),
    count: (await waitingAllies(tx, network)).allies.length,
  }))
  assert.deepEqual([place, count], [undefined, 0])
})

test('when a letter cannot be written nobody is let in without knowing; the next look lets them in', async () => {
  const network = await full('letter')
  const fails = { letIn: () => Promise.reject(new Error('No letter')) }
  const broken = {
    ...app,
    features: [...app.features, { ...app.features[0]!, moments: fails, jobs: [] }],
  }
  await leaves(network, first('letter'))
  await assert.rejects(drain(broken), /No letter/)
  assert.deepEqual(await counted(network), { core: 6, allies: 0, waiting: 3 })
  await app.db.asSystem('ask in a test', (tx) => enqueue(tx, 'members.look-at-waiting-lists'))
  await drain(app)
  assert.deepEqual(await counted(network), { core: 6, allies: 1, waiting: 2 })
})

test('a network without a cap does as much as before for a member who joins, and locks nothing', async () => {
  const network = await stage(app, { slug: 'free', members: [cast.mei] })
  await app.db.asSystem('look in a test', async (tx) => {
    await tx.run(sql`
      insert into members.membership (id, network_id, category, status, joined_on) values (${crypto.randomUUID()}, ${network}, 'ally', 'active', '2026-11-21')`)
    const held = await tx.row(
      sql`select count(*)::int as locks from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
    )
    assert.deepEqual(held, { locks: 0 })
  })
})

/** Six members and an ally, which is all there is room for at 15 in a hundred; Alan, Ravi and Olu wait. */
async function full(slug: string, leads: readonly cast.CastMember[] = []): Promise<Id> {
  const members = [...leads, cast.mei, ...crowd(slug, 6)].slice(0, 6)
  const network = await stage(app, {
    slug,
    leads: members.slice(0, leads.length),
    members: members.slice(leads.length),
  })
  await limitAllies(app, network, 15)
  for (const who of [first(slug), cast.alan, cast.ravi, cast.olu])
    await join(app, network, who, { category: 'ally' })
  return network
}

const first = (slug: string): cast.CastMember => ({
  name: 'First Ally',
  email: `first.ally.${slug}@dwp.gov.uk`,
})

const places = (network: Id) => app.db.asSystem('look in a test', (tx) => allyPlaces(tx, network))

async function counted(network: Id) {
  const { core, allies, waiting } = await places(network)
  return { core, allies, waiting }
}

async function leaves(network: Id, who: cast.CastMember): Promise<void> {
  const me = await viewerFor(app, who)
  await app.db.as(me, (tx) => leaveNetwork(tx, network, me))
}

async function membershipIn(network: Id, who: cast.CastMember): Promise<Id> {
  const me = await viewerFor(app, who)
  return (await app.db.as(me, (tx) => myMembership(tx, network)))!.id
}

async function inLine(network: Id): Promise<string[]> {
  const { allies } = await app.db.asSystem('look in a test', (tx) => waitingAllies(tx, network))
  return allies.map(({ card }) => card!.name)
}
