import { relative } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'

/** What came of a set of test files. A file without a test, and a set without a file, is a failure. */
export type Outcome = { passed: number; failed: number; skipped: number; said?: string }

/**
 * Runs test files two at a time, each in a process of its own, and prints a dot for each test that
 * passes and each failure in full as soon as it is known.
 */
export async function runTests(files: string[]): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, said: ' ' }
  const printed = new Map<string, string>()
  const path: string[] = []
  const fail = (title: string, why: string) => {
    outcome.failed += 1
    console.log(`\n✖ ${title}\n${indent(why)}`)
  }
  if (files.length === 0) fail('no test', 'There is no test file to run.')
  const events = files.length ? run({ files, concurrency: 2, timeout: 600_000 }) : []
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      printed.set(data.file ?? '', (printed.get(data.file ?? '') ?? '') + data.message)
    }
    if (type === 'test:start') path.splice(data.nesting, path.length, data.name)
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const place = `${relative(process.cwd(), data.file ?? '')}:${data.line ?? 1}`
    const title = [place, ...path.slice(0, data.nesting), data.name].join(' › ')
    if (data.skip !== undefined || data.todo !== undefined) outcome.skipped += 1
    else if (type === 'test:fail') {
      const { error } = data.details
      if (error.failureType === 'subtestsFailed') continue
      const name = relative(process.cwd(), data.file ?? '')
      fail(title, `${inspect(error.cause ?? error)}\n${printed.get(name) ?? ''}`)
    } else if (data.details.type === 'suite') continue
    else if (isFile(data)) fail(data.name, 'This file has no test.')
    else {
      outcome.passed += 1
      process.stdout.write('.')
    }
  }
  return outcome
}

// A file that has no test is reported as one test, which is named after it.
function isFile({
  name,
  file,
  nesting,
}: {
  name: string
  file?: string
  nesting: number
}): boolean {
  return nesting === 0 && file !== undefined && relative(process.cwd(), file) === name
}

function indent(text: string): string {
  return text
    .trimEnd()
    .replace(/\n\s+at .*[( ]node:internal.*/g, '')
    .replace(/^/gm, '    ')
}
