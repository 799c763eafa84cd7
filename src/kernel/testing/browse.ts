import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumPath } from './chromium.ts'

/** What a visitor's browser is like. Without wishes: scripts on, 1280 px wide, light colours. */
export type Visitor = {
  javascript?: boolean
  width?: number
  height?: number
  forcedColours?: boolean
  scheme?: 'light' | 'dark'
  reducedMotion?: boolean
  moreContrast?: boolean
}

/** A running browser. Each `visit` is somebody else: their own cookies, nothing remembered. */
export type Browser = { visit(visitor?: Visitor): Promise<Page>; close(): Promise<void> }

/**
 * Starts Chromium for a journey through the site at `address` (`http://127.0.0.1:1234`); pages are
 * opened by path: `const page = await browser.visit(); await page.goto('/')`. Close it afterwards.
 */
export async function browse(address: string): Promise<Browser> {
  const { executablePath, args, env } = await chromiumPath()
  const environment = { ...process.env, ...env } as Record<string, string>
  const browser = await chromium.launch({ executablePath, args, env: environment })
  return {
    async visit(visitor = {}) {
      const context = await browser.newContext({
        baseURL: address,
        javaScriptEnabled: visitor.javascript ?? true,
        viewport: { width: visitor.width ?? 1280, height: visitor.height ?? 800 },
        forcedColors: visitor.forcedColours ? 'active' : 'none',
        colorScheme: visitor.scheme ?? 'light',
        reducedMotion: visitor.reducedMotion ? 'reduce' : 'no-preference',
        contrast: visitor.moreContrast ? 'more' : 'no-preference',
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        acceptDownloads: true,
      })
      context.setDefaultTimeout(15_000)
      if (visitor.javascript === false) withoutScripts.add(context)
      watch(context, new URL(address).origin)
      return await context.newPage()
    },
    close: () => browser.close(),
  }
}

/**
 * Fails unless the page that is open keeps what we promise of every page: no violation that axe can
 * find, one h1, a title of the right shape, nothing to scroll sideways at 320 px, and, since the
 * last check, no error in the console, no failed or foreign request and no breach of the content
 * security policy.
 */
export async function checkPage(page: Page): Promise<void> {
  const problems = [
    ...troubles(page.context()).splice(0),
    ...(await headingProblems(page)),
    ...(await axeProblems(page)),
    ...(await widthProblems(page)),
  ]
  assert.deepEqual(problems, [], `${page.url()} (${await page.title()})`)
}

const withoutScripts = new WeakSet<BrowserContext>()
const kept = new WeakMap<BrowserContext, string[]>()

function troubles(context: BrowserContext): string[] {
  const list = kept.get(context) ?? []
  kept.set(context, list)
  return list
}

// A page that answers 404 or 422 on purpose is noted in Chromium's console too, so failures to load
// are read from the responses instead, where a page can be told from what it loads.
function watch(context: BrowserContext, origin: string): void {
  const list = troubles(context)
  context.on('weberror', (error) => list.push(`script error: ${error.error().message}`))
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) {
      list.push(`console: ${text}`)
    }
  })
  context.on('request', (request) => {
    const url = new URL(request.url())
    const isOurs = url.origin === origin || ['about:', 'blob:', 'data:'].includes(url.protocol)
    if (!isOurs) list.push(`foreign request: ${url.href}`)
  })
  context.on('response', (response) => {
    const isPart = !response.request().isNavigationRequest()
    if (isPart && response.status() >= 400) list.push(`${response.status()}: ${response.url()}`)
  })
}

async function headingProblems(page: Page): Promise<string[]> {
  const title = await page.title()
  const headings = await page.locator('h1').count()
  const isError = (await page.locator('.govuk-error-summary').count()) > 0
  return [
    headings === 1 ? '' : `${headings} h1 on the page`,
    /\S - \S/.test(title) ? '' : `title is not “page - Guildhall”: “${title}”`,
    title.startsWith('Error: ') === isError ? '' : `title and error summary disagree: “${title}”`,
  ].filter(Boolean)
}

async function axeProblems(page: Page): Promise<string[]> {
  const twin = withoutScripts.has(page.context()) ? await copy(page) : undefined
  const { violations } = await new AxeBuilder({ page: twin ?? page })
    .setLegacyMode()
    .options({
      runOnly: ['best-practice', 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: { 'target-size': { enabled: true }, region: { enabled: false } },
    })
    .analyze()
  await twin?.context().close()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary ?? ''}`),
  )
}

// axe is a script, and cannot run where scripts are off. It then looks at a copy: the same HTML and
// styles, without scripts, in a browser that has them.
async function copy(page: Page): Promise<Page> {
  const content = (await page.content())
    .replace(/<script\b[^]*?<\/script>/gi, '')
    .replace(/<(\/?)noscript\b/gi, '<$1div')
  const state = await page.context().storageState()
  const viewport = page.viewportSize()
  const context = await page.context().browser()!.newContext({ storageState: state, viewport })
  const twin = await context.newPage()
  await twin.route(page.url(), (route) =>
    route.fulfill({ body: content, contentType: 'text/html' }),
  )
  await twin.goto(page.url())
  return twin
}

async function widthProblems(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= edge) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .map((element) => element.outerHTML.slice(0, 120))
  })
  if (before) await page.setViewportSize(before)
  return wide.map((element) => `wider than 320 px: ${element}`)
}
