import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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
 * security policy. `axe` is what axe looks for: `looks`, only what depends on colours and sizes, where the
 * same HTML is checked for everything in another light; or nothing, where it has seen the like before.
 */
export async function checkPage(page: Page, { axe = 'everything' }: Thorough = {}): Promise<void> {
  await arrived(page)
  const problems = [
    ...troubles(page.context()).splice(0),
    ...(await headingProblems(page)),
    ...(axe === 'nothing' ? [] : await axeProblems(page, axe)),
    ...(await widthProblems(page)),
  ]
  assert.deepEqual(problems, [], `${page.url()} (${await page.title()})`)
}

/** A page that somebody went to a moment ago may be there and still be empty. */
async function arrived(page: Page): Promise<void> {
  await page.waitForLoadState()
  const heading = page.locator('h1').first()
  await heading.waitFor({ state: 'attached', timeout: 5000 }).catch(() => {})
}

export type Thorough = { axe?: 'everything' | 'looks' | 'nothing' }

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
  const { title, headings, isError } = await page.evaluate(() => ({
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    isError: document.querySelector('.govuk-error-summary') !== null,
  }))
  return [
    headings === 1 ? '' : `${headings} h1 on the page`,
    /\S - \S/.test(title) ? '' : `title is not “page - Guildhall”: “${title}”`,
    title.startsWith('Error: ') === isError ? '' : `title and error summary disagree: “${title}”`,
  ].filter(Boolean)
}

// axe is put into each page twice; the second time it finds itself there.
const axeFile = createRequire(import.meta.resolve('@axe-core/playwright')).resolve(
  'axe-core/axe.min.js',
)
const axeSource = `if (!window.axe) { ${readFileSync(axeFile, 'utf8')} }`

const everything = {
  runOnly: ['best-practice', 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true }, region: { enabled: false } },
}
const looks = {
  runOnly: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
}

async function axeProblems(page: Page, axe: 'everything' | 'looks'): Promise<string[]> {
  const seen = withoutScripts.has(page.context()) ? await copy(page) : page
  // Only what is wrong is asked for: to gather what is right takes longer than to find it.
  const { violations } = await new AxeBuilder({ page: seen, axeSource })
    .setLegacyMode()
    .options({
      ...(axe === 'looks' ? looks : everything),
      resultTypes: ['violations'],
      preload: false,
    })
    .analyze()
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
  const context = page.context()
  const twin = twins.get(context) ?? (await makeTwin(page))
  twins.set(context, twin)
  await twin.unrouteAll()
  await twin.route(page.url(), (route) =>
    route.fulfill({ body: content, contentType: 'text/html' }),
  )
  await twin.goto(page.url())
  return twin
}

const twins = new WeakMap<BrowserContext, Page>()

async function makeTwin(page: Page): Promise<Page> {
  const context = page.context()
  const storageState = await context.storageState()
  const own = await context.browser()!.newContext({ storageState, viewport: page.viewportSize() })
  // When the whole browser closes, it has gone with it.
  context.on('close', () => void own.close().catch(() => {}))
  return own.newPage()
}

async function widthProblems(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  const isNarrow = before?.width === 320
  if (!isNarrow) await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= edge) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .map((element) => element.outerHTML.slice(0, 120))
  })
  if (before && !isNarrow) await page.setViewportSize(before)
  return wide.map((element) => `wider than 320 px: ${element}`)
}
