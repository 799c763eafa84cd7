import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '#kernel/testing/browse.ts'
import * as cast from '../src/testing/cast.ts'
import { codeFor, lastEmail, outbox } from '../src/testing/client.ts'
import { linkIn } from '../src/testing/joining.ts'
import { stage } from '../src/testing/networks.ts'
import { openHall, press, signIn } from './hall.ts'

const hall = await openHall()
await stage(hall.app, {
  slug: 'walkers',
  name: 'Walkers Network',
  leads: [cast.grace],
  members: [cast.mei, cast.alan],
})
const inviters = [
  {
    javascript: true,
    who: cast.mei,
    joins: 'jo.joiner@hmrc.gov.uk',
    says: 'no.thanks@hmrc.gov.uk',
  },
  {
    javascript: false,
    who: cast.alan,
    joins: 'nell.noscript@hmrc.gov.uk',
    says: 'not.me@hmrc.gov.uk',
  },
]

for (const { javascript, who, joins, says } of inviters) {
  test(`${who.name} pastes a list with a broken line, mends it and sends it; one joins and one says no, scripts ${javascript ? 'on' : 'off'}`, async () => {
    const page = await hall.browser.visit({ javascript })
    await signIn(hall, page, who)
    await page.goto('/networks/walkers')
    await page.getByRole('link', { name: 'send them an invitation' }).click()
    await checkPage(page)
    const list = page.getByLabel('Who do you want to invite?')
    await list.fill(`Joiner, Jo <${joins}>\nSomebody\n${says}`)
    await page.getByLabel('A note to them (optional)').fill('You are a carer, so come along')
    await press(page, 'See the email before it goes')
    assert.match((await page.textContent('.govuk-error-summary'))!, /Line 2: .*“Somebody”/)
    await list.fill((await list.inputValue()).replace('Somebody\n', ''))
    await press(page, 'See the email before it goes')
    assert.match((await page.textContent('main'))!, /Could this hurt\?[\s\S]*“You are a carer”/)
    await page.getByRole('link', { name: 'Change the note' }).click()
    await page.getByLabel('A note to them (optional)').fill('We walk on Fridays')
    await press(page, 'See the email before it goes')
    await press(page, 'Send to 2 people')
    assert.match((await page.textContent('main'))!, /2 people invited[\s\S]*Joiner, Jo/)

    await outbox(hall.app)
    hall.app.clock.advance(60)
    const invited = await hall.browser.visit({ javascript })
    await invited.goto(linkIn((await lastEmail(hall.app, joins))!))
    await checkPage(invited)
    await press(invited, 'Join')
    await press(invited, 'Continue')
    await invited.getByLabel('Full name').fill('Jo Joiner')
    await invited.getByLabel('Work email address').fill(joins)
    await press(invited, 'Continue')
    await press(invited, 'Join')
    await invited.getByLabel('Security code').fill(await codeFor(hall.app, joins))
    await press(invited, 'Confirm')
    assert.match((await invited.textContent('h1'))!, /You have joined/)

    const other = await hall.browser.visit({ javascript })
    await other.goto(linkIn((await lastEmail(hall.app, says))!))
    await press(other, 'No, thank you')
    await press(other, 'Never ask me again, from any network')
    assert.match((await other.textContent('main'))!, /no network will invite you again/)

    await page.goto('/networks/walkers/invitations')
    assert.match((await page.textContent('main'))!, /Joiner, Jo[\s\S]*Joined/)
  })
}
