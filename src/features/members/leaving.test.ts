import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import { nightly } from '#kernel/upkeep.ts'
import {
  decline,
  endRole,
  leaveNetwork,
  ledAlone,
  LeadsAlone,
  members,
  myMembership,
  removeMember,
  rolesHeld,
} from './index.ts'

const app = await testApp()
const letter = (name: string) => ({ subject: 'News', blocks: [`Dear ${name}`] })

test('leaving is at once, and nothing that says who it was stays', async () => {
  const network = await stage(app, { slug: 'leaving', leads: [cast.grace], members: [cast.mei] })
  const mei = await viewerFor(app, cast.mei)
  assert.equal(await app.db.as(mei, (tx) => leaveNetwork(tx, network, mei)), 'left')
  await app.db.asSystem('look in a test', async (tx) => {
    for (const table of ['card', 'bond', 'answer', 'decision']) {
      assert.equal(
        (
          await tx.rows(
            sql`select from ${sql.ref(`members.${table}`)} where network_id = ${network} and membership_id not in (select membership_id from members.appointment)`,
          )
        ).length,
        0,
        table,
      )
    }
  })
  assert.equal(await app.db.as(mei, (tx) => leaveNetwork(tx, network, mei)), 'not-in-it')
})

test('the last lead cannot leave, be removed or give up the role, and one of two can', async () => {
  const network = await stage(app, { slug: 'leading', leads: [cast.grace, cast.carlos] })
  const carlos = await viewerFor(app, cast.carlos)
  const grace = await viewerFor(app, cast.grace)
  assert.equal(await app.db.as(carlos, (tx) => leaveNetwork(tx, network, carlos)), 'left')
  const mine = (await app.db.as(grace, (tx) => myMembership(tx, network)))!.id
  const role = (await app.db.as(grace, (tx) => rolesHeld(tx, network)))[0]!
  assert.equal(role.name, cast.grace.name)
  assert.equal(await app.db.as(grace, (tx) => leaveNetwork(tx, network, grace)), 'last-lead')
  assert.equal(await app.db.as(grace, (tx) => endRole(tx, network, role.id, mine)), 'last-lead')
  assert.equal(
    await app.db.as(grace, (tx) =>
      removeMember(tx, { network, membership: mine, actor: mine, letter }),
    ),
    'last-lead',
  )
  assert.ok(
    (await app.db.as(grace, (tx) => ledAlone(tx, grace))).some(({ slug }) => slug === 'leading'),
  )
})

test('two last leads who leave at once: one stays', async () => {
  const network = await stage(app, { slug: 'at-once', leads: [cast.grace, cast.carlos] })
  const viewers = [await viewerFor(app, cast.grace), await viewerFor(app, cast.carlos)]
  const outcomes = await Promise.all(
    viewers.map((viewer) => app.db.as(viewer, (tx) => leaveNetwork(tx, network, viewer))),
  )
  assert.deepEqual(outcomes.toSorted(), ['last-lead', 'left'])
})

test('a removed member comes back only by asking', async () => {
  const network = await stage(app, { slug: 'removing', leads: [cast.grace], members: [cast.olu] })
  const grace = await viewerFor(app, cast.grace)
  const actor = (await app.db.as(grace, (tx) => myMembership(tx, network)))!.id
  const membership = (await app.db.as(await viewerFor(app, cast.olu), (tx) =>
    myMembership(tx, network),
  ))!.id
  assert.equal(
    await app.db.as(grace, (tx) => removeMember(tx, { network, membership, actor, letter })),
    'removed',
  )
  assert.equal(
    await app.db.as(grace, (tx) => removeMember(tx, { network, membership, actor, letter })),
    'gone',
  )
  assert.equal(await join(app, network, cast.olu), membership)
  assert.equal(
    (await app.db.as(await viewerFor(app, cast.olu), (tx) => myMembership(tx, network)))?.status,
    'requested',
  )
})

test('a person sees all that is held, and is forgotten whole unless they lead alone', async () => {
  const network = await stage(app, { slug: 'forgetting', members: [cast.sylvia] })
  await stage(app, { slug: 'alone', leads: [cast.sylvia] })
  const holding = members.holds[0]!
  let sylvia = await viewerFor(app, cast.sylvia)
  const held = await app.db.as(sylvia, (tx) => holding.export(tx, sylvia))
  assert.deepEqual(
    held.map(({ network, name }) => `${network as string}: ${name as string}`).toSorted(),
    [`alone: ${cast.sylvia.name}`, `forgetting: ${cast.sylvia.name}`],
  )
  await assert.rejects(
    app.db.asSystem('erase in a test', (tx) => holding.erase(tx, sylvia)),
    LeadsAlone,
  )
  await app.db.asSystem('end a role in a test', (tx) =>
    tx.run(
      sql`update members.appointment set ended_on = current_date where network_id <> ${network} and membership_id = any (${sylvia.memberships}::uuid[])`,
    ),
  )
  await app.db.asSystem('erase in a test', (tx) => holding.erase(tx, sylvia))
  sylvia = await viewerFor(app, cast.sylvia)
  assert.deepEqual(sylvia.memberships, [])
})

test('what is past its time goes at night: reasons after 90 days, memberships after a year', async () => {
  const network = await stage(app, { slug: 'retiring', leads: [cast.grace], members: [cast.mei] })
  const asked = await join(app, network, cast.eve, { status: 'requested' })
  const grace = await viewerFor(app, cast.grace)
  const actor = (await app.db.as(grace, (tx) => myMembership(tx, network)))!.id
  await app.db.as(grace, (tx) =>
    decline(tx, { network, membership: asked, actor, letter, reason: 'A reason' }),
  )
  const left = async (what: ReturnType<typeof sql>) =>
    (await app.db.asSystem('look in a test', (tx) => tx.rows(what))).length
  app.clock.advance(91 * 86_400)
  await nightly(app)
  assert.equal(
    await left(
      sql`select from members.decision where membership_id = ${asked} and reason_sealed is null`,
    ),
    1,
  )
  app.clock.advance(300 * 86_400)
  await nightly(app)
  assert.equal(await left(sql`select from members.membership where id = ${asked}`), 0)
  assert.equal(await left(sql`select from members.membership where network_id = ${network}`), 2)
})
