import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Engine } from './engine.ts'

/** Opens the database that the settings name: PostgreSQL, or the embedded one in the data folder. */
export async function openEngine(config: Config): Promise<Engine> {
  if (config.databaseUrl) return (await import('./postgres.ts')).openPostgres(config.databaseUrl)
  return (await import('./embedded.ts')).openEmbedded(join(config.dataFolder, 'database'))
}
