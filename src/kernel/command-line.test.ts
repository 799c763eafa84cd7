import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { readCommand, type Command } from './command-line.ts'
import { ConfigError } from './config.ts'

const start: Command = { typed: 'npm start', options: ['--demo'], help: () => '' }
const keys: Command = { typed: 'npm run keys', words: ['add'], help: () => '' }
const says = (given: string[], command: Command) => {
  try {
    readCommand(given, command)
    return ''
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.message
  }
}

test('what a command knows is read', () => {
  assert.deepEqual(readCommand(['--demo'], start), { options: new Set(['--demo']), words: [] })
  assert.deepEqual(readCommand(['add'], keys), { options: new Set(), words: ['add'] })
})

test('an option that there is not is refused, and what comes near to it is named', () => {
  assert.equal(
    says(['--prot', '4000'], start),
    'npm start knows no option --prot. PORT is a setting, and goes before the command: PORT=… npm start. `npm start -- --help` says what there is.',
  )
  assert.match(says(['--base-url=https://x.example'], start), /BASE_URL is a setting/)
  assert.match(says(['--hlep'], start), /Did you mean --help\?/)
  assert.match(says(['--add'], keys), /Did you mean add\?/)
  assert.equal(
    says(['--frobnicate'], keys),
    'npm run keys knows no option --frobnicate. `npm run keys -- --help` says what there is.',
  )
})

test('a word that a command does not expect is refused', () => {
  assert.match(says(['4000'], start), /npm start does not know “4000”/)
  assert.match(says(['add', 'two'], keys), /does not know “two”/)
})

test('every command refuses an option that it does not know', () => {
  const root = join(import.meta.dirname, '../..')
  for (const program of ['src/main.ts', 'bin/keys.ts', 'bin/backup.ts', 'bench/main.ts']) {
    const refused = spawnSync(process.execPath, [program, '--nothing-like-it'], {
      cwd: root,
      encoding: 'utf8',
    })
    assert.equal(refused.status, 1)
    assert.match(refused.stderr, /knows no option --nothing-like-it/)
  }
})
