import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
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

/** What a hidden or text field of a page holds. */
const valueOf = (text: string, name: string) =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"|name="${name}" value="([^"]*)"`)
    .exec(text)
    ?.slice(1)
    .find(Boolean) ?? ''

const goal = {
  statement: 'Welcome 100 new members',
  measure: 'New members',
  unit: 'people',
  baseline: '',
  target: '1,000',
  'by-day': '31',
  'by-month': 'March',
  'by-year': '2027',
}

test('Grace sets a goal as people write numbers and dates, and everyone can read it', async () => {
  const page = await grace.submit('/networks/carers/goals/new', goal)
  assert.match(page.text, /Goal added/)
  const seen = await client(app).get('/networks/carers/goals')
  assert.match(seen.text, /1,000 people/)
  assert.match(seen.text, /31 March 2027/)
  assert.doesNotMatch(seen.text, /Add a goal/)
})

test('an example fills in the form', async () => {
  const page = await grace.get('/networks/carers/goals/new?example=webinars')
  assert.match(page.text, /Hold a webinar every three months/)
  assert.equal(valueOf(page.text, 'target'), '4')
  assert.equal(valueOf(page.text, 'by-year'), '2027')
})

test('a goal typed wrongly says what to do about each field, and keeps what was typed', async () => {
  const page = await grace.post('/networks/carers/goals/new', {
    ...goal,
    measure: '',
    target: 'lots',
    'by-day': '31',
    'by-month': '2',
  })
  assert.equal(page.status, 422)
  assert.match(page.text, /href="#measure">Enter what you will count/)
  assert.match(page.text, /href="#target">The number you aim for must be a number/)
  assert.match(page.text, /href="#by-day">The date must be a real date/)
  assert.match(page.text, /value="lots"/)
})

test('a goal cannot be due in the past, and one without a date asks for it', async () => {
  const past = await grace.post('/networks/carers/goals/new', { ...goal, 'by-year': '2026' })
  assert.match(past.text, /The date must be in the future/)
  const none = { ...goal, 'by-day': '', 'by-month': '', 'by-year': '' }
  assert.match(
    (await grace.post('/networks/carers/goals/new', none)).text,
    /Enter the date you aim for/,
  )
  const half = { ...goal, 'by-month': '' }
  assert.match(
    (await grace.post('/networks/carers/goals/new', half)).text,
    /The date must include a month/,
  )
})

test('a goal is changed, and ended once with how it went', async () => {
  const id = /goals\/([0-9a-f-]{36})\/ending/.exec(
    (await grace.get('/networks/carers/goals')).text,
  )![1]!
  await grace.submit(`/networks/carers/goals/${id}`, { ...goal, target: '80', unit: '%' })
  assert.match((await grace.get('/networks/carers/goals')).text, /80%/)
  const unsaid = await grace.post(`/networks/carers/goals/${id}/ending`)
  assert.match(unsaid.text, /Select how the goal ended/)
  const ended = await grace.submit(`/networks/carers/goals/${id}/ending`, { outcome: 'partly' })
  assert.match(ended.text, /Met in part/)
  const again = await grace.post(
    `/networks/carers/goals/${id}/ending`,
    { outcome: 'met' },
    '/account',
  )
  assert.equal(again.status, 404)
})

test('a network can have twelve goals at once, and is told when that is enough', async () => {
  for (let i = 0; i < 12; i++)
    assert.equal((await grace.post('/networks/carers/goals/new', goal)).status, 303)
  const page = await grace.post('/networks/carers/goals/new', goal)
  assert.equal(page.status, 422)
  assert.match(page.text, /You have 12 goals already/)
})
