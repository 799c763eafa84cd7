import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '#kernel/testing/browse.ts'
import * as cast from '../src/testing/cast.ts'
import { codeFor, lastEmail, outbox } from '../src/testing/client.ts'
import { stage } from '../src/testing/networks.ts'
import { openHall, press, signIn } from './hall.ts'

const hall = await openHall()
await stage(hall.app, { slug: 'carers', name: 'Carers Network', leads: [cast.grace] })
await stage(hall.app, { slug: 'data', name: 'Data Community', leads: [cast.grace] })
await stage(hall.app, {
  slug: 'policy',
  name: 'Policy Network',
  joining: 'request',
  leads: [cast.carlos],
})
const joiners = [
  { javascript: true, name: 'Jo Joiner', email: 'jo.joiner@hmrc.gov.uk' },
  { javascript: false, name: 'Nell Noscript', email: 'nell.noscript@hmrc.gov.uk' },
]

for (const { javascript, name, email } of joiners) {
  test(`${name} joins three networks with one form, scripts ${javascript ? 'on' : 'off'}`, async () => {
    const page = await hall.browser.visit({ javascript })
    await page.goto('/networks')
    await checkPage(page)
    await page.getByRole('link', { name: 'Carers Network' }).first().click()
    await checkPage(page)
    await page.goto('/join?network=carers')
    assert.equal(
      await page.getByRole('heading', { level: 1 }).textContent(),
      'Which networks do you want to join?',
    )
    assert.equal(await page.getByLabel('Carers Network').isChecked(), true)
    await page.getByLabel('Data Community').check()
    await page.getByLabel('Policy Network').check()
    await press(page, 'Continue')
    await page.getByLabel('Full name').fill(name)
    await page.getByLabel('Work email address').fill(email)
    await press(page, 'Continue')
    assert.equal(
      (await page.getByRole('heading', { level: 1 }).textContent())?.trim(),
      'Check your answers',
    )
    await press(page, 'Join')
    await page.getByLabel('Security code').fill(await codeFor(hall.app, email))
    await press(page, 'Confirm')
    assert.match(
      (await page.getByRole('heading', { level: 1 }).textContent())!,
      /^\s*You have joined/,
    )
    await page.goto('/home')
    await checkPage(page)
    for (const network of ['Carers Network', 'Data Community', 'Policy Network'])
      assert.ok(await page.getByText(network).first().isVisible())
  })
}

test('the lead of the one by request gets an email, approves, and the person is told', async () => {
  assert.ok(await lastEmail(hall.app, cast.carlos.email))
  const page = await hall.browser.visit()
  await signIn(hall, page, cast.carlos)
  await page.goto('/networks/policy/members')
  assert.equal((await page.getByRole('heading', { level: 1 }).textContent())?.trim(), 'Members')
  await checkPage(page)
  await page
    .getByRole('button', { name: /^Approve/ })
    .first()
    .click()
  await page.waitForLoadState()
  await checkPage(page)
  const told = (await outbox(hall.app)).filter((email) =>
    joiners.some((each) => each.email === email.to.address),
  )
  assert.match(told[0]!.subject + JSON.stringify(told[0]!.blocks), /Policy Network/)
})

test('a mistake keeps what was typed, and the summary takes the focus', async () => {
  const page = await hall.browser.visit()
  await page.goto('/join?network=carers')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Full name').fill('Jo Again')
  await page.getByLabel('Work email address').fill('not an address')
  await press(page, 'Continue')
  assert.match(await page.title(), /^Error: /)
  assert.equal(await page.getByLabel('Full name').inputValue(), 'Jo Again')
  assert.equal(await page.getByLabel('Work email address').inputValue(), 'not an address')
  assert.equal(
    await page.evaluate(() => document.activeElement?.className.includes('govuk-error-summary')),
    true,
  )
})
