import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Tx } from '#kernel/db.ts'
import { stranger, type Id, type Person } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import { appoint, chooseCategory, myMembership } from './index.ts'

const app = await testApp()
const hidden = { findable: 'invited', names: 'members' } as const

/** What the rules take someone for, in words: asked twice, since the second time is answered from what was kept. */
async function standing(tx: Tx, network: Id): Promise<string> {
  const ask = () =>
    tx.row<Record<string, boolean>>(sql`
      select ${network}::uuid = any (members.my_networks()) as member, ${network}::uuid = any (members.my_requested_networks()) as asker,
        ${network}::uuid = any (members.my_led_networks()) as lead, ${network}::uuid = any (members.my_open_networks()) as sees,
        ${network}::uuid = any (members.my_named_networks()) as names, ${network}::uuid = any (networks.for_my_organisation()) as colleague,
        ${network}::uuid = any (invitations.inviting_networks()) as invited, exists (select from networks.network where id = ${network}) as finds`)
  const first = await ask()
  assert.deepEqual(await ask(), first)
  return Object.entries(first!)
    .filter(([, is]) => is)
    .map(([name]) => name)
    .join(' ')
}

/**
 * A person's standing before and after a change in the same transaction, and when it has been taken back. Only
 * the role is changed for it, so that what was found out about the person is forgotten by nothing but the change.
 */
async function changes(
  viewer: Person,
  network: Id,
  change: (tx: Tx) => Promise<unknown>,
): Promise<string[]> {
  const all: string[] = []
  await app.db.as(viewer, (tx) =>
    tx
      .pretend(async (pretended) => {
        all.push(await standing(pretended, network))
        await pretended.run(sql`select set_config('role', 'guildhall_system', true)`)
        await change(pretended)
        await pretended.run(sql`select set_config('role', 'guildhall_viewer', true)`)
        all.push(await standing(pretended, network))
      })
      .then(async () => all.push(await standing(tx, network))),
  )
  return all
}

test('whoever is let in, appointed, stepped down or removed has the rights of it at the next statement', async () => {
  const network = await stage(app, { slug: 'n-in', ...hidden, leads: [cast.grace] })
  const membership = await join(app, network, cast.mei, { status: 'requested' })
  const mei = await viewerFor(app, cast.mei)
  const letIn = (tx: Tx) =>
    tx.run(sql`update members.membership set status = 'active' where id = ${membership}`)
  const madeLead = (tx: Tx) => appoint(tx, network, { membership, role: 'chair', manages: true })
  assert.deepEqual(await changes(mei, network, letIn), [
    'asker finds',
    'member sees finds',
    'asker finds',
  ])
  await app.db.asSystem('change it in a test', letIn)
  assert.deepEqual(await changes(mei, network, madeLead), [
    'member sees finds',
    'member lead sees names finds',
    'member sees finds',
  ])
  await app.db.asSystem('change it in a test', madeLead)
  const stepped = (tx: Tx) =>
    tx.run(
      sql`update members.appointment set ended_on = current_date where membership_id = ${membership}`,
    )
  assert.equal((await changes(mei, network, stepped))[1], 'member sees finds')
  const removed = (tx: Tx) =>
    tx.run(sql`update members.membership set status = 'removed' where id = ${membership}`)
  assert.equal((await changes(mei, network, removed))[1], '')
  const gone = (tx: Tx) =>
    tx.run(sql`delete from members.appointment where membership_id = ${membership}`)
  assert.equal((await changes(mei, network, gone))[1], 'member sees finds')
})

test('a network that shows fewer names shows them to fewer at the next statement', async () => {
  const network = await stage(app, {
    slug: 'n-names',
    ...hidden,
    leads: [cast.grace],
    members: [cast.mei],
  })
  const [grace, mei] = [await viewerFor(app, cast.grace), await viewerFor(app, cast.mei)]
  const nobody = (tx: Tx) =>
    tx.run(sql`update networks.network set names = 'nobody' where id = ${network}`)
  const sensitive = (tx: Tx) =>
    tx.run(sql`update networks.network set sensitive = true where id = ${network}`)
  assert.equal((await changes(mei, network, nobody))[1], 'member finds')
  assert.equal((await changes(mei, network, sensitive))[1], 'member finds')
  assert.equal((await changes(grace, network, nobody))[1], 'member lead finds')
})

test('whoever is invited, or no longer, and whose organisation is named, or no longer, likewise', async () => {
  const network = await stage(app, {
    slug: 'n-org',
    ...hidden,
    findable: 'organisations',
    leads: [cast.grace],
  })
  const organisation = (await app.db.as({ kind: 'stranger' }, (tx) =>
    tx.row<{ id: Id }>(sql`select id from organisations.organisation limit 1`),
  ))!.id
  const olu = { ...(await viewerFor(app, cast.olu)), organisation }
  const named = (tx: Tx) =>
    tx.run(
      sql`insert into networks.scope (network_id, kind, value) values (${network}, 'organisation', ${organisation})`,
    )
  assert.deepEqual(await changes(olu, network, named), ['', 'colleague finds', ''])
  const id = crypto.randomUUID()
  const invited = (tx: Tx) =>
    tx.run(sql`
      insert into invitations.invitation (id, network_id, tag, content_sealed, origin, invited_on, expires_on)
      values (${id}, ${network}, app.invited(), '', 'lead', current_date, current_date)`)
  assert.deepEqual(await changes(olu, network, invited), ['', 'invited finds', ''])
})

test('what was found out of one viewer is not kept for the next in the same transaction', async () => {
  const network = await stage(app, {
    slug: 'n-own',
    ...hidden,
    leads: [cast.grace],
    members: [cast.mei],
  })
  const [grace, olu] = [await viewerFor(app, cast.grace), await viewerFor(app, cast.olu)]
  await app.db.as(grace, async (tx) => {
    assert.equal(await standing(tx, network), 'member lead sees names finds')
    assert.equal(await tx.as(olu, (other) => standing(other, network)), '')
    assert.equal(await tx.as({ kind: 'stranger' }, (other) => standing(other, network)), '')
    assert.equal(await standing(tx, network), 'member lead sees names finds')
  })
})

test('whoever becomes an ally is no core member from the next statement on, and is one again when they change back', async () => {
  const network = await stage(app, { slug: 'n-core', members: [cast.mei] })
  const core = (tx: Tx) =>
    tx.row(
      sql`select members.is_member(${network}) as member, members.is_core_member(${network}) as core`,
    )
  await app.db.as(await viewerFor(app, cast.mei), async (tx) => {
    const { id } = (await myMembership(tx, network))!
    assert.deepEqual(await core(tx), { member: true, core: true })
    await chooseCategory(tx, network, id, 'ally')
    assert.deepEqual(await core(tx), { member: true, core: false })
    await chooseCategory(tx, network, id, 'member')
    assert.deepEqual(await core(tx), { member: true, core: true })
  })
  for (const who of [await viewerFor(app, cast.olu), stranger])
    assert.deepEqual(await app.db.as(who, core), { member: false, core: false })
})
