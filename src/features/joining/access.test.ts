import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { stranger, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn, type Client } from '../../testing/client.ts'
import { asks, fillIn, statusIn } from '../../testing/joining.ts'
import { stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const open = await stage(app, { slug: 'open-one', leads: [cast.grace] })
await stage(app, { slug: 'hidden-one', findable: 'invited', leads: [cast.grace] })
await stage(app, { slug: 'inside-one', findable: 'signed-in', leads: [cast.grace] })
await stage(app, { slug: 'by-invitation', joining: 'invitation', leads: [cast.grace] })
await stage(app, { slug: 'resting', status: 'dormant', leads: [cast.grace] })

/** A page, but for the address that was asked and the form's token. */
const same = (text: string, slug: string) =>
  text.replaceAll(slug, '').replaceAll(/name="token" value="[^"]+"/g, '')

test('a hidden network, and one for others, is as if there were none: same status, same bytes', async () => {
  const browsers: [string, Client][] = [
    ['stranger', client(app)],
    ['outsider', await signedIn(app, cast.olu)],
  ]
  for (const [who, browser] of browsers) {
    // What is shown once has been.
    await browser.get('/join')
    const none = await browser.get('/join?network=nowhere-11&from=poster')
    for (const slug of who === 'stranger' ? ['hidden-one', 'inside-one'] : ['hidden-one']) {
      const page = await browser.get(`/join?network=${slug}&from=poster`)
      assert.equal(page.status, none.status)
      assert.equal(same(page.text, slug), same(none.text, 'nowhere-11'), `${slug} for a ${who}`)
    }
  }
  // It could leak: its lead sees it.
  assert.match(
    (await (await signedIn(app, cast.grace)).get('/join?network=hidden-one')).text,
    /You are in hidden-one already/,
  )
})

test('posting the address of a hidden network is posting nothing', async () => {
  const browser = client(app)
  const hidden = await browser.post('/join', { network: 'hidden-one' })
  const none = await browser.post('/join', { network: 'nowhere-1' })
  assert.equal(hidden.status, 422)
  assert.equal(same(hidden.text, 'hidden-one'), same(none.text, 'nowhere-1'))
  const done = await fillIn(app, browser, cast.ravi, ['open-one', 'hidden-one'])
  assert.match(done.text, /You have joined open-one/)
  assert.doesNotMatch(done.text, /hidden-one/)
})

test('networks that cannot be joined are not offered; a link to one says why', async () => {
  const browser = client(app)
  const list = (await browser.get('/join')).text
  for (const slug of ['by-invitation', 'resting', 'inside-one', 'hidden-one'])
    assert.doesNotMatch(list, new RegExp(`value="${slug}"`))
  assert.match(
    (await browser.get('/join?network=by-invitation')).text,
    /People join by-invitation by invitation\./,
  )
  assert.match(
    (await browser.get('/join?network=resting')).text,
    /resting is resting\. Nobody can join/,
  )
  assert.equal((await browser.post('/join', { network: ['by-invitation', 'resting'] })).status, 422)
})

test('raw reads: what joining wrote is there for whom it is for, and for nobody else', async () => {
  const question = await asks(app, open, 'Why?')
  await fillIn(app, client(app), cast.sam, ['open-one'], {
    [`answer-${question}`]: 'Because',
    from: 'poster',
  })
  assert.equal(await statusIn(app, open, cast.sam), 'active')
  const tables = [
    'members.membership',
    'members.card',
    'members.answer',
    'members.bond',
    'people.person',
    'people.ring',
    'joining.source',
    'sign_in.challenge',
    'sign_in.session',
    'audit.entry',
  ]
  const count = (viewer: Viewer, table: string) =>
    app.db.as(viewer, async (tx) => (await tx.rows(sql`select 1 from ${sql.raw(table)}`)).length)
  for (const table of tables) assert.equal(await count(stranger, table), 0, table)
  const olu = await viewerFor(app, cast.olu)
  for (const table of tables.filter((each) => !/person|session|audit/.test(each)))
    assert.equal(await count(olu, table), 0, table)
  const grace = await viewerFor(app, cast.grace)
  assert.equal(await count(grace, 'members.answer'), 1)
  // Exact counts are for the application alone: leads see what is published of them.
  for (const lead of [grace, await viewerFor(app, cast.sam)])
    assert.equal(await count(lead, 'joining.source'), 0)
})

test('nobody but the application counts where joiners come from', async () => {
  const add = (viewer: Viewer) =>
    app.db.as(viewer, (tx) =>
      tx.run(
        sql`insert into joining.source (network_id, code, day) values (${open}, 'made-up', '2026-11-21')`,
      ),
    )
  for (const viewer of [stranger, await viewerFor(app, cast.olu), await viewerFor(app, cast.grace)])
    await assert.rejects(add(viewer))
})

test('who came in is nowhere beside what else they joined', async () => {
  await stage(app, { slug: 'second' })
  await fillIn(app, client(app), cast.mei, ['open-one', 'second'])
  const kept = await app.db.asSystem('look in a test', async (tx) => ({
    drafts: await tx.rows(sql`select 1 from kernel.draft`),
    challenges: await tx.rows(sql`select 1 from sign_in.challenge`),
    entries: await tx.rows<{ person_tag: unknown; network_id: unknown }>(
      sql`select person_tag, network_id from audit.entry where person_tag is not null and network_id is not null`,
    ),
  }))
  assert.deepEqual([kept.challenges.length, kept.entries.length], [0, 0])
})

test('a set, and what is in it, is there for those who may know of it; administrators alone change it', async () => {
  const [shown, secret] = [crypto.randomUUID(), crypto.randomUUID()]
  const organisation = sql`(select id from organisations.organisation limit 1)`
  const hidden = sql`(select id from networks.network where slug = 'hidden-one')`
  await app.db.asSystem('set the stage for a test', async (tx) => {
    await tx.run(sql`
      insert into joining.network_set (id, slug, title, organisation_id, made_on)
      values (${shown}, 'shown', 'Shown', ${organisation}, '2026-11-21'), (${secret}, 'secret', 'Secret', ${organisation}, '2026-11-21')`)
    await tx.run(sql`
      insert into joining.set_network (set_id, network_id, position)
      values (${shown}, ${open}, 1), (${shown}, ${hidden}, 2), (${secret}, ${hidden}, 1)`)
  })
  const olu = await viewerFor(app, cast.olu)
  const grace = await viewerFor(app, cast.grace)
  const ada = { ...(await viewerFor(app, cast.ada)), administrator: true } as Viewer
  const seen = (viewer: Viewer) =>
    app.db.as(viewer, async (tx) => [
      (await tx.rows(sql`select id from joining.network_set`)).length,
      (await tx.rows(sql`select set_id from joining.set_network`)).length,
    ])
  assert.deepEqual(await Promise.all([stranger, olu, grace, ada].map(seen)), [
    [1, 1],
    [1, 1],
    [2, 3],
    [2, 1],
  ])
  const rename = (viewer: Viewer) =>
    app.db.as(viewer, (tx) =>
      tx.pretend(() => tx.run(sql`update joining.network_set set title = 'Spoilt'`)),
    )
  assert.deepEqual(await Promise.all([stranger, olu, grace, ada].map(rename)), [0, 0, 0, 2])
  const adds = (viewer: Viewer, network: string) =>
    app.db.as(viewer, (tx) =>
      tx.pretend(() =>
        tx.run(
          sql`insert into joining.set_network (set_id, network_id, position) values (${secret}, ${network}, 5)`,
        ),
      ),
    )
  assert.equal(await adds(ada, open), 1)
  await assert.rejects(adds(grace, open))
  await assert.rejects(adds(ada, crypto.randomUUID()))
})
