import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { fromStart, readTime, timeWords, whenWords } from './clock-times.ts'

const app = await testApp()
await stage(app, {
  slug: 'carers',
  name: 'Carers Network',
  leads: [cast.grace],
  members: [cast.mei],
})
await stage(app, {
  slug: 'n-quiet',
  name: 'The Quiet Room',
  sensitive: true,
  findable: 'invited',
  names: 'leads',
  leads: [cast.sam],
})
const grace = await signedIn(app, cast.grace)
const mei = await signedIn(app, cast.mei)
const sam = await signedIn(app, cast.sam)
const at = '/networks/carers/launch'
const plan = {
  'on-day': '14',
  'on-month': '1',
  'on-year': '2027',
  starts: '12:30',
  format: 'in-person',
  place: 'Room 4, Quay House',
  'days-before': '7',
  'days-after': '14',
}

test('times are read as people write them', () => {
  const typed = ['12:30', '2pm', '2.30 pm', 'noon', '12am', '09:05']
  assert.deepEqual(typed.map(readTime), [750, 840, 870, 720, 0, 545])
  for (const wrong of ['', '25:00', '2', '13pm', 'soon'])
    assert.equal(readTime(wrong), undefined, wrong)
  assert.deepEqual([0, 720, 750, 1440 + 65, -15].map(timeWords), [
    '12am',
    '12pm',
    '12:30pm',
    '1:05am',
    '11:45pm',
  ])
  assert.deepEqual(
    [-60, 0, 1440].map((minute) => whenWords(750, minute)),
    ['11:30am', '12:30pm', 'The day after, 12:30pm'],
  )
  assert.deepEqual([-75, 0, 1500].map(fromStart), [
    '1 hour 15 minutes before',
    'At the start',
    '1 day 1 hour in',
  ])
})

test('a plan typed wrongly says what to do about each field, and keeps what was typed', async () => {
  const page = await grace.post(`${at}/date`, {
    ...plan,
    starts: 'soon',
    format: '',
    'on-year': '2020',
    'days-after': 'many',
  })
  assert.equal(page.status, 422)
  for (const [field, text] of [
    ['on-day', 'The day must be from two weeks ago'],
    ['starts', 'The time must be a time of day'],
    ['format', 'Select how it is held'],
    ['days-after', 'The days after must be a number from 0 to 60'],
  ])
    assert.ok(page.text.includes(`href="#${field}">${text}`), field)
  assert.match(page.text, /value="soon"/)
})

test('Grace sets the day, and Mei finds it; only leads see the kit', async () => {
  assert.match((await grace.get(at)).text, /Set the day/)
  assert.equal((await grace.get(`${at}/run-sheet`)).location, `${at}/date`)
  assert.match((await grace.submit(`${at}/date`, plan)).text, /The day is set/)
  const seen = (await mei.get(at)).text
  assert.match(seen, /14 January 2027, from 12:30pm[\s\S]*Room 4, Quay House/)
  assert.doesNotMatch(seen, /For leads/)
  assert.match((await mei.get('/networks/carers')).text, /The launch is on 14 January 2027/)
  assert.equal((await mei.get(`${at}/run-sheet`)).status, 403)
})

test('the run sheet begins with ours, with times of the day, and its lines can be changed, added and taken away', async () => {
  const page = await grace.submit(`${at}/run-sheet/usual`, {}, `${at}/run-sheet`)
  assert.match(page.text, /11:45am<br>[\s\S]*45 minutes before/)
  assert.match(page.text, /12:30pm<br>[\s\S]*At the start/)
  await grace.submit(`${at}/run-sheet/usual`, {}, `${at}/date`)
  const items = () =>
    app.db.asSystem('look in a test', (tx) =>
      tx.rows<{ id: string }>(sql`select id from launch.item order by minute, id`),
    )
  const before = await items()
  const first = `${at}/run-sheet/${before[0]!.id}`
  assert.match((await grace.get(first)).text, /value="-45"/)
  assert.match(
    (await grace.submit(first, { minute: '-60', what: 'Bring cake', who: 'Carlos' })).text,
    /11:30am<br>[\s\S]*Bring cake/,
  )
  assert.match(
    (await grace.post(`${at}/run-sheet/new`, { minute: 'x', what: '' })).text,
    /href="#minute">The minutes must be[\s\S]*href="#what">Enter what happens/,
  )
  assert.match(
    (await grace.submit(`${at}/run-sheet/new`, { minute: '90', what: 'Sing', who: '' })).text,
    /Sing[\s\S]*Nobody yet/,
  )
  await grace.submit(`${first}/removal`, {}, first)
  assert.equal((await items()).length, before.length)
  assert.doesNotMatch((await grace.get(`${at}/run-sheet`)).text, /Bring cake/)
})

test('a run sheet that is thrown away can be begun again', async () => {
  assert.match((await grace.submit(`${at}/run-sheet/clearing`)).text, /Begin with this run sheet/)
})

test('the invitation is ready to copy, with a link that is counted by place', async () => {
  const page = (await grace.get(`${at}/invitation`)).text
  assert.match(page, /You are invited: Carers Network begins/)
  assert.match(page, /14 January 2027, 12:30pm to 1:30pm/)
  const link = /\/go\/\w+/.exec(page)![0]
  assert.equal(/\/go\/\w+/.exec((await grace.get(`${at}/invitation`)).text)![0], link)
  assert.match((await mei.get(link)).location, /network=carers/)
})

test('of a sensitive network neither the invitation nor the run sheet tells what it is', async () => {
  const here = '/networks/n-quiet/launch'
  await sam.submit(`${here}/date`, { ...plan, format: 'online', place: '' })
  const words = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(
    (await sam.get(`${here}/invitation`)).text,
  )![1]!
  assert.match(words, /You are invited to a meeting/)
  assert.doesNotMatch(words, /Quiet|quiet|try things out|\/go\//)
  const sheet = (await sam.submit(`${here}/run-sheet/usual`, {}, `${here}/run-sheet`)).text
  assert.match(sheet, /nobody takes pictures/)
  assert.doesNotMatch(sheet.replaceAll('n-quiet', ''), /Quiet/)
})
