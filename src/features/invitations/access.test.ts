import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { stranger, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, signedIn } from '../../testing/client.ts'
import { linkIn } from '../../testing/joining.ts'
import { stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
await stage(app, {
  slug: 'harbour',
  findable: 'invited',
  joining: 'invitation',
  leads: [cast.grace],
  members: [cast.mei],
})
await (
  await signedIn(app, cast.grace)
).post('/networks/harbour/invitations', { people: cast.sam.email })
const id = (await app.db.asSystem('look', (tx) =>
  tx.row<{ id: string }>(sql`select id from invitations.invitation`),
))!.id
const link = linkIn((await lastEmail(app, cast.sam.email))!)

const seen = (viewer: Viewer) =>
  app.db.as(
    viewer,
    async (tx) => (await tx.rows(sql`select id from invitations.invitation`)).length,
  )
const changed = (viewer: Viewer, status: string) =>
  app.db
    .as(
      viewer,
      async (tx) =>
        (await tx.run(
          sql`update invitations.invitation set status = ${status}, content_sealed = null`,
        )) > 0,
    )
    .catch(() => false)

test('who sees an invitation', async () => {
  const others = await viewerFor(app, cast.olu)
  const table: [string, Viewer, number][] = [
    ['its lead', await viewerFor(app, cast.grace), 1],
    ['whom it is to', await viewerFor(app, cast.sam), 1],
    ['who holds its link', { kind: 'stranger', invitation: id }, 1],
    ['a member', await viewerFor(app, cast.mei), 0],
    ['someone else', others, 0],
    ['an administrator', { ...others, administrator: true }, 0],
    ['a stranger', stranger, 0],
    ['who holds another link', { kind: 'stranger', invitation: crypto.randomUUID() }, 0],
  ]
  for (const [who, viewer, count] of table) assert.equal(await seen(viewer), count, who)
})

test('who changes an invitation, and how', async () => {
  const table: [string, Viewer, string][] = [
    ['a stranger declines', stranger, 'declined'],
    ['a member withdraws', await viewerFor(app, cast.mei), 'withdrawn'],
    ['a lead declines for the invited', await viewerFor(app, cast.grace), 'declined'],
    ['a lead accepts for the invited', await viewerFor(app, cast.grace), 'accepted'],
    ['the invited withdraw', await viewerFor(app, cast.sam), 'withdrawn'],
    ['the invited accept without proof', { kind: 'stranger', invitation: id }, 'accepted'],
  ]
  for (const [what, viewer, status] of table)
    assert.equal(await changed(viewer, status), false, what)
  assert.equal(await changed(await viewerFor(app, cast.sam), 'declined'), true)
})

test('only leads see and use the page', async () => {
  const answers: [string, string][] = [
    ['outsider', await of(cast.olu)],
    ['member', await of(cast.mei)],
    ['lead', await of(cast.grace)],
  ]
  assert.deepEqual(answers, [
    ['outsider', '404'],
    ['member', '403'],
    ['lead', '200'],
  ])
  async function of(who: cast.CastMember): Promise<string> {
    return String((await (await signedIn(app, who)).get('/networks/harbour/invitations')).status)
  }
})

test('a forged or changed link is no page, and shows no name', async () => {
  for (const path of [
    `${link.slice(0, -2)}xx`,
    '/invitations/nothing',
    `/invitations/${app.db.keys.sign('invitation', id)}`,
  ])
    assert.equal((await client(app).get(path)).status, 404)
  const unknown = `/invitations/${app.db.keys.sign('invitation-link', crypto.randomUUID())}`
  assert.doesNotMatch((await client(app).get(unknown)).text, /harbour/)
})

test('who sees whom somebody invited, who wants no invitations, and who may invite', async () => {
  const quay = await stage(app, {
    slug: 'quay',
    sensitive: true,
    names: 'leads',
    leads: [cast.grace],
    members: [cast.mei, cast.alan],
  })
  const sending = (inviter: string | null) => sql`
    insert into invitations.sending (id, network_id, inviter_id, tag, content_sealed, invited_on)
    values (${crypto.randomUUID()}, ${quay}, ${inviter}, ${Buffer.from(crypto.randomUUID())}, 'x', '2026-11-21')`
  const membershipOf = (who: Viewer) =>
    app.db.as(who, async (tx) => {
      const row = await tx.row<{ id: string }>(
        sql`select id from members.membership where network_id = ${quay} and id = any (app.memberships())`,
      )
      return row!.id
    })
  const [grace, mei, alan] = await Promise.all(
    [cast.grace, cast.mei, cast.alan].map((who) => viewerFor(app, who)),
  )
  const ofMei = await membershipOf(mei!)
  await app.db.asSystem('set the stage', async (tx) => {
    await tx.run(sending(null))
    await tx.run(sending(ofMei))
    await tx.run(sql`insert into invitations.refusal (tag, since) values ('x', '2026-11-21')`)
    await tx.run(sql`
      insert into invitations.invitation (id, network_id, tag, content_sealed, origin, invited_on, expires_on)
      values (${crypto.randomUUID()}, ${quay}, 'y', 'x', 'lead', '2026-11-21', '2026-12-21')`)
  })
  const table: [string, Viewer, number, boolean][] = [
    ['its lead', grace!, 1, true],
    ['the member who invited', mei!, 1, false],
    ['another member', alan!, 0, false],
    ['someone else', await viewerFor(app, cast.olu), 0, false],
    ['a stranger', stranger, 0, false],
  ]
  for (const [who, viewer, count, may] of table) {
    const found = await app.db.as(viewer, async (tx) => [
      (await tx.rows(sql`select id from invitations.sending`)).length,
      (await tx.rows(sql`select tag from invitations.refusal`)).length,
      (await tx.rows(sql`select id from invitations.invitation where network_id = ${quay}`)).length,
      (await tx.row<{ may: boolean }>(sql`select invitations.may_invite(${quay}) as may`))!.may,
    ])
    assert.deepEqual(found, [count, 0, 0, may], who)
  }
  const notes = (who: Viewer, inviter: string | null) =>
    app.db.as(who, (tx) => tx.pretend(() => tx.run(sending(inviter)))).catch(() => 'refused')
  assert.equal(await notes(grace!, null), 1)
  assert.equal(await notes(grace!, ofMei), 'refused')
  assert.equal(await notes(mei!, ofMei), 'refused')
})
