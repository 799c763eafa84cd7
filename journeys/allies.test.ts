import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '#kernel/testing/browse.ts'
import * as cast from '../src/testing/cast.ts'
import { client, codeFor, lastEmail } from '../src/testing/client.ts'
import { fillIn } from '../src/testing/joining.ts'
import { crowd, limitAllies, stage } from '../src/testing/networks.ts'
import { openHall, press, signIn } from './hall.ts'

const hall = await openHall()
const allies = [
  { javascript: true, slug: 'rainbow', name: 'Al Ally', email: 'al.ally@hmrc.gov.uk' },
  { javascript: false, slug: 'faith', name: 'Nia Noscript', email: 'nia.noscript@hmrc.gov.uk' },
]
for (const { slug } of allies) {
  // Five members: the sixth makes room for the first ally.
  const network = { slug, name: `${slug} network`, leads: [cast.grace], members: crowd(slug, 4) }
  await limitAllies(hall.app, await stage(hall.app, network), 15)
}

for (const { javascript, slug, name, email } of allies) {
  test(`${name} waits for a place as an ally, and a member who joins makes room, scripts ${javascript ? 'on' : 'off'}`, async () => {
    const page = await hall.browser.visit({ javascript })
    await page.goto(`/join?network=${slug}`)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Full name').fill(name)
    await page.getByLabel('Work email address').fill(email)
    await page.getByLabel('As an ally').check()
    await press(page, 'Continue')
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByLabel('Security code').fill(await codeFor(hall.app, email))
    await press(page, 'Confirm')
    for (const path of [
      '/join/done',
      '/home',
      `/networks/${slug}`,
      `/networks/${slug}/membership`,
    ]) {
      await page.goto(path)
      await checkPage(page)
      assert.ok(await page.getByText('You are 1st on the waiting list').first().isVisible(), path)
    }
    assert.ok(await page.getByRole('button', { name: 'Give up my place' }).isVisible())

    const sixth = { name: 'Sixth Member', email: `sixth.member.${slug}@dwp.gov.uk` }
    await fillIn(hall.app, client(hall.app), sixth, [slug], { [`as-${slug}`]: 'member' })
    const told = await lastEmail(hall.app, email)
    assert.equal(told!.subject, `You have a place in ${slug} network`)
    assert.match(JSON.stringify(told!.blocks), /You are now in it, as an ally/)
    await page.goto(`/networks/${slug}`)
    await checkPage(page)
    assert.ok(await page.getByRole('heading', { name: 'For you as an ally' }).isVisible())
  })
}

test('one press gives a place up; the lead sees the reckoning and who waits', async () => {
  const page = await hall.browser.visit()
  await fillIn(hall.app, client(hall.app), cast.olu, ['rainbow'], { 'as-rainbow': 'ally' })
  await fillIn(hall.app, client(hall.app), cast.ravi, ['rainbow'], { 'as-rainbow': 'ally' })
  await signIn(hall, page, cast.olu)
  await page.goto('/home')
  await page.getByRole('button', { name: 'Give up my place' }).click()
  await page.waitForLoadState()
  await checkPage(page)
  assert.ok(await page.getByText('You have given up your place').isVisible())
  const lead = await hall.browser.visit()
  await signIn(hall, lead, cast.grace)
  await lead.goto('/networks/rainbow/members')
  await checkPage(lead)
  assert.ok(await lead.getByText('6 members × 15 ÷ 85 = 1.05').isVisible())
  await lead.getByRole('link', { name: 'Ravi Requester' }).click()
  await lead.waitForLoadState()
  await checkPage(lead)
  await lead.goto('/networks/rainbow/charter')
  await checkPage(lead)
})
