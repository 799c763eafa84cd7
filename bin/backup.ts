// `npm run backup -- <folder>`: copies the embedded database and the sealed files into a new folder below
// the one named. The key is never in it, and a folder that holds the key is refused: whoever has both
// can read everything.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { commandLine } from '#kernel/command-line.ts'
import { ConfigError, readConfig, type Config } from '#kernel/config.ts'
import { FolderInUse, openEmbedded } from '#kernel/db/embedded.ts'

const running =
  'Guildhall is running, and the embedded database can be copied only while it stands still. Stop it, run this again, which takes seconds, and start it.'

const { words } = commandLine({
  typed: 'npm run backup',
  words: ['<folder>'],
  help: () =>
    'npm run backup -- <folder>   Copies the embedded database and the sealed files into a new folder below it,\n                             never with the key.',
})

try {
  console.log(await run(words[0]))
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof FolderInUse)) throw error
  console.error(error instanceof FolderInUse ? running : error.message)
  process.exitCode = 1
}
process.disconnect?.()

async function run(wish: string | undefined): Promise<string> {
  const config = readConfig(process.env)
  if (config.databaseUrl)
    throw new ConfigError(
      `The data is in PostgreSQL. Copy it with:\n  pg_dump --format=custom --file=guildhall.dump "$DATABASE_URL"\nand copy the folder ${join(config.dataFolder, 'files')}. Keep both apart from the keyring.`,
    )
  if (!wish) throw new ConfigError('Say where to: npm run backup -- <folder>')
  const database = join(config.dataFolder, 'database')
  if (!existsSync(database)) throw new ConfigError(`There is no database at ${database}.`)
  const folder = resolve(wish)
  refuseTheKey(config, folder)
  const name = `guildhall-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')}`
  // It has its name once it is whole: what was broken off cannot be taken for a backup.
  const unfinished = join(folder, `${name}.unfinished`)
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  await copyDatabase(database, join(unfinished, 'database.tar.gz'))
  const files = join(config.dataFolder, 'files')
  if (existsSync(files)) cpSync(files, join(unfinished, 'files'), { recursive: true })
  rmSync(join(folder, name), { recursive: true, force: true })
  renameSync(unfinished, join(folder, name))
  return `The data is copied to ${join(folder, name)}\nIt cannot be read without the keyring, which is not in it: ${config.keys ? 'GUILDHALL_KEYS' : config.keyFile}`
}

/** Neither below, nor beside: the key is not where the copy goes, nor in what is copied. */
function refuseTheKey(config: Config, folder: string): void {
  const apart =
    'A backup with its key beside it protects nobody. Name a folder that the keyring is not in.'
  if (config.keys) return
  if (within(folder, config.keyFile)) throw new ConfigError(`The keyring is in ${folder}. ${apart}`)
  for (const part of ['database', 'files'])
    if (within(join(config.dataFolder, part), config.keyFile))
      throw new ConfigError(
        `The keyring is inside ${join(config.dataFolder, part)}. Move it out, and say where with GUILDHALL_KEY_FILE.`,
      )
  if (!existsSync(folder) || !existsSync(config.keyFile)) return
  const secret = readFileSync(config.keyFile, 'utf8').split('\n')[0]!
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (
      statSync(file).isFile() &&
      statSync(file).size < 100_000 &&
      readFileSync(file, 'utf8').includes(secret)
    )
      throw new ConfigError(`${file} holds the key. ${apart}`)
  }
}

function within(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way !== '' && !way.startsWith('..') && resolve(folder, way) === file
}

async function copyDatabase(database: string, to: string): Promise<void> {
  const engine = await openEmbedded(database)
  const dump = Buffer.from(await (await engine.dump()).arrayBuffer())
  await engine.close()
  writeFileSync(to, gzipSync(dump), { flag: 'wx', mode: 0o600, flush: true })
}
