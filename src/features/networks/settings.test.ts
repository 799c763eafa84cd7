import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, signedIn } from '../../testing/client.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import { networkById } from './find.ts'
import { goLive } from './status.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)
const carlos = await signedIn(app, cast.carlos)
const about = {
  name: 'Choir',
  type: 'profession',
  purpose: 'We sing.',
  audience: 'Anyone.',
  mission: '',
  priorities: '',
  theme: '',
  region: '',
  contact: '',
  joining_reason: '',
}

type Row = {
  slug: string
  name: string
  status: string
  parent_id: string | null
  parent_asked_id: string | null
}
const now = (id: string) =>
  app.db.asSystem(
    'look in a test',
    async (tx) =>
      (await tx.row<Row>(
        sql`select slug, name, status, parent_id, parent_asked_id from networks.network where id = ${id}`,
      ))!,
  )

test('a lead changes what the network says of itself, and what is wrong is kept', async () => {
  const id = await stage(app, { slug: 'choir', name: 'Choir', leads: [cast.grace] })
  await stage(app, { slug: 'orchestra', name: 'Orchestra' })
  const wrong = await grace.post('/networks/choir/settings/about', {
    ...about,
    purpose: '',
    audience: 'Sopranos <only>',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Enter what the network is for/)
  assert.match(wrong.text, /Sopranos &lt;only&gt;/)
  const taken = await grace.post('/networks/choir/settings/about', { ...about, name: 'orchestra' })
  assert.match(taken.text, /There is a network called Orchestra already/)
  await grace.post('/networks/choir/settings/about', {
    ...about,
    name: 'Staff choir',
    contact: 'choir@example.gov.uk',
    theme: 'no-such-theme',
  })
  assert.deepEqual([(await now(id)).name, (await now(id)).slug], ['Staff choir', 'choir'])
  assert.match((await client(app).get('/networks/choir')).text, /mailto:choir@example.gov.uk/)
})

test('whom it is for is shown on its page, and keeps nobody out', async () => {
  await stage(app, { slug: 'scoped', leads: [cast.grace] })
  const unclear = await grace.post('/networks/scoped/settings/scope', { organisations: 'Council' })
  assert.match(unclear.text, /Council could be .+Write the full name/)
  await grace.post('/networks/scoped/settings/scope', {
    organisations: 'HM Treasury',
    regions: ['wales', 'nowhere'],
    grades: ['civil-service/g7'],
  })
  const page = (await client(app).get('/networks/scoped')).text
  for (const words of ['HM Treasury', 'Wales', 'Grade 7'])
    assert.ok(page.includes(`<li>${words}</li>`), words)
  assert.match(
    (await client(app).get('/networks?organisation=treasury&region=wales')).text,
    /scoped/,
  )
})

test('a network rests, closes with a reason and opens again; members are told each time', async () => {
  const id = await stage(app, {
    slug: 'restful',
    name: 'Restful',
    leads: [cast.grace],
    members: [cast.mei],
  })
  const set = (status: string, reason = '') =>
    grace.post('/networks/restful/settings/status', { status, reason })
  assert.match((await set('dormant')).text, /Enter a reason/)
  assert.match((await set('proposed', 'Why not')).text, /Select what happens/)
  await set('dormant', 'Summer.')
  assert.match((await client(app).get('/networks/restful')).text, /nobody can join for now/)
  await set('closed', 'We have done what we set out to do.')
  assert.match(
    (await client(app).get('/networks/restful')).text,
    /We have done what we set out to do/,
  )
  assert.equal((await lastEmail(app, cast.mei.email))?.subject, 'Restful has closed')
  await set('live')
  assert.equal((await now(id)).status, 'live')
  assert.equal((await lastEmail(app, cast.mei.email))?.subject, 'Restful is active again')
})

test('a network goes live once, from being set up, and its page opens', async () => {
  const id = await stage(app, { slug: 'nearly', status: 'setting-up', leads: [cast.grace] })
  assert.equal((await client(app).get('/networks/nearly')).status, 404)
  const viewer = await viewerFor(app, cast.grace)
  const go = () => app.db.as(viewer, async (tx) => goLive(tx, (await networkById(tx, id))!))
  assert.deepEqual([await go(), await go()], [true, false])
  assert.equal((await client(app).get('/networks/nearly?now')).status, 200)
})

test('a network that never went live is closed unseen', async () => {
  await stage(app, { slug: 'false-start', status: 'setting-up', leads: [cast.grace] })
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`update networks.network set live_on = null where slug = 'false-start'`),
  )
  await grace.post('/networks/false-start/settings/status', {
    status: 'closed',
    reason: 'A mistake.',
  })
  assert.equal((await client(app).get('/networks/false-start')).status, 404)
  assert.doesNotMatch((await client(app).get('/networks?status=closed')).text, /false-start/)
})

test('someone who leads both makes one part of the other at once', async () => {
  const whole = await stage(app, { slug: 'whole', name: 'Whole', leads: [cast.grace] })
  const part = await stage(app, { slug: 'part', name: 'Part', leads: [cast.grace] })
  await grace.post('/networks/part/settings/family', { umbrella: 'Whole', kind: 'sub-network' })
  assert.equal((await now(part)).parent_id, whole)
  assert.match(
    (await client(app).get('/networks/whole')).text,
    /<a class="govuk-link" href="\/networks\/part">Part<\/a>/,
  )
  const circle = await grace.post('/networks/whole/settings/family', {
    umbrella: '/networks/part',
    kind: 'sub-network',
  })
  assert.match(circle.text, /cannot be part of itself/)
})

test('someone else asks, and the leads of the umbrella decide', async () => {
  const umbrella = await stage(app, { slug: 'umbrella', name: 'Umbrella', leads: [cast.grace] })
  const hub = await stage(app, {
    slug: 'hub',
    name: 'Hub for Wales',
    findable: 'invited',
    leads: [cast.carlos],
  })
  assert.equal((await grace.get('/networks/hub')).status, 404)
  const typed = await carlos.post('/networks/hub/settings/family', {
    umbrella: 'Umbrella',
    kind: 'regional-hub',
  })
  assert.match(typed.text, /Select the region of the hub/)
  await carlos.post('/networks/hub/settings/family', {
    umbrella: 'Umbrella',
    kind: 'regional-hub',
    region: 'wales',
  })
  assert.equal((await now(hub)).parent_asked_id, umbrella)
  assert.equal(
    (await lastEmail(app, cast.grace.email))?.subject,
    'Hub for Wales asks to be part of Umbrella',
  )
  assert.match((await grace.get('/home')).text, /Decide whether to take a network in/)
  await grace.post(
    '/networks/umbrella/settings/family/decisions',
    { part: hub, decision: 'take-in' },
    '/networks/umbrella/settings/family',
  )
  assert.equal((await now(hub)).parent_id, umbrella)
  assert.match((await lastEmail(app, cast.carlos.email))!.subject, /is now part of another/)
  assert.doesNotMatch((await client(app).get('/networks/umbrella')).text, /Hub for Wales/)
})

test('a preview shows what each onlooker will see, and leaves nothing behind', async () => {
  const id = await stage(app, {
    slug: 'soon',
    name: 'Soon',
    status: 'setting-up',
    findable: 'signed-in',
    joining: 'request',
    leads: [cast.grace],
  })
  const look = async (as: string) => (await grace.get(`/networks/soon/preview?as=${as}`)).text
  assert.match(await look('stranger'), /this network does not exist/)
  assert.match(await look('signed-in'), /Ask to join/)
  const member = await look('member')
  assert.doesNotMatch(member, /Ask to join/)
  assert.match(member, /The directory lists it/)
  assert.equal((await now(id)).status, 'setting-up')
  const memberships = await app.db.asSystem('look in a test', (tx) =>
    tx.rows(sql`select id from members.membership where network_id = ${id}`),
  )
  assert.equal(memberships.length, 1)
})

test('a pretence takes back what was done, and gives the viewer their own eyes again', async () => {
  const me = await viewerFor(app, cast.grace)
  await app.db.as(me, async (tx) => {
    const seen = await tx.pretend((pretended) =>
      pretended.asSystem('try a pretence', (system) =>
        system.rows(sql`delete from sign_in.session returning id`),
      ),
    )
    assert.ok(seen.length > 0)
    await assert.rejects(tx.pretend((pretended) => pretended.run(sql`select 1 / 0`)))
    assert.equal(
      (await tx.row<{ who: string }>(sql`select current_setting('app.person') as who`))!.who,
      me.person,
    )
    assert.equal(
      (await tx.row<{ role: string }>(sql`select current_user as role`))!.role,
      'guildhall_viewer',
    )
  })
  assert.equal((await grace.get('/home')).status, 200)
})

test('a member finds what waits for them, and the way out', async () => {
  const id = await stage(app, { slug: 'cosy', leads: [cast.grace] })
  await join(app, id, cast.carlos)
  const page = (await carlos.get('/networks/cosy')).text
  assert.match(page, /For you as a member/)
  assert.match(page, /\/networks\/cosy\/leave/)
  assert.doesNotMatch(page, /\/networks\/cosy\/settings/)
})
