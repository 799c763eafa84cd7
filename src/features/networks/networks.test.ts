import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { client, signedIn, type Client } from '../../testing/client.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)

const answers: [string, Record<string, string>][] = [
  ['', { name: 'Carers’ Network' }],
  ['/type', { type: 'staff-and-diversity' }],
  ['/purpose', { purpose: 'We help each other to work and care.' }],
  ['/audience', { audience: 'Anyone who looks after someone.' }],
  ['/findable', { findable: 'everyone' }],
  ['/joining', { joining: 'open' }],
  ['/names', { names: 'members' }],
  ['/sensitive', { sensitive: 'no' }],
]

async function answerAll(browser: Client, changed: Record<string, string> = {}): Promise<void> {
  for (const [step, fields] of answers) {
    const given = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, changed[name] ?? value]))
    const answer = await browser.post(`/networks/new${step}`, given)
    assert.equal(answer.status, 303, `${step}: ${answer.text}`)
  }
}

test('Grace starts a network, a question a page, and leads it', async () => {
  await answerAll(grace)
  const check = await grace.get('/networks/new/check')
  assert.match(check.text, /Create network/)
  const done = await grace.post('/networks/new/check')
  assert.equal(done.location, '/networks/carers-network/setup')
  const page = await grace.get('/networks/carers-network')
  assert.equal(page.status, 200)
  assert.match(page.text, /For you as a lead/)
  assert.equal((await client(app).get('/networks/carers-network')).status, 404)
})

test('a second press of the last button finds what the first made', async () => {
  const again = await grace.post('/networks/new/check', {}, '/networks/new')
  assert.equal(again.location, '/networks/carers-network/setup')
  const count = await app.db.asSystem('count', (tx) => tx.rows(sql`select id from networks.network`))
  assert.equal(count.length, 1)
})
