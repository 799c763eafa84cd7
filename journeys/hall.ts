import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { browse, checkPage, type Browser } from '#kernel/testing/browse.ts'
import { testApp, type TestApp } from '../src/testing/app.ts'
import type { CastMember } from '../src/testing/cast.ts'
import { codeFor } from '../src/testing/client.ts'

export type Hall = { app: TestApp; browser: Browser; base: string }

/** A whole Guildhall that listens, and a real browser to visit it with. Both close after the file's tests. */
export async function openHall(): Promise<Hall> {
  const port = await freePort()
  const base = `http://localhost:${port}`
  const app = await testApp({ PORT: String(port), BASE_URL: base })
  await app.server.listen({ port, host: '127.0.0.1' })
  const browser = await browse(base)
  after(() => browser.close())
  return { app, browser, base }
}

/** Signs someone in through the pages, giving a name when they are new. */
export async function signIn(hall: Hall, page: Page, who: CastMember): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Work email address').fill(who.email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Security code').fill(await codeFor(hall.app, who.email))
  await page.getByRole('button', { name: 'Continue' }).click()
  if (!page.url().includes('/sign-in/name')) return
  await page.getByLabel('Full name').fill(who.name)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/home')
}

/** Presses a button, the first of its name, and waits for the page that it leads to. */
export async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState()
}

/** Presses a button and checks the page that it leads to. */
export async function press(page: Page, name: string): Promise<void> {
  await go(page, name)
  await checkPage(page)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
