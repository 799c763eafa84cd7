import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
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

const visitors: Visitor[] = [
  {},
  { scheme: 'dark', width: 320, height: 640 },
  { forcedColours: true, javascript: false },
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

const reached = await Promise.all(
  people.map(async ([who, key, from]) => {
    const browser = key ? await signedIn(hall.app, sampleCast[key]) : client(hall.app)
    return { who, from, cookies: browser.cookies, paths: await reach(browser, from) }
  }),
)

describe(
  'every page is in order: light, dark at 320 px, forced colours without scripts',
  {
    concurrency: 2,
  },
  () => {
    for (const { who, from, cookies, paths } of reached) {
      test(`as ${who} sees it`, async () => {
        assert.ok(paths.length >= from.length - 1, `only ${paths.length} pages were reached`)
        const problems: string[] = []
        for (const visitor of visitors) problems.push(...(await walk(visitor, cookies, paths)))
        assert.deepEqual(problems, [])
      })
    }
  },
)

/** Opens each page, and checks it. */
async function walk(
  visitor: Visitor,
  cookies: ReadonlyMap<string, string>,
  paths: readonly string[],
): Promise<string[]> {
  const problems: string[] = []
  const page = await hall.browser.visit(visitor)
  const context = page.context()
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: hall.base })))
  for (const path of paths) {
    await page.goto(path)
    const thorough = visitor.scheme === 'dark' ? 'looks' : 'everything'
    const axe = isNew(visitor, await page.content()) ? thorough : 'nothing'
    await checkPage(page, { axe }).catch((error: Error) =>
      problems.push(`${path}: ${error.message.slice(0, 600)}`),
    )
  }
  await context.close()
  return problems
}

const seen = new Set<string>()

/** Whether there is anything in a page for axe that it has not seen in another, in the same light. */
function isNew(visitor: Visitor, page: string): boolean {
  const shapes = shapesOf(page).map((shape) => JSON.stringify(visitor) + shape)
  const known = shapes.every((shape) => seen.has(shape))
  for (const shape of shapes) seen.add(shape)
  return !known
}

/**
 * What of a page axe can find fault with: around its content, and in it, each kind of element with its
 * attributes, the order of the headings, and ids that are there twice. Texts and addresses are left out.
 */
function shapesOf(page: string): string[] {
  const [before = '', content = '', after = ''] = page.split(/(?=<main)|(?<=<\/main>)/)
  return [before + after, content].map((part) => {
    const tags = [...part.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag)
    const ids = tags.flatMap((tag) => / id="([^"]*)"/.exec(tag)?.[1] ?? [])
    const kinds = tags.map((tag) => tag.replace(variable, ' $1'))
    const headings = tags.filter((tag) => /^<h\d/.test(tag)).map((tag) => tag.slice(1, 3))
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
    return [...[...new Set(kinds)].sort(), ...headings, ...twice].join('\n')
  })
}

// Attributes whose value is one thing among many alike.
const variable =
  / (action|aria-describedby|aria-labelledby|content|d|datetime|for|height|href|id|name|src|value|width|x|y)="[^"]*"/g
