import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
await stage(app, { slug: 'large', leads: [cast.grace] })
const grace = await signedIn(app, cast.grace)
const home = '/networks/large/invitations'
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => `Person ${i} <person.${i}@dwp.gov.uk>`).join('\r\n')

test('ten thousand addresses are taken at once, and shown before they go', async () => {
  const answer = await grace.post(`${home}/check`, { people: people(10_000) }, home)
  assert.equal(answer.location, `${home}/check`)
  assert.match((await grace.get(answer.location)).text, /Send to 10,000 people/)
})

test('one more is too many, and a megabyte of anything is answered on the page', async () => {
  const more = await grace.post(`${home}/check`, { people: people(10_001) }, home)
  assert.match(more.text, /Enter 10,000 email addresses or fewer at a time\. You pasted 10,001/)
  const megabyte = await grace.post(`${home}/check`, { people: 'Somebody\n'.repeat(116_000) }, home)
  assert.equal(megabyte.status, 422)
  assert.match(megabyte.text, /Line 1: there is no email address[\s\S]*115,980 more have a problem/)
  const beyond = await grace.post(`${home}/check`, { people: 'x'.repeat(1_100_000) }, home)
  assert.match(beyond.text, /what you pasted is longer than we can read/)
})
