import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, dateOf, systemClock } from '#kernel/clock.ts'
import { readConfig } from '#kernel/config.ts'
import { makeDb, sql } from '#kernel/db.ts'
import { openEngine } from '#kernel/db/open.ts'
import { makeKeys } from '#kernel/keys.ts'
import { migrate } from '#kernel/migrate.ts'
import { makeServer } from '#kernel/server.ts'
import { startPostgres } from '#kernel/testing/postgres.ts'
import { countDays } from '#features/joining/index.ts'
import { makePlacements, placementsOf, promotion } from '#features/promotion/index.ts'
import { features, makeApp } from '../src/app.ts'
import { seed } from './seed.ts'

// The page of a network's links with 100,000 clicks counted, short links under way, and posters:
// `node bench/promoting.ts`, or with `pglite` for the embedded database.
const postgres = process.argv.includes('pglite') ? undefined : await startPostgres()
const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
const config = readConfig({
  GUILDHALL_DATA: folder,
  ...(postgres ? { DATABASE_URL: postgres.url } : {}),
})
const engine = await openEngine(config)
await migrate(
  engine,
  features.map((feature) => feature.folder),
)
const db = makeDb(engine, makeKeys([randomBytes(32)]), systemClock)
const app = makeApp(config, db)
const server = await makeServer(app)
const { led: slugs, sessions } = await seed(db, { networks: 20, people: 200, memberships: 400 })
const today = dateOf(systemClock())

const codes = await db.asSystem('seed the bench', async (tx) => {
  const row = await tx.row<{ id: string }>(
    sql`select id from networks.network where slug = ${slugs[0]}`,
  )
  const network = row!.id
  await makePlacements(
    tx,
    network,
    Array.from({ length: 100 }, (_, i) => `Place ${i}`),
  )
  const placements = await placementsOf(tx, network)
  for (const { code } of placements)
    await countDays(
      tx,
      Array.from({ length: 250 }, (_, day) => ({
        network,
        code,
        day: addDays(today, -day),
        opened: 4,
        started: 2,
        joined: 1,
      })),
    )
  return placements.map(({ code }) => code)
})
await timed('Publishing what was counted of 100,000 clicks', 1, () =>
  promotion.jobs![0]!.run(app, {}),
)
console.log(`Memory before: ${Math.round(process.memoryUsage.rss() / 1e6)} MB`)
const cookie = `session=${sessions[0]}`
await timed('The page of 100 links with 100,000 clicks', 50, async () => {
  const answer = await server.inject({
    url: `/networks/${slugs[0]}/promote`,
    headers: { cookie },
  })
  if (!answer.body.includes('1,000')) throw new Error(`No page: ${answer.statusCode}`)
})
let machine = 0
await timed('A short link that is opened and counted', 500, () => {
  const from = `10.${machine >> 16}.${(machine >> 8) & 255}.${machine++ & 255}`
  return server.inject({
    url: `/go/${codes[machine % 3]}`,
    headers: {
      accept: 'text/html',
      'user-agent': 'Mozilla/5.0 (X11; Linux)',
      'x-forwarded-for': from,
    },
  })
})
for (const file of ['poster-a4.pdf', 'poster-a4.svg', 'screen.png']) {
  await timed(`${file}, made anew`, 1, () => asked(file, codes[0]!))
  await timed(`${file}, for another place`, 20, (i) => asked(file, codes[i + 1]!))
}
console.log(`Memory after all that: ${Math.round(process.memoryUsage.rss() / 1e6)} MB`)
await server.close()
app.transport.close()
await db.close()
await postgres?.stop()
rmSync(folder, { recursive: true, force: true })

async function asked(file: string, code: string) {
  const url = `/networks/${slugs[0]}/promote/${code}/files/${file}`
  const answer = await server.inject({ url, headers: { cookie } })
  if (!answer.headers['content-disposition']) throw new Error(`No file: ${answer.statusCode}`)
}

/** Does something so many times; says how long it took, and how much of the server's time. */
async function timed(what: string, times: number, work: (i: number) => Promise<unknown>) {
  const each: number[] = []
  const before = process.cpuUsage()
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await work(i)
    each.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  const sorted = each.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(1)
  const used = ((user + system) / 1000 / times).toFixed(1)
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, of the processor ${used} ms`)
}
