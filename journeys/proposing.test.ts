import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { checkPage } from '#kernel/testing/browse.ts'
import { sql } from '#kernel/db.ts'
import * as cast from '../src/testing/cast.ts'
import { codeFor, lastEmail } from '../src/testing/client.ts'
import { crowd, run } from '../src/testing/demand.ts'
import { linkIn } from '../src/testing/joining.ts'
import { stage } from '../src/testing/networks.ts'
import { go, openHall, press, signIn } from './hall.ts'

const hall = await openHall()
const { app } = hall
const title = async (page: Page) =>
  (await page.getByRole('heading', { level: 1 }).innerText()).trim()

for (const [javascript, who, slug] of [
  [true, cast.ravi, 'menders'],
  [false, cast.mei, 'fixers'],
] as const) {
  test(`Grace proposes, ${who.name} would join, there are enough, it starts, and the invitation comes, scripts ${javascript ? 'on' : 'off'}`, async () => {
    const id = await stage(app, {
      slug,
      name: `Network ${slug}`,
      status: 'setting-up',
      leads: [cast.grace],
    })
    await app.db.asSystem('set the stage for a test', (tx) =>
      tx.run(sql`update networks.network set live_on = null where id = ${id}`),
    )
    const next = javascript ? press : go
    const grace = await hall.browser.visit({ javascript })
    await signIn(hall, grace, cast.grace)
    await grace.goto(`/networks/${slug}/proposal`)
    await checkPage(grace)
    await grace.getByLabel('What would it be about?').selectOption('sustainability')
    await grace.getByLabel('How many people does it need?').fill('10')
    await grace.getByLabel('Day').fill('1')
    await grace.getByLabel('Month').fill('2')
    await grace.getByLabel('Year').fill('2027')
    await next(grace, 'Propose it')
    assert.equal(await title(grace), 'Your proposal')

    const page = await hall.browser.visit({ javascript, width: 320, height: 640 })
    await page.goto(`/networks/${slug}`)
    await checkPage(page)
    await go(page, 'I would join')
    await page.getByLabel('Work email address').fill(who.email)
    await go(page, 'Continue')
    await page.getByLabel('Security code').fill(await codeFor(app, who.email))
    await go(page, 'Continue')
    await page.getByLabel('Full name').fill(who.name)
    await go(page, 'Continue')
    assert.equal(await title(page), `Would you join Network ${slug}?`)
    await checkPage(page)
    await next(page, 'I would join')
    assert.ok(await page.getByText('You said that you would join.').isVisible())
    await page.goto(linkIn((await lastEmail(app, who.email))!))
    await checkPage(page)

    await crowd(app, id, 9)
    await run(app, 'demand.count')
    await grace.goto(`/networks/${slug}/proposal`)
    assert.ok(await grace.getByText('Enough people would join').isVisible())
    await next(grace, 'Start it')
    await next(grace, 'Start it')
    assert.equal(await title(grace), 'Setting up')
    await app.db.asSystem('go live in a test', (tx) =>
      tx.run(
        sql`update networks.network set status = 'live', live_on = ${'2026-11-21'} where id = ${id}`,
      ),
    )
    await run(app, 'demand.open')
    const invitation = (await lastEmail(app, who.email))!
    assert.equal(invitation.subject, `An invitation from Network ${slug}`)
    await page.goto(linkIn(invitation))
    await checkPage(page)
  })
}
