import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from './testing/rules.ts'
import { readSources, source } from './testing/sources.ts'

const sources = readSources()

test('the sources are read, and what they import is found', () => {
  const html = sources.find((each) => each.path === 'src/kernel/html.ts')
  const users = sources.filter(({ imports }) => imports.some(({ of }) => of === html?.path))
  assert.match(html?.text ?? '', /export function html/)
  assert.ok(users.length > 10)
})

test('every way to import is seen', () => {
  const text = `import a, {
  b,
} from './b.ts'
import type { C } from '#kernel/c.ts'
export * from 'd'
import './e.ts'
const f = await import('#features/f/index.ts')`
  assert.deepEqual(source('src/features/x/a.ts', text).imports, [
    { of: 'src/features/x/b.ts', typeOnly: false },
    { of: 'src/kernel/c.ts', typeOnly: true },
    { of: 'd', typeOnly: false },
    { of: 'src/features/x/e.ts', typeOnly: false },
    { of: 'src/features/f/index.ts', typeOnly: false },
  ])
})

for (const { name, broken, bad } of rules) {
  test(name, () => {
    for (const each of bad) {
      assert.notDeepEqual(broken(each), [], `the rule would not notice ${each[0]?.path}`)
    }
    assert.deepEqual(broken(sources), [])
  })
}
