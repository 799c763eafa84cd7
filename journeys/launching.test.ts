import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailText } from '#kernel/mail/email.ts'
import { checkPage } from '#kernel/testing/browse.ts'
import * as cast from '../src/testing/cast.ts'
import { codeFor, lastEmail } from '../src/testing/client.ts'
import { stage } from '../src/testing/networks.ts'
import { go, openHall, press, signIn } from './hall.ts'

const hall = await openHall()
const networks = [
  { slug: 'carers', name: 'Carers Network', javascript: true, newcomer: 'Jo Joiner' },
  { slug: 'data', name: 'Data Community', javascript: false, newcomer: 'Nell Noscript' },
]
for (const { slug, name } of networks)
  await stage(hall.app, { slug, name, leads: [cast.grace], members: [cast.mei] })

for (const { slug, name, javascript, newcomer } of networks) {
  // The same pages without scripts are looked at by the journey through every page.
  const [check, next] = javascript ? [checkPage, press] : [async () => {}, go]
  const email = `${newcomer.toLowerCase().replace(' ', '.')}@hmrc.gov.uk`

  test(`Grace plans the launch and writes the welcome, scripts ${javascript ? 'on' : 'off'}`, async () => {
    const page = await hall.browser.visit({ javascript })
    await signIn(hall, page, cast.grace)
    await page.goto(`/networks/${slug}/launch`)
    await check(page)
    await page.getByRole('button', { name: 'Set the day' }).click()
    await next(page, 'Save')
    assert.match(await page.title(), /^Error: /)
    for (const [label, value] of [
      ['Day', '14'],
      ['Month', '1'],
      ['Year', '2027'],
      ['When it starts', '12:30'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value)
    await page.getByLabel('Both at once').check()
    await next(page, 'Save')
    await page.getByRole('link', { name: 'Run sheet' }).click()
    await check(page)
    await next(page, 'Begin with this run sheet')
    await page.getByRole('link', { name: /^Change\s+what happens at 12:30pm/ }).click()
    await page.getByLabel('Who sees to it (optional)').fill('Grace')
    await next(page, 'Save')
    await page.goto(`/networks/${slug}/launch/invitation`)
    await check(page)
    await page.goto(`/networks/${slug}/welcome/settings`)
    await check(page)
    await page.getByRole('link', { name: 'Change this email' }).first().click()
    await page.getByLabel('One thing to do').fill('Bring a challenge on 14 January.')
    await next(page, 'Show how it looks')
    await next(page, 'Save')
    await page.goto(`/networks/${slug}/buddies`)
    await next(page, 'Have buddies for 30 days')
  })

  test(`${newcomer} joins and reads the welcome in the email and on its page`, async () => {
    const page = await hall.browser.visit({ javascript })
    await page.goto(`/join?network=${slug}`)
    await go(page, 'Continue')
    await page.getByLabel('Full name').fill(newcomer)
    await page.getByLabel('Work email address').fill(email)
    await go(page, 'Continue')
    await go(page, 'Join')
    await page.getByLabel('Security code').fill(await codeFor(hall.app, email))
    await go(page, 'Confirm')
    const welcome = (await lastEmail(hall.app, email))!
    assert.equal(welcome.subject, `Welcome to ${name}`)
    assert.match(emailText(welcome.blocks), /Bring a challenge on 14 January\./)
    await page.goto(`/networks/${slug}/welcome`)
    await check(page)
    await page.getByRole('link', { name: 'Ask for a buddy, or offer to be one' }).click()
    await next(page, 'Ask for a buddy')
    await page.goto(`/networks/${slug}/membership`)
    await check(page)
  })

  test(`Mei puts up a challenge, ${newcomer} can help, and both learn how to reach each other`, async () => {
    const mei = await hall.browser.visit({ javascript })
    await signIn(hall, mei, cast.mei)
    await mei.goto(`/networks/${slug}/launch/board`)
    await next(mei, 'Put up a card')
    await mei.getByLabel('In a sentence or two').fill('I find writing business cases hard.')
    await mei.getByLabel('No, it is from “A member”').check()
    await next(mei, 'Put it up')
    const helper = await hall.browser.visit({ javascript })
    await signIn(hall, helper, { name: newcomer, email })
    await helper.goto(`/networks/${slug}/launch/board`)
    await check(helper)
    await helper.getByRole('link', { name: /^I can help with this/ }).click()
    await check(helper)
    await helper.getByLabel('How can they reach you?').fill('In Teams')
    await next(helper, 'Ask them')
    await mei.goto('/home')
    await mei.getByRole('link', { name: /Someone can help you: yes or no/ }).click()
    await check(mei)
    await next(mei, 'Yes, introduce us')
    assert.ok(await mei.getByText('In Teams').isVisible())
    assert.match(emailText((await lastEmail(hall.app, email))!.blocks), /How to reach Mei Member/)
  })
}

test('Grace brings the newcomer together with Mei, who offers to be a buddy', async () => {
  const mei = await hall.browser.visit()
  await signIn(hall, mei, cast.mei)
  await mei.goto('/networks/carers/buddies')
  await press(mei, 'Offer to be a buddy')
  const page = await hall.browser.visit()
  await signIn(hall, page, cast.grace)
  await page.goto('/networks/carers/buddies')
  await checkPage(page)
  await page.getByRole('button', { name: /^Propose a buddy/ }).click()
  await page.waitForLoadState()
  await checkPage(page)
  assert.match((await lastEmail(hall.app, cast.mei.email))!.subject, /would like you as a buddy/)
})
