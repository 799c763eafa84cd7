import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { join, stage } from '../../testing/networks.ts'
import { dataFile, inWords } from './data-views.ts'

const app = await testApp()
const books = await stage(app, { slug: 'books', name: 'Book Readers', leads: [cast.grace] })
await join(app, books, cast.mei, { displayName: 'Mei of the Books' })
const holds = app.features.flatMap((feature) => feature.holds)

test('the page shows every kind of data that is held, with what there is', async () => {
  const { text } = await (await signedIn(app, cast.mei)).get('/account/data')
  assert.ok(holds.length > 5)
  for (const { what } of holds) assert.ok(text.includes(what.replaceAll("'", '&#39;')), what)
  for (const held of [
    'mei.member@hmrc.gov.uk',
    'Mei of the Books',
    'Book Readers',
    'Networks you are in or asked to join',
  ])
    assert.ok(text.includes(held), held)
})

test('the files hold the same: one for machines, one for people', async () => {
  const mei = await signedIn(app, cast.mei)
  const json = await mei.get('/account/data.json')
  assert.match(json.headers['content-disposition']!, /^attachment; filename="my-data\.json"/)
  const held = JSON.parse(json.text).held as { what: string; data: Record<string, unknown>[] }[]
  assert.deepEqual(
    held.map(({ what }) => what),
    holds.map(({ what }) => what),
  )
  assert.ok(json.text.includes('"name": "Mei of the Books"'))
  const page = await mei.get('/account/data.html')
  assert.match(page.headers['content-disposition']!, /filename="my-data\.html"/)
  assert.match(page.text, /<h1>All that Guildhall holds about you<\/h1>[\s\S]*Mei of the Books/)
  assert.doesNotMatch(page.text, /<script|<link|<style/)
})

test('nobody else’s data is in it', async () => {
  const { text } = await (await signedIn(app, cast.olu)).get('/account/data.json')
  assert.ok(text.includes(cast.olu.email))
  assert.doesNotMatch(text, /Mei|Grace|Book Readers/)
  assert.match((await client(app).get('/account/data.json')).location, /^\/sign-in/)
})

test('downloads are written to the person’s own log, and are not without end', async () => {
  const alan = await signedIn(app, cast.alan)
  const answers = []
  for (let i = 0; i < 31; i++) answers.push((await alan.get('/account/data.json')).status)
  assert.deepEqual([answers[0], answers[29], answers[30]], [200, 200, 429])
  assert.match(
    (await alan.get('/account/log')).text,
    /Someone downloaded all that is held about them/,
  )
})

test('values are read as people read them, and never as HTML', () => {
  assert.equal(inWords('workEmailAddress'), 'Work email address')
  assert.equal(inWords('starts_on'), 'Starts on')
  const file = dataFile(
    [
      {
        what: 'Tests',
        why: 'To test',
        keptFor: 'A day',
        data: [
          {
            startsOn: '2026-11-21',
            name: '<script>alert(1)</script>',
            leads: true,
            region: null,
            roles: [{ title: 'Chair', ends_on: null }],
          },
          { event: 'test.done' },
        ],
      },
    ],
    { 'test.done': 'A test was done.' },
    new Date('2026-11-21T10:00:00Z'),
  )
  assert.match(file, /21 November 2026/)
  assert.match(file, /&lt;script&gt;/)
  assert.match(
    file,
    /<dt>Leads<\/dt><dd>Yes<\/dd>[\s\S]*Not given[\s\S]*<dd>Title: Chair<\/dd>[\s\S]*A test was done\./,
  )
})
