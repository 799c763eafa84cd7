import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
const network = await stage(app, { slug: 'choir', leads: [cast.grace] })
const grace = await signedIn(app, cast.grace)

test('the log of a network reads as sentences, and its details as words', async () => {
  await grace.submit('/networks/choir/invitations', { people: 'someone@dwp.gov.uk' })
  await grace.submit('/networks/choir/settings/status', { status: 'dormant', reason: 'A rest' })
  const { text } = await grace.get('/networks/choir/audit')
  assert.match(text, /People were invited to join\.[\s\S]*1 person, by a lead/)
  assert.match(text, /From “Live” to “Resting”/)
  assert.match(text, /Someone was given a role\.[\s\S]*Chair/)
  assert.doesNotMatch(text, /role: |by: |from: |invitations\.sent/)
})

test('what has no words is not shown', async () => {
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`
      insert into audit.entry (event, network_id, detail, day) values ('networks.taken-up', ${network}, '{"raw": "value"}', ${'2026-01-01'})`),
  )
  assert.doesNotMatch((await grace.get('/networks/choir/audit')).text, /raw|value: /)
})

test('there are words only for events that are declared', () => {
  const declared = new Set(app.features.flatMap((feature) => Object.keys(feature.events)))
  for (const event of app.features.flatMap((feature) => Object.keys(feature.details ?? {})))
    assert.ok(declared.has(event), event)
})
