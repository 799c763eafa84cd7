// Everything that must hold before a change lands, in order; `npm test` and `npm run check` end up
// here. Each check and each test counts as one, and the last line printed is the sum.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine } from '../src/kernel/command-line.ts'
import { startPostgres } from '../src/kernel/testing/postgres.ts'
import { runTests } from './tests.ts'

type Result = { passed: number; failed: number; skipped?: number; said?: string }
type Check = { name: string; quick?: boolean; run(): Promise<Result> }

const checks: Check[] = [
  { name: 'Types', quick: true, run: () => tool('typescript/bin/tsc', typesArguments) },
  { name: 'Lint', quick: true, run: () => tool('oxlint/bin/oxlint', ['--deny-warnings']) },
  { name: 'Formatting', run: () => tool('oxfmt/bin/oxfmt', ['--check']) },
  { name: 'Dead code', run: () => tool('knip/bin/knip.js', ['--no-progress']) },
  { name: 'Tests on PGlite', quick: true, run: () => onPglite('src/**/*.test.ts') },
  { name: 'Tests on PostgreSQL', run: () => onPostgres('src/**/*.test.ts') },
  { name: 'Journeys in a browser', run: () => onPglite('journeys/**/*.test.ts') },
]

const typesArguments = ['--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/types']

const abandoned = () => process.exit(1)
process.on('disconnect', abandoned)
const { options: wanted } = commandLine({
  typed: 'npm test',
  options: ['--quick'],
  help: () =>
    'npm test        Runs every check and every test.\nnpm run check   Runs the quick ones.',
})
const quick = wanted.has('--quick')
const results: Result[] = []
for (const check of checks.filter((each) => each.quick || !quick)) {
  results.push(await report(check))
}
const sum = (of: (result: Result) => number) => results.reduce((total, each) => total + of(each), 0)
const failed = sum((each) => each.failed)
const skipped = sum((each) => each.skipped ?? 0)
if (skipped) console.log(`\n${skipped} skipped`)
console.log(`\n${sum((each) => each.passed)} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
// Our own leaving must not be taken for the launcher's.
process.off('disconnect', abandoned)
process.disconnect?.()

async function report({ name, run }: Check): Promise<Result> {
  process.stdout.write(`${name} `)
  const began = Date.now()
  const result = await run()
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const count = result.passed + result.failed
  const outcome = result.failed ? `${result.failed} of ${count} failed` : `${result.passed} passed`
  console.log(
    `${result.said ?? ''}${count > 1 || result.failed ? outcome : 'passed'} in ${seconds} s`,
  )
  return result
}

function tool(path: string, options: string[]): Promise<Result> {
  return new Promise((resolve, reject) => {
    let said = ''
    const program = join('node_modules', path)
    const child = spawn(process.execPath, [program, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, said: `\n${said}\n` })
    })
  })
}

async function onPglite(pattern: string): Promise<Result> {
  process.env.TEST_DATABASE = 'pglite'
  return await runTests(globSync(pattern).sort())
}

async function onPostgres(pattern: string): Promise<Result> {
  const server = await startPostgres()
  process.env.TEST_DATABASE = 'postgres'
  process.env.TEST_DATABASE_URL = server.url
  try {
    return await runTests(globSync(pattern).sort())
  } finally {
    delete process.env.TEST_DATABASE_URL
    await server.stop()
  }
}
