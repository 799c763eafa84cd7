import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { checkPage } from '#kernel/testing/browse.ts'
import * as cast from '../src/testing/cast.ts'
import { go, openHall, press, signIn } from './hall.ts'

const hall = await openHall()

/** Someone at a browser. With scripts off the pages are the same, so that only their working is looked at. */
type Founder = { page: Page; press: (name: string) => Promise<void> }

const title = async (page: Page) =>
  (await page.getByRole('heading', { level: 1 }).innerText()).trim()
const fillDate = async (page: Page) => {
  await page.getByLabel('Day').fill('1')
  await page.getByLabel('Month').fill('6')
  await page.getByLabel('Year').fill('2027')
}

/** The questions of starting a network, by their headings, and how a founder answers them. */
const questions: Record<string, (page: Page, name: string) => Promise<void>> = {
  'Start a network': (page, name) => page.getByLabel('Name of the network').fill(name),
  'What kind of network is it?': (page) => page.getByLabel('Community of practice').check(),
  'What is the network for?': (page) =>
    page.getByLabel('What is the network for?').fill('We share what we learn about gardens.'),
  'Who is it for?': (page) => page.getByLabel('Who is it for?').fill('Anyone who grows something.'),
  'Who can find the network?': (page) => page.getByLabel('Everyone').check(),
  'How do people join?': (page) => page.getByLabel('Anyone who can find it').check(),
  'Who sees members’ names?': (page) => page.getByLabel('All members').check(),
  'Could being known as a member harm someone?': (page) =>
    page.getByLabel('No', { exact: true }).check(),
}

/** What has to be done before going live, by its title in setting up. */
const tasks: Record<string, (founder: Founder) => Promise<void>> = {
  async 'Write your mission in one sentence'({ page, press }) {
    await page.getByLabel('Your mission').fill('We make public gardens better, together.')
    await press('Save and continue')
  },
  async 'Set your goals'({ page, press }) {
    await press('Add a goal')
    await page.getByLabel('What do you want to achieve?').fill('Bring gardeners together')
    await page.getByLabel('What will you count?').fill('Members')
    await page.getByLabel('What number do you aim for?').fill('50')
    await fillDate(page)
    await press('Save goal')
  },
  async 'Write and adopt your charter'({ page, press }) {
    const draft = page.url()
    for (const [part, control] of [
      ['Who can join, and why?', 'checkbox'],
      ['What part do allies have?', 'radio'],
      ['How do you decide?', 'radio'],
      ['What are your ground rules?', 'checkbox'],
    ] as const) {
      await page.goto(draft)
      await page.getByRole('link', { name: part }).click()
      await page.getByRole(control).first().check()
      await press('Save and continue')
    }
    await page.goto(draft)
    await press('Read it through')
    await press('Adopt this charter')
  },
  async 'Give roles a start and an end'({ page, press }) {
    await page.getByRole('link', { name: 'Change' }).first().click()
    await fillDate(page)
    await press('Save')
  },
  'Check who can find you, how people join and who sees names': async () => {},
  async 'Say who to contact'({ page, press }) {
    await page.getByLabel('Who can people contact?').fill('gardeners@example.gov.uk')
    await press('Save and continue')
  },
}

for (const [who, name, javascript] of [
  [cast.grace, 'Gardeners Community', true],
  [cast.carlos, 'Growers Community', false],
] as const) {
  test(`${who.name} starts a network, is led through its setup and goes live, scripts ${javascript ? 'on' : 'off'}`, async () => {
    const page = await hall.browser.visit({ javascript })
    const founder = { page, press: (button: string) => (javascript ? press : go)(page, button) }
    await signIn(hall, page, who)
    await page.goto('/networks/new')
    const answered = new Set<string>()
    for (
      let heading = await title(page);
      heading !== 'Check your answers';
      heading = await title(page)
    ) {
      assert.ok(!answered.has(heading), `${heading} is asked again`)
      answered.add(heading)
      await questions[heading]!(page, name)
      await founder.press('Continue')
    }
    await founder.press('Create network')
    const setup = page.url()
    await checkPage(page)
    while ((await page.getByText('You are ready to go live').count()) === 0) {
      const next = await page.locator('.govuk-inset-text strong').innerText()
      assert.ok(!answered.has(next), `${next} is not done`)
      answered.add(next)
      await founder.press('Continue')
      await tasks[next]!(founder)
      await page.getByRole('link', { name: 'Setting up' }).first().click()
    }
    assert.equal(page.url(), setup)
    await founder.press('Go live')
    await founder.press('Go live')
    assert.equal(await title(page), `${name} is live`)
  })
}

test('someone else finds it in the directory, on a phone, and is a button away from joining', async () => {
  const page = await hall.browser.visit({ width: 320, height: 640 })
  await page.goto('/networks')
  await page.getByLabel('Search').first().fill('gardeners')
  await press(page, 'Show results')
  await page.getByRole('link', { name: 'Gardeners Community' }).click()
  await checkPage(page)
  assert.ok(await page.getByText('We make public gardens better, together.').isVisible())
  await go(page, 'Join this network')
  assert.equal(await page.getByLabel('Gardeners Community').isChecked(), true)
})
