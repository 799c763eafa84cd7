import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** How to start Chromium; `env` is for libraries that this machine lacks. */
export type Chromium = { executablePath: string; args: string[]; env: Record<string, string> }

/**
 * Finds a Chromium for journeys: the one at `CHROMIUM_PATH`, or the machine's own, or else the one
 * in the npm package @sparticuz/chromium, which is unpacked once into the checkout's cache.
 * `GUILDHALL_CHROMIUM=bundled` asks for the last of these.
 */
export async function chromiumPath(): Promise<Chromium> {
  const own = process.env.GUILDHALL_CHROMIUM === 'bundled' ? undefined : onThisMachine()
  if (own) return { executablePath: own, args, env: {} }
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  return { executablePath, args, env: whatIsMissing(executablePath, folder) }
}

function onThisMachine(): string | undefined {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) return CHROMIUM_PATH
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => existsSync(path))
}

// The browser only ever opens pages of ours, so it needs no sandbox, which containers often refuse.
// It asks nothing of the internet: even the names of other hosts lead nowhere.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

async function unpacked(): Promise<string> {
  const home = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
  const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url))
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  // Two tests may unpack at once: each does so in a folder of its own, and the first to be done wins.
  await mkdir(cache, { recursive: true })
  const mine = await mkdtemp(`${folder}-`)
  const script = `
    import chromium, { inflate } from '@sparticuz/chromium'
    await chromium.executablePath()
    await inflate(${JSON.stringify(join(home, 'bin/al2023.tar.br'))})`
  const options = { cwd: home, env: { ...process.env, TMPDIR: mine } }
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], options)
  await rename(mine, folder).catch(() => rm(mine, { recursive: true }))
  return folder
}

// A bare server has neither the libraries of Mozilla's NSS nor any fonts; the package brings both.
function whatIsMissing(executable: string, folder: string): Record<string, string> {
  const links = spawnSync('ldd', [executable], { encoding: 'utf8' })
  const complete = links.status === 0 && !links.stdout.includes('not found')
  return {
    ...(complete ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  }
}
