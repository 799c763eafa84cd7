import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '#kernel/testing/browse.ts'
import type { Visitor } from '#kernel/testing/browse.ts'
import { cast as sampleCast, fillSample } from '../src/sample.ts'
import { client, signedIn, type Client } from '../src/testing/client.ts'
import { openHall } from './hall.ts'

const hall = await openHall()
await fillSample(hall.app, { scale: 0.05 })
const routes = hall.app.features
  .flatMap((feature) => feature.routes ?? [])
  .filter((route) => route.method === 'GET')

/** One address for every route that someone can reach by following links from their first page. */
async function reach(browser: Client, from: string[]): Promise<string[]> {
  const found = new Map<string, string>()
  const waiting = [...from]
  const read = new Set<string>()
  while (waiting.length > 0 && read.size < 150) {
    const path = waiting.shift()!
    if (read.has(path)) continue
    const route = routeOf(path)
    // A second address of a route that is known is read only for the links of networks.
    if (route && found.has(route) && read.size > 60) continue
    read.add(path)
    const answer = await browser.get(path)
    const isFile =
      Boolean(answer.headers['content-disposition']) ||
      !String(answer.headers['content-type']).includes('html')
    if (answer.status !== 200 || isFile) continue
    if (route && !found.has(route)) found.set(route, path)
    for (const match of answer.text.matchAll(/href="(?!\/appearance\?)(\/[^"#]*)/g))
      waiting.push(match[1]!.replaceAll('&amp;', '&'))
  }
  return [...found.values()]
}

const routeOf = (path: string) =>
  routes.find((route) =>
    new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`).test(
      path.split('?')[0]!,
    ),
  )?.path

const visitors: [string, Visitor][] = [
  ['light', {}],
  ['dark, 320 px', { scheme: 'dark', width: 320, height: 640 }],
  ['forced colours, scripts off', { forcedColours: true, javascript: false }],
]

const people: [string, keyof typeof sampleCast | '', string[]][] = [
  [
    'a stranger',
    '',
    [
      '/',
      '/networks',
      '/guide',
      '/join',
      '/sign-in',
      '/accessibility',
      '/privacy',
      '/appearance',
      '/networks/nonesuch',
    ],
  ],
  ['a lead', 'grace', ['/home', '/networks/new', '/account']],
  ['the lead of a sensitive network', 'lena', ['/home']],
  [
    'an administrator',
    'ada',
    [
      '/admin',
      '/admin/organisations',
      '/admin/domains',
      '/admin/outbox',
      '/admin/audit',
      '/admin/health',
    ],
  ],
]

for (const [who, key, from] of people) {
  test(`${who} finds every page in order: light, dark at 320 px, forced colours without scripts`, async () => {
    const someone = key ? sampleCast[key] : undefined
    const browser = someone ? await signedIn(hall.app, someone) : client(hall.app)
    const paths = await reach(browser, from)
    assert.ok(paths.length >= from.length - 1, `only ${paths.length} pages were reached`)
    const problems: string[] = []
    for (const [, visitor] of visitors) {
      const page = await hall.browser.visit(visitor)
      await page
        .context()
        .addCookies([...browser.cookies].map(([name, value]) => ({ name, value, url: hall.base })))
      for (const path of paths) {
        await page.goto(path)
        await checkPage(page).catch((error: Error) =>
          problems.push(`${path}: ${error.message.slice(0, 600)}`),
        )
      }
      await page.context().close()
    }
    assert.deepEqual(problems, [])
  })
}
