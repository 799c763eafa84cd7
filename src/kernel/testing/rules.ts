import type { Import, Source } from './sources.ts'
import { source } from './sources.ts'

/** A rule of the house: which files break it, and sets of made-up files of which each would. */
export type Rule = { name: string; broken(sources: Source[]): string[]; bad: Source[][] }

/** The rules of the house that can be read off the sources. */
export const rules: Rule[] = [
  {
    name: 'the kernel imports no feature',
    broken: (all) =>
      imported(all.filter(inKernel), ({ of }) =>
        /^src\/(features|testing|app\.ts|main\.ts)/.test(of),
      ),
    bad: [[source('src/kernel/http.ts', "import { find } from '#features/events/index.ts'")]],
  },
  {
    name: 'a feature is imported by its index, and otherwise only by itself',
    broken: (all) =>
      all.flatMap((each) =>
        imported([each], ({ of }) => {
          const feature = featureOf(of)
          const isOther = feature !== undefined && feature !== featureOf(each.path)
          return isOther && of !== `src/features/${feature}/index.ts`
        }),
      ),
    bad: [
      [source('src/features/posts/views.ts', "import { card } from '../events/views.ts'")],
      [source('src/main.ts', "import { seed } from '#features/events/queries.ts'")],
    ],
  },
  {
    name: 'only app.ts knows all features; a feature does not know app.ts',
    broken: (all) => imported(all.filter(inFeature), ({ of }) => /^src\/(app|main)\.ts$/.test(of)),
    bad: [[source('src/features/events/jobs.ts', "import { features } from '../../app.ts'")]],
  },
  {
    name: 'no feature imports itself by way of others',
    broken: (all) => circles(all.filter(inFeature)),
    bad: [
      [
        source('src/features/events/index.ts', "import { post } from '#features/posts/index.ts'"),
        source('src/features/posts/views.ts', "import { find } from '#features/events/index.ts'"),
      ],
    ],
  },
  {
    name: 'every feature has an index',
    broken: (all) => {
      const paths = new Set(all.map((each) => each.path))
      const names = new Set(all.flatMap((each) => featureOf(each.path) ?? []))
      return [...names].filter((name) => !paths.has(`src/features/${name}/index.ts`))
    },
    bad: [[source('src/features/events/queries.ts', '')]],
  },
  {
    name: 'no folder is named after nothing in particular',
    broken: (all) => all.map((each) => each.path).filter((path) => vagueFolder.test(path)),
    bad: [[source('src/features/events/utils/dates.ts', '')]],
  },
  {
    name: 'files stay short',
    broken: (all) =>
      all
        .filter(({ path }) => !(path in long) && !path.endsWith('/tables.ts'))
        .filter((each) => lines(each) > (isTest(each) ? 300 : 200))
        .map((each) => `${each.path} has ${lines(each)} lines`),
    bad: [
      [source('src/features/events/queries.ts', 'line\n'.repeat(201))],
      [source('src/features/events/events.test.ts', 'line\n'.repeat(301))],
    ],
  },
  {
    name: 'only the kernel opens a database, and main.ts and tests ask it to',
    broken: (all) => [
      ...imported(
        all.filter((each) => !/^src\/kernel\/(db|testing)\b/.test(each.path) && !isTest(each)),
        isDriver,
      ),
      ...imported(
        all.filter((each) => !mayOpen.test(each.path) && !isTest(each)),
        ({ of, typeOnly }) => of.startsWith('src/kernel/db/') && !typeOnly,
      ),
    ],
    bad: [
      [source('src/features/events/queries.ts', "import pg from 'pg'")],
      [source('src/features/events/jobs.ts', "await import('@electric-sql/pglite')")],
      [source('src/kernel/mail.ts', "import { Kysely } from 'kysely'")],
      [source('src/features/events/index.ts', "import { openEngine } from '#kernel/db/open.ts'")],
      [source('src/promises/kill.ts', "await import('#kernel/db/postgres.ts')")],
    ],
  },
  {
    name: 'views and emails hold no SQL',
    broken: (all) => saying(all, /[/-](views?|emails?)(\.ts|\/)/, /\bsql(<[^`]*>)?`/),
    bad: [
      [source('src/features/events/views.ts', 'sql<{ one: number }>`select 1 as one`')],
      [source('src/features/events/check-in-views.ts', 'tx.rows(sql`select 1`)')],
    ],
  },
  {
    name: 'routes hold neither SQL nor HTML',
    broken: (all) => saying(all, /^src\/features\/.*[/-]routes\.ts$/, /\b(sql(<[^`]*>)?|html)`/),
    bad: [
      [source('src/features/events/routes.ts', 'return html`<p>No</p>`')],
      [source('src/features/events/check-in-routes.ts', 'tx.rows(sql`select 1`)')],
    ],
  },
  {
    name: 'features call nothing over the network',
    broken: (all) => [
      ...imported(all.filter(inFeature), ({ of, typeOnly }) => networked.test(of) && !typeOnly),
      ...saying(all.filter(inFeature), /\.ts$/, /(^|[^.\w])fetch\(/m),
    ],
    bad: [
      [source('src/features/events/queries.ts', "import { request } from 'node:https'")],
      [source('src/features/events/emails.ts', "await fetch('https://example.org')")],
    ],
  },
  {
    name: 'there are no classes but errors, and no names that say nothing',
    broken: (all) => saying(all, /\.ts$/, aClass, aVagueName),
    bad: [
      [source('src/features/events/events.ts', 'export class Events {}')],
      [source('src/features/events/queries.ts', 'export function handleEvent() {}')],
      [source('src/features/events/queries.ts', 'export type EventRepository = {}')],
    ],
  },
]

// Files that may be longer than others, each with the reason.
const long: Record<string, string> = {}

const mayOpen = /^src\/(main\.ts|testing\/|kernel\/(db|testing)\b)/
const vagueFolder = /\/(utils?|common|helpers?|libs?|services?)\//
const networked = /^(node:(dgram|http|http2|https|net|tls)|nodemailer|undici)$/
const aClass = /^(export )?(default )?(abstract )?class \w+ (?!extends \w*Error\b)/m
const aVagueName =
  /^export (async )?(const|function|type) (\w+(Controller|Manager|Repository|Service)|(handle|process)[A-Z]\w*)\b/m

function inKernel(each: Source): boolean {
  return each.path.startsWith('src/kernel/') && !isTest(each)
}

function inFeature(each: Source): boolean {
  return featureOf(each.path) !== undefined && !isTest(each)
}

function isTest({ path }: Source): boolean {
  return path.endsWith('.test.ts')
}

function isDriver({ of, typeOnly }: Import): boolean {
  return /^(kysely|pg|@electric-sql\/pglite)(\/|$)/.test(of) && !typeOnly
}

function featureOf(path: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1]
}

function lines({ text }: Source): number {
  return text.trimEnd().split('\n').length
}

function imported(from: Source[], forbidden: (each: Import) => boolean): string[] {
  return from.flatMap(({ path, imports }) =>
    imports.filter(forbidden).map(({ of }) => `${path} imports ${of}`),
  )
}

function saying(all: Source[], where: RegExp, ...what: RegExp[]): string[] {
  return all
    .filter(({ path, text }) => where.test(path) && what.some((each) => each.test(text)))
    .map(({ path }) => path)
}

// Features on a circle: those that reach themselves.
function circles(all: Source[]): string[] {
  const next = new Map<string, Set<string>>()
  for (const { path, imports } of all) {
    const from = featureOf(path)!
    const others = imports.flatMap(({ of }) => featureOf(of) ?? []).filter((name) => name !== from)
    next.set(from, (next.get(from) ?? new Set()).union(new Set(others)))
  }
  return [...next.keys()].filter((name) => reachable(name, next).has(name))
}

function reachable(start: string, next: Map<string, Set<string>>): Set<string> {
  const seen = new Set<string>()
  const open = [...(next.get(start) ?? [])]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    open.push(...(next.get(name) ?? []))
  }
  return seen
}
