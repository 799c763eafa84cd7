import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { test } from 'node:test'
import { readSources, type Source } from '#kernel/testing/sources.ts'
import { features } from './app.ts'

const order = features.map(({ folder }) => basename(folder))

test('each feature leans on those before it in app.ts, and on no other', () => {
  const sources = readSources().filter(({ path }) => !path.endsWith('.test.ts'))
  const leaning = sources.flatMap(leaningOf)
  assert.ok(leaning.length > 100)
  const wrong = leaning.filter(({ from, on }) => order.indexOf(on) > order.indexOf(from))
  assert.deepEqual(wrong, [])
})

test('whatever has a folder is in app.ts', () => {
  const folders = readSources().flatMap(({ path }) => featureOf(path) ?? [])
  assert.deepEqual(
    [...new Set(folders)].toSorted(),
    order.filter((name) => name !== 'upkeep').toSorted(),
  )
})

function leaningOf({ path, imports }: Source): { path: string; from: string; on: string }[] {
  const from = featureOf(path)
  return imports.flatMap(({ of }) => {
    const on = featureOf(of)
    return from && on && on !== from ? [{ path, from, on }] : []
  })
}

function featureOf(path: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1]
}
