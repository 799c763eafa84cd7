import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { checkPage } from '#kernel/testing/browse.ts'
import * as cast from '../src/testing/cast.ts'
import { codeFor } from '../src/testing/client.ts'
import { join, stage } from '../src/testing/networks.ts'
import { openHall, press, signIn } from './hall.ts'

const hall = await openHall()
const books = await stage(hall.app, { slug: 'books', name: 'Book Readers', leads: [cast.grace] })
const chess = await stage(hall.app, { slug: 'chess', name: 'Chess Network', leads: [cast.grace] })
const people = [
  { javascript: true, name: 'Tam Twice', work: 'tam.twice@hmrc.gov.uk', other: 'tam@leeds.gov.uk' },
  {
    javascript: false,
    name: 'Una Twice',
    work: 'una.twice@hmrc.gov.uk',
    other: 'una@leeds.gov.uk',
  },
]

async function prove(page: Page, email: string, label = 'Other email address') {
  await page.getByLabel(label).fill(email)
  await press(page, 'Continue')
  await page.getByLabel('Security code').fill(await codeFor(hall.app, email))
  await press(page, 'Continue')
}

for (const { javascript, name, work, other } of people) {
  test(`${name} merges two accounts, adds a second address and comes back by it, scripts ${javascript ? 'on' : 'off'}`, async () => {
    await join(hall.app, books, { name, email: work })
    for (const network of [books, chess]) await join(hall.app, network, { name, email: other })
    const page = await hall.browser.visit({ javascript })
    await signIn(hall, page, { name, email: work })
    await page.goto('/account')
    await page.getByRole('link', { name: 'See your email addresses' }).click()
    await checkPage(page)
    await page.getByRole('button', { name: 'Enter another address' }).click()
    await prove(page, other)
    assert.equal((await page.locator('h1').textContent())?.trim(), 'Merge your two accounts?')
    assert.ok(await page.getByText('you bring: Chess Network').isVisible())
    await press(page, 'Merge my accounts')
    assert.match(await page.title(), /^Error: /)
    await page.getByLabel('Security code').fill(await codeFor(hall.app, work))
    await press(page, 'Merge my accounts')
    assert.ok(await page.getByText('Your accounts are one now').isVisible())
    await page.goto('/home')
    assert.ok(await page.getByText('Chess Network').first().isVisible())

    const own = `${name.slice(0, 3).toLowerCase()}@home.example`
    await page.goto('/account/addresses/new')
    await prove(page, own)
    await page.getByLabel('A second address, to sign in with').check()
    await press(page, 'Continue')
    const later = await hall.browser.visit({ javascript })
    await later.goto('/sign-in')
    await later.getByRole('link', { name: 'Sign in with your second address' }).click()
    await prove(later, own, 'Second email address')
    assert.ok(await later.getByText('You signed in with a second address').isVisible())
  })
}
