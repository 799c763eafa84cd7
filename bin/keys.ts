// `npm run keys`: how many keys the keyring holds; with `-- add`, adds one. It never prints a key that is
// in use. What is kept is sealed anew under the new key once Guildhall has been started again.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { commandLine } from '#kernel/command-line.ts'
import { ConfigError, readConfig } from '#kernel/config.ts'
import { addKey, loadKeyring } from '#kernel/keys.ts'

const { words } = commandLine({
  typed: 'npm run keys',
  words: ['add'],
  help: () =>
    'npm run keys          Says how many keys the keyring holds.\nnpm run keys -- add   Adds a key. What is kept is sealed anew once Guildhall has been started again.',
})

try {
  console.log(run(words[0]))
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
process.disconnect?.()

function run(wish: string | undefined): string {
  const config = readConfig(process.env)
  if (wish !== undefined && wish !== 'add')
    throw new ConfigError('Say `npm run keys`, or `npm run keys -- add`.')
  if (!config.keys && !existsSync(config.keyFile))
    throw new ConfigError(`There is no keyring at ${config.keyFile}. The first start makes one.`)
  const count = loadKeyring(config).keys.version
  if (!wish)
    return `The keyring holds ${keys(count)}: ${config.keys ? 'GUILDHALL_KEYS' : config.keyFile}`
  if (config.keys)
    return `Put this at the end of GUILDHALL_KEYS, after a comma, then stop and start Guildhall:\n${randomBytes(32).toString('base64')}`
  return `The keyring holds ${keys(addKey(config.keyFile))} now: ${config.keyFile}\nKeep a new copy of it somewhere safe, apart from backups of the data. Then stop and start Guildhall: it seals anew what it keeps, as it works.`
}

function keys(count: number): string {
  return count === 1 ? '1 key' : `${count} keys`
}
