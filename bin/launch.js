// What `npm start`, `npm test` and `npm run bench` share. Plain JavaScript, because it runs before
// anything is installed and on whichever Node (20 or later) the machine has. Guildhall itself runs
// on the Node 24 that is pinned in package-lock.json.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Makes sure that the packages in package-lock.json are installed, and says in one line what it
 * does when they are not. With `development`, the tools for tests and checks are asked for too.
 * A full install is never replaced by a smaller one. Returns the path of Node 24.
 */
export function prepare({ development = false } = {}) {
  const lock = createHash('sha256').update(read('package-lock.json')).digest('hex')
  const found = installed(lock)
  if (!found.runs || (development && !found.tests)) {
    install(lock, development || found.wasFull)
  }
  return node24()
}

/**
 * Runs a TypeScript file of ours with Node 24, and ends this process with the same exit code.
 * The child has a channel to us, so that it can tell when we are gone and leave too. `environment`
 * is what it gets unless ours says otherwise.
 */
export function launch(node, script, args, environment = {}) {
  const child = spawn(node, [script, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: join(root, '.cache/compile'), ...environment, ...process.env },
  })
  child.on('error', (error) => fail(`Guildhall could not start Node 24: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  // A terminal sends Ctrl-C to the child as well; we wait for it to finish what it is doing.
  process.on('SIGINT', () => {})
}

const marker = 'node_modules/.guildhall-lock'

// `runs`: all that Guildhall needs is there. `tests`: so are the tools. `wasFull`: some tools are.
function installed(lock) {
  const [kind, hash] = read(marker).split(' ')
  if (hash === lock) return { runs: true, tests: kind === 'full', wasFull: kind === 'full' }
  const found = compare()
  if (found.runs) note(lock, found.tests)
  return found
}

// Somebody may have run npm by hand. What npm noted down is then compared with what is asked for.
function compare() {
  const there = packages('node_modules/.package-lock.json')
  const asked = Object.entries(packages('package-lock.json')).filter(([path]) => path)
  const missing = asked.filter(([path, { version, optional }]) =>
    there[path] ? there[path].version !== version : !optional,
  )
  return {
    runs: asked.length > 0 && missing.every(([, entry]) => isTool(entry)),
    tests: asked.length > 0 && missing.length === 0,
    wasFull: asked.some(([path, entry]) => isTool(entry) && there[path]),
  }
}

function isTool({ dev, devOptional }) {
  return Boolean(dev ?? devOptional)
}

function packages(file) {
  const text = read(file)
  return text ? (JSON.parse(text).packages ?? {}) : {}
}

function install(lock, full) {
  const began = Date.now()
  process.stderr.write('Installing packages, which takes a minute or so… ')
  const npm = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline']
  const done = runNpm(full ? npm : [...npm, '--omit=dev'])
  if (done.status !== 0) {
    fail(
      `\n\n${done.stdout ?? ''}${done.stderr ?? ''}\nThe packages could not be installed: ` +
        `${done.error?.message ?? 'npm says why above'}. ` +
        'Check that this machine can reach the npm registry, then try again.',
    )
  }
  note(lock, full)
  process.stderr.write(`done in ${Math.round((Date.now() - began) / 1000)} seconds.\n`)
}

function runNpm(args) {
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }
  const own = process.env.npm_execpath ?? ''
  return basename(own) === 'npm-cli.js'
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

function note(lock, full) {
  try {
    writeFileSync(join(root, marker), `${full ? 'full' : 'production'} ${lock}`)
  } catch {
    // A folder that may not be written to only means that we compare again next time.
  }
}

// npm may be set not to run install scripts; the `node` package then comes without its program.
function node24() {
  const home = join(root, 'node_modules/node')
  const program = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(program)) return program
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  process.stderr.write('Fetching Node 24, which this install left out… ')
  const done = spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: home,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (!existsSync(program)) {
    fail(
      `\n\n${done.stdout ?? ''}${done.stderr ?? ''}\nNode 24 could not be fetched. Install Node 24 ` +
        'from nodejs.org, or allow the install script of the npm package “node”, then try again.',
    )
  }
  process.stderr.write('done.\n')
  return program
}

function read(file) {
  const path = join(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
