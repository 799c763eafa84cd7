import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { App } from '#kernel/app.ts'
import { testClock } from '#kernel/clock.ts'
import { readConfig } from '#kernel/config.ts'
import { makeDb } from '#kernel/db.ts'
import type { Engine } from '#kernel/db/engine.ts'
import { makeKeys } from '#kernel/keys.ts'
import { migrate } from '#kernel/migrate.ts'
import { makeServer } from '#kernel/server.ts'
import { features, makeApp } from '../app.ts'

export type TestApp = App & { server: FastifyInstance; clock: ReturnType<typeof testClock> }

/**
 * A whole Guildhall for one test file, on a fresh database: PGlite in memory, or PostgreSQL when
 * TEST_DATABASE_URL names a server. Closed by itself after the file's tests.
 */
export async function testApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guildhall-test-'))
  const { engine, drop } = process.env['TEST_DATABASE_URL']
    ? await onPostgres(process.env['TEST_DATABASE_URL'])
    : await onPglite()
  const clock = testClock()
  const config = readConfig({ GUILDHALL_DATA: dataFolder, TRUST_PROXY: 'yes', ...environment })
  const app = makeApp(config, makeDb(engine, makeKeys([randomBytes(32)]), clock))
  for (const feature of features) await feature.prepare?.(app.db)
  const server = await makeServer(app)
  after(async () => {
    await server.close()
    app.transport.close()
    await app.db.close()
    await drop()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  return Object.assign(app, { server, clock })
}

/** Migrated once for all files with the same migrations and rules, then loaded from a dump. */
async function onPglite(): Promise<{ engine: Engine; drop: () => Promise<void> }> {
  const { openEmbedded } = await import('#kernel/db/embedded.ts')
  const dump = join(tmpdir(), `guildhall-template-${fingerprint()}.tar`)
  if (!existsSync(dump)) {
    const fresh = await openEmbedded(undefined)
    await migrate(fresh, folders())
    const own = `${dump}.${process.pid}`
    writeFileSync(own, Buffer.from(await (await fresh.dump()).arrayBuffer()))
    renameSync(own, dump)
    await fresh.close()
  }
  return {
    engine: await openEmbedded(undefined, new Blob([readFileSync(dump)])),
    drop: async () => {},
  }
}

async function onPostgres(url: string): Promise<{ engine: Engine; drop: () => Promise<void> }> {
  const { openPostgres } = await import('#kernel/db/postgres.ts')
  const name = `guildhall_${randomBytes(6).toString('hex')}`
  const root = openPostgres(url, 1)
  await root.root(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const engine = openPostgres(own.href, 8)
  await migrate(engine, folders())
  return {
    engine,
    async drop() {
      await root.root(`drop database if exists ${name} with (force)`)
      await root.close()
    },
  }
}

const folders = () => features.map((feature) => feature.folder)

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of [join(import.meta.dirname, '../kernel'), ...folders()]) {
    for (const file of [join(folder, 'access.sql'), ...migrationsIn(join(folder, 'migrations'))])
      if (existsSync(file)) hash.update(readFileSync(file))
  }
  return hash
    .update(readFileSync(join(import.meta.dirname, '../kernel/migrate.ts')))
    .digest('hex')
    .slice(0, 16)
}

const migrationsIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
    : []
