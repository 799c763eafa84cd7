import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { checkPage } from '#kernel/testing/browse.ts'
import * as cast from '../src/testing/cast.ts'
import { codeFor } from '../src/testing/client.ts'
import { stage } from '../src/testing/networks.ts'
import { openHall, signIn } from './hall.ts'

const hall = await openHall()
await stage(hall.app, { slug: 'carers', name: 'Carers Network', leads: [cast.grace] })
await stage(hall.app, { slug: 'data', name: 'Data Community', leads: [cast.grace] })

/** Where the keyboard is: what it is called, and where on the page. Undefined once it has left the page. */
type Stop = { name: string; top: number; left: number; isContent: boolean }

/** The next stop of the Tab key. Fails where nobody could see it. */
async function tab(page: Page): Promise<Stop | undefined> {
  await page.keyboard.press('Tab')
  const stop = await page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return undefined
    const label = (at as HTMLInputElement).labels?.[0]
    const own = at.getBoundingClientRect()
    const named = (label ?? at).getBoundingClientRect()
    const x = Math.min(own.x, named.x) - 8
    const y = Math.min(own.y, named.y) - 8
    // Of a link over two lines, the middle of its first: the middle of the whole may be beside it.
    const line = at.getClientRects()[0] ?? own
    const middle = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2)
    return {
      name: ((label ?? at).textContent || at.getAttribute('aria-label') || '')
        .trim()
        .replace(/\s+/g, ' '),
      isContent: at.closest('main') !== null,
      top: own.y + scrollY,
      left: own.x,
      isOnTop: at.contains(middle) || Boolean(label?.contains(middle)),
      // A fraction of a pixel may be cut off where the page was scrolled to it.
      isInView: own.y > -1 && own.bottom < innerHeight + 1,
      around: {
        x,
        y,
        width: Math.max(own.right, named.right) + 8 - x,
        height: Math.max(own.bottom, named.bottom) + 8 - y,
      },
    }
  })
  if (!stop) return undefined
  assert.ok(stop.isOnTop && stop.isInView, `the focus is hidden at “${stop.name}”`)
  assert.ok(await looksDifferent(page, stop.around), `the focus cannot be seen at “${stop.name}”`)
  return stop
}

/** Whether a part of the page looks different with the focus in it than without. */
async function looksDifferent(
  page: Page,
  clip: { x: number; y: number; width: number; height: number },
): Promise<boolean> {
  const within = { ...clip, x: Math.max(clip.x, 0), y: Math.max(clip.y, 0) }
  const focused = await page.screenshot({ clip: within, caret: 'hide' })
  const at = await page.evaluateHandle(() => document.activeElement as HTMLElement)
  await at.evaluate((element) => element.blur())
  const plain = await page.screenshot({ clip: within, caret: 'hide' })
  await at.evaluate((element) => element.focus({ preventScroll: true }))
  return !focused.equals(plain)
}

/** Goes on by Tab until something of this name in the page's content has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let stop = await tab(page); stop; stop = await tab(page)) {
    if (stop.isContent && (typeof name === 'string' ? stop.name === name : name.test(stop.name)))
      return
    passed.push(stop.name)
  }
  assert.fail(`${name} was not reached, but ${passed.join('; ')}`)
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

/** One of several: Tab leads to the first of them, or the one that is chosen, and arrows to the others. */
async function choose(page: Page, first: string, wanted = first): Promise<void> {
  await tabTo(page, first)
  await page.keyboard.press('Space')
  for (let name = first; name !== wanted;) {
    await page.keyboard.press('ArrowDown')
    name = await page.evaluate(
      () => (document.activeElement as HTMLInputElement).labels![0]!.innerText,
    )
    assert.notEqual(name, first, `${wanted} is not among the answers`)
  }
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  const loaded = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await loaded
  await checkPage(page)
}

/** Every stop of a page, from the first to beyond the last: they come as the page is read, and lead out of it. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let stop = await tab(page); stop; stop = await tab(page)) {
    stops.push(stop)
    assert.ok(stops.length < 150, `the keyboard does not get out of ${page.url()}`)
  }
  return stops
}

for (const [scheme, who] of [
  ['light', { name: 'Kay Board', email: 'kay.board@hmrc.gov.uk' }],
  ['dark', { name: 'Ken Board', email: 'ken.board@hmrc.gov.uk' }],
] as const) {
  test(`${who.name} joins two networks by keyboard alone, in the ${scheme}, and sees where they are at each stop`, async () => {
    const page = await hall.browser.visit({ scheme, width: 1280, height: 900 })
    await page.goto('/join?network=carers')
    assert.equal((await tab(page))?.name, 'Skip to main content')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Data Community')
    await page.keyboard.press('Space')
    await press(page, 'Continue')
    await press(page, 'Continue')
    assert.match(await page.title(), /^Error: /)
    await tabTo(page, 'Enter your full name')
    await page.keyboard.press('Enter')
    await page.keyboard.type(who.name)
    await type(page, 'Work email address', who.email)
    await press(page, 'Continue')
    await press(page, 'Join')
    await type(page, 'Security code', await codeFor(hall.app, who.email))
    await press(page, 'Confirm')
    assert.match(await page.title(), /^You have joined 2 networks/)
  })
}

test('Grace starts a network by keyboard alone, and gets through all of its setting up and out again', async () => {
  const page = await hall.browser.visit({ width: 1280, height: 900 })
  await signIn(hall, page, cast.grace)
  await page.goto('/networks/new')
  await type(page, 'Name of the network', 'Keyboard Users')
  await press(page, 'Continue')
  await choose(page, 'Cross-government network', 'Community of practice')
  await press(page, 'Continue')
  for (const question of ['What is the network for?', 'Who is it for?']) {
    await type(page, question, 'People who use a keyboard.')
    await press(page, 'Continue')
  }
  for (const answer of ['Everyone', 'Anyone who can find it', 'All members']) {
    await choose(page, answer)
    await press(page, 'Continue')
  }
  await choose(page, 'Yes, treat it as sensitive', 'No')
  await press(page, 'Continue')
  await press(page, 'Create network')
  const network = new URL(page.url()).pathname.replace('/setup', '')
  for (const path of ['/setup', '/setup/1', '/goals/new', '/charter/draft/allies', '/roles']) {
    await page.goto(network + path)
    const stops = await walk(page)
    assert.ok(stops.length > 15, path)
    const content = stops.filter(({ isContent }) => isContent)
    for (const [i, stop] of content.slice(1).entries()) {
      const before = content[i]!
      const isAfter = stop.top > before.top - 4 || stop.left > before.left
      assert.ok(isAfter, `${path}: “${stop.name}” comes after “${before.name}”`)
    }
  }
})
