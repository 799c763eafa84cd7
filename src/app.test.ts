import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { test } from 'node:test'
import { readSources, type Source } from '#kernel/testing/sources.ts'
import { features } from './app.ts'
import { testApp } from './testing/app.ts'
import * as cast from './testing/cast.ts'
import { signedIn } from './testing/client.ts'
import { stage } from './testing/networks.ts'

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

test('a list that is asked to go on after no such place begins at the beginning', async () => {
  const app = await testApp()
  await stage(app, { slug: 'choir', leads: [cast.grace] })
  const grace = await signedIn(app, cast.grace)
  const id = '1b4e28ba-2fa1-4d2b-883f-0016d3cca427'
  const network = ['members', 'invitations', 'audit', 'launch/board', 'buddies', 'welcome']
  for (const path of [...network.map((page) => `/networks/choir/${page}`), '/account/log'])
    for (const after of [`2026-02-30.${id}`, `0000-01-01.${id}`, '-'.repeat(36), '2026-02-30']) {
      const { status } = await grace.get(`${path}?after=${after}`)
      assert.equal(status, 200, `${path} after ${after}`)
    }
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
