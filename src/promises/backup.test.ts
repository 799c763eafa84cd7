import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { keepFile, readKeptFile } from '#kernel/files.ts'
import { personByEmail, register } from '#features/people/index.ts'
import * as cast from '../testing/cast.ts'
import { appIn } from '../testing/folder.ts'

const home = mkdtempSync(join(tmpdir(), 'guildhall-backup-'))
const kept = join(home, 'kept')
after(() => rmSync(home, { recursive: true, force: true }))

test('a backup holds the data and not the key; with the key beside it again, everything is there', async () => {
  const app = await open('data')
  const { name, email } = cast.sam
  await app.db.asSystem('write something in a test', (tx) =>
    register(tx, email, { name, email, organisation: null }),
  )
  const file = await app.db.asSystem('write something in a test', (tx) =>
    keepFile(tx, app, Buffer.from('a list'), 1),
  )
  await app.db.close()
  assert.match(backup('data', kept).said, /cannot be read without the keyring/)
  const copy = join(kept, readdirSync(kept)[0]!)
  assert.deepEqual(readdirSync(copy).sort(), ['database.tar.gz', 'files'])

  mkdirSync(join(home, 'new/database'), { recursive: true })
  unpack(join(copy, 'database.tar.gz'), join(home, 'new/database'))
  assert.equal(
    readdirSync(join(home, 'new'), { recursive: true }).some((each) =>
      /keyring/.test(String(each)),
    ),
    false,
  )
  cpSync(join(copy, 'files'), join(home, 'new/files'), { recursive: true })
  cpSync(join(home, 'data/keyring'), join(home, 'new/keyring'))
  const restored = await open('new')
  const found = await restored.db.asSystem('read it in a test', async (tx) => [
    (await personByEmail(tx, email))?.details.name,
    String(await readKeptFile(tx, restored, file)),
  ])
  await restored.db.close()
  assert.deepEqual(found, [name, 'a list'])
})

test('a folder that the key is in, or a copy of it, is refused, and nothing is written', () => {
  for (const folder of [home, join(home, 'data')])
    assert.match(backup('data', folder).said, /keyring is in .* protects nobody/s)
  cpSync(join(home, 'data/keyring'), join(kept, 'my-key.txt'))
  assert.match(backup('data', kept).said, /my-key.txt holds the key/)
  assert.equal(readdirSync(kept).length, 2)
})

test('while Guildhall runs, it says what to do instead of copying', async () => {
  const app = await open('data')
  assert.match(backup('data', join(home, 'other')).said, /is running.*Stop it, run this again/)
  await app.db.close()
})

test('where the data is in PostgreSQL, it names the command that copies it', () => {
  assert.match(
    backup('data', kept, { DATABASE_URL: 'postgres://guildhall@db/guildhall' }).said,
    /pg_dump/,
  )
})

test('a key is added to the keyring, and never printed', () => {
  const before = readFileSync(join(home, 'data/keyring'), 'utf8')
  assert.match(run('bin/keys.ts', 'data').said, /holds 1 key:/)
  const added = run('bin/keys.ts', 'data', ['add'])
  const lines = readFileSync(join(home, 'data/keyring'), 'utf8').trim().split('\n')
  assert.deepEqual([lines.length, lines[0]], [2, before.trim()])
  assert.equal(
    lines.some((line) => added.said.includes(line)),
    false,
  )
})

const open = (folder: string) => appIn(join(home, folder))

const backup = (data: string, to: string, more: Record<string, string> = {}) =>
  run('bin/backup.ts', data, [to], more)

function run(
  program: string,
  data: string,
  options: string[] = [],
  more: Record<string, string> = {},
): { said: string } {
  const { DATABASE_URL: _, ...environment } = process.env
  const done = spawnSync(process.execPath, [program, ...options], {
    encoding: 'utf8',
    env: { ...environment, GUILDHALL_DATA: join(home, data), ...more },
  })
  return { said: done.stdout + done.stderr }
}

function unpack(archive: string, folder: string): void {
  assert.equal(spawnSync('tar', ['-xzf', archive, '-C', folder]).status, 0)
}
