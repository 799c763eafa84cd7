import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn, type Client } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
await stage(app, {
  slug: 'carers',
  name: 'Carers’ Network',
  joining: 'request',
  leads: [cast.grace, cast.carlos],
  members: [cast.mei],
})
const grace = await signedIn(app, cast.grace)
const carlos = await signedIn(app, cast.carlos)

/** What a hidden or text field of a page holds. */
const valueOf = (text: string, name: string) =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"|name="${name}" value="([^"]*)"`)
    .exec(text)
    ?.slice(1)
    .find(Boolean) ?? ''

async function savePart(browser: Client, part: string, fields: Record<string, string | string[]>) {
  const at = `/networks/carers/charter/draft/${part}`
  const opened = valueOf((await browser.get(at)).text, 'opened')
  return browser.post(at, { opened, ...fields })
}

test('the charter is written part by part, read through and adopted; strangers then read it', async () => {
  assert.match((await client(app).get('/networks/carers/charter')).text, /No charter yet/)
  await savePart(grace, 'membership', { reasons: 'trust' })
  await savePart(carlos, 'allies', { ally_policy: 'welcome', ally_cap: '15%' })
  await savePart(grace, 'decisions', { decision_rule: 'consensus' })
  assert.equal((await grace.get('/networks/carers/charter/adoption')).status, 303)
  await savePart(grace, 'ground-rules', {
    rules: ['respect', 'chatham-house'],
    own: '- We start on time',
  })
  const reading = await grace.get('/networks/carers/charter/adoption')
  const done = await grace.submit('/networks/carers/charter/adoption', {
    read: valueOf(reading.text, 'read'),
  })
  assert.match(done.text, /Version 1, in force since 21 November 2026/)
  const seen = (await client(app).get('/networks/carers/charter')).text
  for (const said of [/said hello/, /15 in every 100/, /Consensus/, /Chatham House/, /on time/]) {
    assert.match(seen, said)
  }
})

test('the reason goes to the join page with the adopted charter', async () => {
  const row = await app.db.asSystem('look', (tx) =>
    tx.row<{ joining_reason: string }>(sql`select joining_reason from networks.network`),
  )
  assert.match(row!.joining_reason, /said hello/)
})

test('a new draft leaves the version in force alone until it is adopted; the older one stays to read', async () => {
  await savePart(grace, 'decisions', { decision_rule: 'majority' })
  assert.match((await client(app).get('/networks/carers/charter')).text, /Consensus/)
  const reading = await carlos.get('/networks/carers/charter/adoption')
  await carlos.submit('/networks/carers/charter/adoption', { read: valueOf(reading.text, 'read') })
  const now = await client(app).get('/networks/carers/charter')
  assert.match(now.text, /Version 2/)
  assert.match(now.text, /Majority vote/)
  const earlier = await client(app).get('/networks/carers/charter/versions/1')
  assert.match(earlier.text, /Consensus/)
  assert.match(earlier.text, /no longer in force/)
  assert.equal((await client(app).get('/networks/carers/charter/versions/3')).status, 404)
})

test('when two leads write the same part, the second sees both wordings and loses nothing', async () => {
  const at = '/networks/carers/charter/draft/conduct'
  const opened = valueOf((await grace.get(at)).text, 'opened')
  await savePart(carlos, 'conduct', { code_of_conduct: 'Carlos says: be kind.' })
  const met = await grace.post(at, { opened, code_of_conduct: 'Grace says: be on time.' })
  assert.equal(met.status, 422)
  assert.match(met.text, /Carlos says: be kind\./)
  assert.match(met.text, /Grace says: be on time\.<\/textarea>/)
  const saved = await grace.post(at, {
    opened: valueOf(met.text, 'opened'),
    code_of_conduct: 'Both: be kind, on time.',
  })
  assert.equal(saved.status, 303)
  assert.match((await carlos.get(at)).text, /Both: be kind, on time\./)
})

test('parts saved by two leads at once are both kept', async () => {
  const [one, two] = await Promise.all([
    savePart(grace, 'allies', { ally_policy: 'none' }),
    savePart(carlos, 'decisions', { decision_rule: 'leads' }),
  ])
  assert.deepEqual([one.status, two.status], [303, 303])
  const text = (await grace.get('/networks/carers/charter/adoption')).text
  assert.match(text, /We may ask allies for help/)
  assert.match(text, /The lead decides/)
})

test('a draft that changed while it was read is not adopted unread', async () => {
  const reading = await grace.get('/networks/carers/charter/adoption')
  await savePart(carlos, 'decisions', { decision_rule: 'consensus' })
  const page = await grace.post('/networks/carers/charter/adoption', {
    read: valueOf(reading.text, 'read'),
  })
  assert.equal(page.status, 422)
  assert.match(page.text, /The draft changed while you were reading/)
})

test('a draft can be thrown away, and the charter in force stays', async () => {
  const page = await grace.submit('/networks/carers/charter/draft-removal')
  assert.match(page.text, /Version 2/)
  assert.match((await grace.get('/networks/carers/charter/draft')).text, /Version 3/)
  assert.doesNotMatch((await grace.get('/networks/carers/charter')).text, /Continue the draft/)
})

test('a charter can keep the names of members from allies, and says so', async () => {
  const fields = { ally_policy: 'welcome', ally_cap: '20', names_for: 'members' }
  await savePart(grace, 'allies', fields)
  assert.match(
    (await grace.get('/networks/carers/charter/draft/allies')).text,
    /name="names_for"[^>]*value="members"[^>]* checked/,
  )
  assert.match(
    (await grace.get('/networks/carers/charter/adoption')).text,
    /Allies do not see who is in the network/,
  )
  await savePart(grace, 'allies', { ...fields, names_for: [] })
  assert.doesNotMatch(
    (await grace.get('/networks/carers/charter/adoption')).text,
    /Allies do not see who is in the network/,
  )
})

test('parts of the charter typed wrongly keep what was typed', async () => {
  const cap = await savePart(grace, 'allies', { ally_policy: 'welcome', ally_cap: '150' })
  assert.match(cap.text, /Enter 99 or less\. For no limit, leave it empty/)
  assert.match(cap.text, /value="150"/)
  assert.match((await savePart(grace, 'ground-rules', {})).text, /Select a ground rule, or write/)
  assert.match(
    (await savePart(grace, 'membership', { own: '' })).text,
    /href="#reasons">Select a reason/,
  )
  assert.equal((await grace.get('/networks/carers/charter/draft/nonsense')).status, 404)
})
