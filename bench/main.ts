import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#kernel/clock.ts'
import { commandLine } from '#kernel/command-line.ts'
import { readConfig } from '#kernel/config.ts'
import { makeDb, type Db } from '#kernel/db.ts'
import { openEngine } from '#kernel/db/open.ts'
import { makeKeys } from '#kernel/keys.ts'
import { migrate } from '#kernel/migrate.ts'
import { startPostgres } from '#kernel/testing/postgres.ts'
import { features } from '../src/app.ts'
import { load } from './load.ts'
import { freePort, start, type Running } from './process.ts'
import { seed, seedNetworks, type Seeded } from './seed.ts'
import { mailSink, signUps } from './signing-up.ts'
import { visit } from './visit.ts'

const { options } = commandLine({
  typed: 'npm run bench',
  options: ['--quick', '--only=pglite', '--only=postgres'],
  help: () =>
    'npm run bench   Measures pages, sign-ups, starts and memory, on both databases.\n\n  --quick           Fewer rows and less time.\n  --only=pglite     On the embedded database alone.\n  --only=postgres   On PostgreSQL alone.',
})
const quick = options.has('--quick')
const only = [...options].find((each) => each.startsWith('--only='))?.slice(7)
const seconds = quick ? 2 : 5
const full = quick
  ? { networks: 200, people: 2_000, memberships: 6_000 }
  : { networks: 1_000, people: 100_000, memberships: 300_000 }
const tenth = {
  networks: full.networks / 10,
  people: full.people / 10,
  memberships: full.memberships / 10,
}

console.log(
  `Guildhall bench, ${cpus().length} cores shared by the server, the database and the load. Ratios are to the second floor: one indexed query, as many bytes.`,
)
if (only !== 'pglite') await bench('PostgreSQL', full)
if (only !== 'postgres') await bench('PGlite', tenth)

async function bench(name: 'PostgreSQL' | 'PGlite', size: typeof full): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
  const postgres = name === 'PostgreSQL' ? await startPostgres() : undefined
  const master = randomBytes(32)
  const sink = await mailSink()
  const port = await freePort()
  const environment: Record<string, string> = {
    GUILDHALL_DATA: folder,
    GUILDHALL_KEYS: master.toString('base64'),
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    TRUST_PROXY: 'yes',
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    NODE_COMPILE_CACHE: join(folder, 'compile'),
    MALLOC_ARENA_MAX: '2',
    ...(postgres ? { DATABASE_URL: postgres.url } : { NODE_OPTIONS: '--max-semi-space-size=1' }),
  }
  const withDb = async <T>(work: (db: Db) => Promise<T>) => {
    const engine = await openEngine(readConfig(environment))
    await migrate(
      engine,
      features.map((feature) => feature.folder),
    )
    const db = makeDb(engine, makeKeys([master]), systemClock)
    for (const feature of features) await feature.prepare?.(db)
    return work(db).finally(() => db.close())
  }
  try {
    const began = performance.now()
    const seeded = await withDb((db) => seed(db, size))
    console.log(
      `\n## ${name}: ${size.networks} networks, ${size.people} people, ${size.memberships} memberships (seeded in ${Math.round((performance.now() - began) / 1000)} s)\n`,
    )
    await starts(environment)
    const server = await start('src/main.ts', [], environment)
    const idle = await settle(server)
    await pages(server, seeded, postgres?.url ?? '')
    const busy = server.memory()
    await joins(server, seeded, sink.taken)
    await visits(server)
    console.log(
      `\nMemory: ${idle} MB idle, ${busy} MB after load, ${server.memory()} MB after sign-ups`,
    )
    await server.stop()
    await growth(environment, seeded, size.networks * 10, withDb)
  } finally {
    sink.close()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function starts(environment: Record<string, string>): Promise<void> {
  for (const which of ['First', 'Second']) {
    const server = await start('src/main.ts', [], environment)
    console.log(
      `${which} start of the server: ${Math.round(server.startedIn)} ms, ${server.memory()} MB`,
    )
    await server.stop()
  }
}

async function settle(server: Running): Promise<number> {
  await fetch(`${server.base}/networks`)
  await new Promise((resolve) => setTimeout(resolve, 5000))
  return server.memory()
}

function measured(seeded: Seeded): [string, string[], string[]][] {
  const words = [
    'Carers',
    'Data',
    'Policy',
    'Harbour',
    'Valley',
    'River',
    'Digital',
    'Parents',
    'Analysis',
    'North',
  ]
  const searches = Array.from({ length: 200 }, (_, i) => `/networks?q=${words[i % 10]}+${i}`)
  return [
    ['directory, one address (a copy is kept 5 s)', ['/networks'], []],
    [
      'directory, filtered, 200 addresses',
      Array.from(
        { length: 200 },
        (_, i) => `/networks?type=${['profession', 'cross-government'][i % 2]}&x=${i}`,
      ),
      [],
    ],
    [
      'a network’s page, all addresses in turn',
      seeded.slugs.map((slug) => `/networks/${slug}`),
      [],
    ],
    ['directory search, 200 searches', searches, []],
    ['/home, signed in', ['/home'], seeded.sessions],
    [
      'members page, signed in',
      seeded.led.map((slug) => `/networks/${slug}/members`),
      seeded.sessions,
    ],
  ]
}

async function pages(server: Running, seeded: Seeded, database: string): Promise<void> {
  const floorPort = await freePort()
  const floorFolder = mkdtempSync(join(tmpdir(), 'guildhall-floor-'))
  if (!database) await emptyDatabase(floorFolder)
  const floor = await start('bench/floor.ts', [String(floorPort), database || floorFolder], {})
  console.log(
    '\n| page | bytes | requests/s | p50 ms | p99 ms | constant floor/s | query floor/s | ratio |\n|---|---|---|---|---|---|---|---|',
  )
  for (const [name, paths, cookies] of measured(seeded)) {
    const bytes = (
      await (
        await fetch(server.base + paths[0], {
          headers: cookies.length ? { cookie: `session=${cookies[0]}` } : {},
        })
      ).text()
    ).length
    const constant = await load(floor.base, [`/constant?bytes=${bytes}`], [], seconds)
    const query = await load(floor.base, [`/query?bytes=${bytes}`], [], seconds)
    const page = await load(server.base, paths, cookies, seconds)
    const failed = page.failed ? ` (${page.failed} failed)` : ''
    console.log(
      `| ${name} | ${bytes} | ${Math.round(page.perSecond)}${failed} | ${page.p50} | ${page.p99} | ${Math.round(constant.perSecond)} | ${Math.round(query.perSecond)} | ${(page.perSecond / query.perSecond).toFixed(2)} |`,
    )
  }
  await floor.stop()
  rmSync(floorFolder, { recursive: true, force: true })
}

/** The floor's own embedded database: the same table, since two processes cannot share one. */
async function emptyDatabase(folder: string): Promise<void> {
  const { openEmbedded } = await import('#kernel/db/embedded.ts')
  const engine = await openEmbedded(folder)
  await engine.root(
    "create schema networks; create table networks.network (id serial, slug text unique, name text); insert into networks.network (slug, name) select 'network-' || lpad(i::text, 6, '0'), 'x' from generate_series(0, 999) i; analyze",
  )
  await engine.close()
}

async function joins(server: Running, seeded: Seeded, taken: () => number): Promise<void> {
  const before = taken()
  const { perSecond, failed } = await signUps(server.base, seeded.slugs, seconds * 3)
  console.log(
    `\nSign-ups, form to confirmed membership with the code read from the mail: ${perSecond.toFixed(1)} a second; ${taken() - before} emails handed over; ${failed.length} failed${failed.length ? `: ${[...new Set(failed)].slice(0, 3).join('; ')}` : ''}`,
  )
}

async function visits(server: Running): Promise<void> {
  const { first, second } = await visit(server.base, '/networks')
  console.log(
    `\nThe directory over the wire, compressed: first visit ${(first / 1024).toFixed(1)} KB, second ${(second / 1024).toFixed(1)} KB`,
  )
}

/** What a page costs as the number of networks grows tenfold: one connection, so that the figure is time. */
async function growth(
  environment: Record<string, string>,
  seeded: Seeded,
  most: number,
  withDb: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
): Promise<void> {
  console.log(
    '\n| page, milliseconds each, one at a time | networks as seeded | ten times as many |\n|---|---|---|',
  )
  const before = await each(environment, seeded)
  await withDb(async (db) => {
    await seedNetworks(db, seeded.slugs.length, most)
    await db.engine.root('analyze')
  })
  const after = await each(environment, seeded)
  for (const [name, ms] of before)
    console.log(`| ${name} | ${ms.toFixed(2)} | ${after.get(name)!.toFixed(2)} |`)
}

async function each(
  environment: Record<string, string>,
  seeded: Seeded,
): Promise<Map<string, number>> {
  const server = await start('src/main.ts', [], environment)
  const times = new Map<string, number>()
  for (const [name, paths, cookies] of measured(seeded).slice(1)) {
    const ask = (i: number) =>
      fetch(server.base + paths[i % paths.length], {
        headers: cookies.length ? { cookie: `session=${cookies[i % cookies.length]}` } : {},
      }).then((answer) => answer.text())
    for (let i = 0; i < 100; i++) await ask(i)
    const began = performance.now()
    for (let i = 100; i < 300; i++) await ask(i)
    times.set(name, (performance.now() - began) / 200)
  }
  await server.stop()
  return times
}
