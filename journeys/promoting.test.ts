import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '#kernel/testing/browse.ts'
import * as cast from '../src/testing/cast.ts'
import { codeFor } from '../src/testing/client.ts'
import { stage } from '../src/testing/networks.ts'
import { go, openHall, press, signIn } from './hall.ts'

const hall = await openHall()
await stage(hall.app, { slug: 'carers', name: 'Carers Network', leads: [cast.grace] })
await stage(hall.app, { slug: 'n-quiet', name: 'Quiet', sensitive: true, leads: [cast.grace] })
const ways = [
  { javascript: true, place: 'Canteen poster', name: 'Jo Joiner', email: 'jo.joiner@hmrc.gov.uk' },
  { javascript: false, place: 'Newsletter', name: 'Nell Quiet', email: 'nell.quiet@hmrc.gov.uk' },
]

for (const { javascript, place, name, email } of ways) {
  test(`Grace hangs a poster, and ${name} joins by its link, scripts ${javascript ? 'on' : 'off'}`, async () => {
    const page = await hall.browser.visit({ javascript })
    await signIn(hall, page, cast.grace)
    await page.goto('/networks/carers/manage')
    await page.getByRole('link', { name: 'Promote the network' }).click()
    await checkPage(page)
    await page.getByRole('button', { name: 'Make a link' }).first().click()
    await checkPage(page)
    await page.getByLabel(place).check()
    await press(page, 'Make links')
    const row = page.getByRole('row', { name: place })
    assert.match((await row.textContent())!, /Fewer than 10/)
    await row.getByRole('link', { name: 'Posters' }).click()
    await checkPage(page)
    const poster = await page.locator('.gh-material img').first().getAttribute('src')
    assert.equal((await page.request.get(poster!)).headers()['content-type'], 'image/svg+xml')
    await page.getByRole('link', { name: 'Words to copy' }).click()
    await checkPage(page)
    assert.equal((await page.getByRole('button', { name: 'Copy' }).count()) > 0, javascript)
    const link = await page.getByLabel('Link', { exact: true }).inputValue()

    const other = await hall.browser.visit({ javascript })
    await other.goto(link)
    assert.equal(await other.getByLabel('Carers Network').isChecked(), true)
    await go(other, 'Continue')
    await other.getByLabel('Full name').fill(name)
    await other.getByLabel('Work email address').fill(email)
    await go(other, 'Continue')
    await go(other, 'Join')
    await other.getByLabel('Security code').fill(await codeFor(hall.app, email))
    await go(other, 'Confirm')
    assert.match((await other.getByRole('heading', { level: 1 }).textContent())!, /You have joined/)

    await page.goto('/networks/carers/promote')
    assert.match((await page.getByRole('row', { name: place }).textContent())!, /Fewer than 10/)
  })
}

test('a link that was mistyped says so; a sensitive network is named only by choice', async () => {
  const page = await hall.browser.visit()
  await page.goto('/go/ccccccc')
  await checkPage(page)
  await signIn(hall, page, cast.grace)
  await page.goto('/networks/n-quiet/promote/new')
  await page.getByLabel('Notice board').check()
  await go(page, 'Make links')
  await page.getByRole('link', { name: 'Posters' }).click()
  await page.getByRole('link', { name: 'Name the network' }).click()
  await checkPage(page)
  await press(page, 'Name the network')
  await page.getByLabel('The leads agree').check()
  await press(page, 'Name the network')
  await page.goto('/networks/n-quiet/promote')
  await page.getByRole('link', { name: 'Change' }).click()
  await checkPage(page)
  await page.getByRole('link', { name: 'Retire this link' }).click()
  await checkPage(page)
  await press(page, 'Retire this link')
})
