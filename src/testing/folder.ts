import { join } from 'node:path'
import type { App } from '#kernel/app.ts'
import { systemClock } from '#kernel/clock.ts'
import { readConfig } from '#kernel/config.ts'
import { makeDb } from '#kernel/db.ts'
import { openEmbedded } from '#kernel/db/embedded.ts'
import { loadKeyring } from '#kernel/keys.ts'
import { migrate } from '#kernel/migrate.ts'
import { features, makeApp } from '../app.ts'

/** A Guildhall on the embedded database of a data folder, as main.ts opens it, without its server. */
export async function appIn(dataFolder: string): Promise<App> {
  const config = readConfig({ GUILDHALL_DATA: dataFolder })
  const { keys } = loadKeyring(config)
  const engine = await openEmbedded(join(config.dataFolder, 'database'))
  await migrate(
    engine,
    features.map((feature) => feature.folder),
  )
  return makeApp(config, makeDb(engine, keys, systemClock))
}
