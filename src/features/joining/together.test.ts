import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { makeDb, type Tx } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import type { Id } from '#kernel/viewer.ts'
import { allyPlaces, leaveNetwork, waitingAllies } from '#features/members/index.ts'
import { register, viewerOf } from '#features/people/index.ts'
import { testApp } from '../../testing/app.ts'
import { crowd, limitAllies, stage } from '../../testing/networks.ts'
import { enter, type Entrant } from './enter.ts'

/* Many people at once, each on a connection of their own where the database takes more than one. */

const app = await testApp()
const server = process.env['TEST_DATABASE_URL']
const db = server ? await withConnections(server, 40) : app.db
const many = server ? 200 : 40

test(`${many} people who join as allies at once fill the places and no more; the rest stand in one line`, async () => {
  const network = await stage(app, { slug: 'together', members: crowd('together', 20) })
  await limitAllies(app, network, 15)
  const people = await known('ally', many)
  const statuses = await Promise.all(people.map((person) => joins(network, person, 'ally')))
  // 20 × 15 ÷ 85 is 3 and a bit.
  assert.equal(statuses.filter((status) => status === 'joined').length, 3)
  const { allies, room, waiting } = await places(network)
  assert.deepEqual({ allies, room, waiting }, { allies: 3, room: 0, waiting: many - 3 })
  const line = await asSystem((tx) => waitingAllies(tx, network, 0, many))
  assert.deepEqual(
    line.allies.map(({ place }) => place),
    Array.from({ length: many - 3 }, (_, i) => i + 1),
  )
})

test(`while ${many} join as members and allies and some leave, the cap holds, and then nobody waits while there is room`, async () => {
  const network = await stage(app, { slug: 'coming-and-going', members: crowd('going', 12) })
  await limitAllies(app, network, 15)
  const [before, core, allies] = await Promise.all([
    known('before', many / 8),
    known('core', many / 2),
    known('support', many / 2),
  ])
  for (const person of before) await joins(network, person, 'ally')
  let over = false
  const watched = watch(network, (found) => (over ||= found.allies > found.most!))
  await Promise.all([
    ...core.map((person) => joins(network, person, 'member')),
    ...allies.map((person) => joins(network, person, 'ally')),
    // Two of these are in, and the others wait.
    ...before.map((person) => leaves(network, person)),
    ...(server ? [drain({ ...app, db }), drain({ ...app, db })] : []),
  ])
  await drain(app)
  await watched.stop()
  const end = await places(network)
  assert.equal(over, false)
  assert.deepEqual(
    { core: end.core, everyAlly: end.allies + end.waiting },
    { core: 12 + many / 2, everyAlly: many / 2 },
  )
  assert.equal(end.allies, Math.min(end.most!, many / 2))
})

test('of one place that is given up, and two who come for it at once, the one who waited gets it', async () => {
  const network = await stage(app, { slug: 'one-place', members: crowd('one-place', 6) })
  await limitAllies(app, network, 15)
  const [inside, waited, ...others] = await known('place', many / 4)
  await joins(network, inside!, 'ally')
  await joins(network, waited!, 'ally')
  await Promise.all([
    leaves(network, inside!),
    ...others.map((person) => joins(network, person, 'ally')),
  ])
  await drain(app)
  assert.equal(await joins(network, waited!, 'ally'), 'already')
  assert.equal((await places(network)).waiting, others.length)
})

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => db.asSystem('join in a test', work)
const places = (network: Id) => asSystem((tx) => allyPlaces(tx, network))

async function joins(network: Id, person: Entrant, category: 'member' | 'ally'): Promise<string> {
  const entry = { network, category, answers: [], displayName: '', from: null }
  return (await asSystem((tx) => enter(tx, app, person, [entry])))[0]!.status
}

async function leaves(network: Id, { person, details }: Entrant): Promise<void> {
  const me = await asSystem((tx) => viewerOf(tx, person, crypto.randomUUID(), details, false))
  if (me.kind === 'person') await db.as(me, (tx) => leaveNetwork(tx, network, me))
}

/** People with an account. */
async function known(name: string, size: number): Promise<Entrant[]> {
  const people: Entrant[] = []
  for (const who of crowd(name, size)) {
    const { id, details } = await asSystem((tx) =>
      register(tx, who.email, { name: who.name, email: who.email, organisation: null }),
    )
    people.push({ person: id, details, organisationName: null })
  }
  return people
}

/** Looks again and again at how a network stands with its allies, until it is stopped. */
function watch(network: Id, look: (found: Awaited<ReturnType<typeof places>>) => void) {
  let stopped = false
  const watching = (async () => {
    while (!stopped) look(await places(network))
  })()
  return { stop: () => ((stopped = true), watching) }
}

async function withConnections(url: string, connections: number) {
  const { openPostgres } = await import('#kernel/db/postgres.ts')
  const { rows } = await app.db.engine.root('select current_database() as name')
  const own = new URL(url)
  own.pathname = `/${(rows[0] as { name: string }).name}`
  const engine = openPostgres(own.href, connections)
  after(() => engine.close())
  return makeDb(engine, app.db.keys, app.clock)
}
