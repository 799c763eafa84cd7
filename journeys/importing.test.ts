import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import writeExcel from 'write-excel-file/node'
import { drain } from '#kernel/jobs.ts'
import { checkPage } from '#kernel/testing/browse.ts'
import * as cast from '../src/testing/cast.ts'
import { lastEmail } from '../src/testing/client.ts'
import { linkIn, statusIn } from '../src/testing/joining.ts'
import { stage } from '../src/testing/networks.ts'
import { go, openHall, press, signIn } from './hall.ts'

const hall = await openHall()
const networks = {
  carers: await stage(hall.app, {
    slug: 'carers',
    name: 'Carers Network',
    leads: [cast.grace],
    members: [cast.alan],
  }),
  readers: await stage(hall.app, { slug: 'readers', name: 'Book Readers', leads: [cast.carlos] }),
}

/** A list as Microsoft Forms gives it: their columns first, then a column for each question of ours. */
async function formsList(people: [string, string][]): Promise<Buffer> {
  const time = { value: new Date(Date.UTC(2026, 2, 5, 14, 30)), format: 'm/d/yy h:mm:ss' }
  const head = ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Full name', 'Work email']
  const rows = people.map(([name, email], i) => [i + 1, time, time, 'anonymous', null, name, email])
  return writeExcel([head, ...rows]).toBuffer()
}

/** Work in the background is done at once, and the page that shows it does not load itself meanwhile. */
async function waitFor(page: Page): Promise<void> {
  const { pathname } = new URL(page.url())
  await page.goto(`${pathname}?still=yes`)
  await checkPage(page)
  await drain(hall.app)
  await page.goto(pathname)
}

async function bring(page: Page, slug: string, list: Buffer): Promise<void> {
  await page.goto(`/networks/${slug}/manage`)
  await checkPage(page)
  await page.getByRole('link', { name: 'Import a list' }).click()
  await checkPage(page)
  await page
    .getByLabel('Choose the file')
    .setInputFiles({ name: 'Join us(1-4).xlsx', mimeType: xlsx, buffer: list })
  await go(page, 'Continue')
  await waitFor(page)
  await checkPage(page)
  assert.match(await page.title(), /^Which column holds what\?/)
  await press(page, 'Continue')
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('Grace brings a list from Microsoft Forms; every row is accounted for', async () => {
  const page = await hall.browser.visit()
  await signIn(hall, page, cast.grace)
  const list = await formsList([
    [cast.mei.name, cast.mei.email],
    [cast.alan.name, cast.alan.email],
    ['Mei again', cast.mei.email.toUpperCase()],
    ['Nobody', 'not an address'],
  ])
  await bring(page, 'carers', list)
  assert.match(await page.title(), /^Check your list/)
  assert.ok(await page.getByText('Nothing has been sent').isVisible())
  await page.getByLabel('A note to them (optional)').fill('You signed up to our list.')
  await go(page, 'Invite 1 person')
  await waitFor(page)
  await checkPage(page)
  assert.match(await page.title(), /^Your list is done/)
  assert.ok(await page.getByRole('row', { name: 'All rows of the list 4' }).isVisible())
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the rows that were not taken (CSV)' }).click()
  assert.match((await download).suggestedFilename(), /\.csv$/)
})

test('Mei was made a member by nobody: she confirms, signed in, and is one', async () => {
  const invitation = await lastEmail(hall.app, cast.mei.email)
  assert.match(JSON.stringify(invitation), /You signed up to our list\./)
  assert.equal(await statusIn(hall.app, networks.carers, cast.mei), undefined)
  hall.app.clock.advance(60)
  const page = await hall.browser.visit({ width: 320, height: 640, scheme: 'dark' })
  await signIn(hall, page, cast.mei)
  await page.getByRole('link', { name: 'You are invited to join Carers Network' }).click()
  await checkPage(page)
  await press(page, 'Join')
  await press(page, 'Continue')
  await press(page, 'Join')
  assert.match(await page.title(), /^You have joined Carers Network/)
  assert.equal(await statusIn(hall.app, networks.carers, cast.mei), 'active')
})

test('Carlos brings a list with scripts off, and whoever says no is left in peace', async () => {
  const lead = await hall.browser.visit({ javascript: false })
  await signIn(hall, lead, cast.carlos)
  await bring(lead, 'readers', await formsList([[cast.ravi.name, cast.ravi.email]]))
  await go(lead, 'Invite 1 person')
  await waitFor(lead)
  assert.match(await lead.title(), /^Your list is done/)
  const page = await hall.browser.visit({ javascript: false })
  await page.goto(linkIn((await lastEmail(hall.app, cast.ravi.email))!))
  await press(page, 'No, thank you')
  assert.match(await page.title(), /^Thank you for answering/)
  assert.equal(await statusIn(hall.app, networks.readers, cast.ravi), undefined)
})
