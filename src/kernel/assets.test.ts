import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { assets, findAsset } from '#kernel/assets.ts'
import { html } from '#kernel/html.ts'
import { layout } from '#kernel/layout.ts'
import { cards, heading } from '#kernel/pieces.ts'

const urls = assets()
const text = (url: string) => `${findAsset(url)!.body}`

test('nothing that only GOV.UK may use is served', () => {
  assert.doesNotMatch(text(urls.css), /GDS Transport|crest|crown/i)
})

test('every file that the stylesheet and the script load is served by us', () => {
  const loaded = [
    ...[...text(urls.css).matchAll(/url\(([^)]*)\)/g)].map((match) => match[1]!),
    ...[...text(urls.script).matchAll(/from '([^']*)'/g)].map((match) => match[1]!),
  ]
  assert.equal(loaded.length, 3)
  for (const file of loaded)
    assert.ok(findAsset(new URL(file, `http://x${urls.css}`).pathname), file)
})

test('an address changes with the content, and an unknown one finds nothing', () => {
  for (const url of Object.values(urls)) assert.match(url, /^\/assets\/[a-z-]+-[\w-]{10}\.\w+$/)
  assert.equal(findAsset('/assets/guildhall.css'), undefined)
})

test('what is compressed opens to what it was', () => {
  for (const { body, brotli, gzip } of Object.values(urls).map((url) => findAsset(url)!)) {
    if (brotli) assert.deepEqual(brotliDecompressSync(brotli), body)
    if (gzip) assert.deepEqual(gunzipSync(gzip), body)
  }
})

test('whoever follows a dark system gets the same colours as whoever chose dark', () => {
  const rules = (theme: string) =>
    [
      ...text(urls.css).matchAll(new RegExp(`\\[data-theme=${theme}\\]([^{]*\\{[^}]*\\})`, 'g')),
    ].map((match) => match[1])
  assert.ok(rules('dark').length > 2)
  assert.deepEqual(rules('system'), rules('dark'))
})

test('a first visit to a directory of twenty weighs less than 100 KB', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => ({
    heading: `Sample network ${i}`,
    href: `/networks/sample-${i}`,
    cloth: `Sample network ${i}`,
    purpose: 'Somewhere to meet, to learn from one another and to be heard.',
    facts: [{ term: 'For:', text: 'Everyone in public service' }],
  }))
  const body = html`${heading('Networks')}${cards(twenty)}`
  const asset = (name: string) => urls[name as keyof typeof urls]
  const page = layout(
    { title: 'Networks', body },
    { path: '/networks', viewer: null, token: '', theme: 'system', asset },
  )
  const loaded = [urls.css, urls.script, urls.govuk, urls.font, urls.favicon].map((url) =>
    findAsset(url)!,
  )
  const bytes = loaded.reduce(
    (sum, { brotli, body }) => sum + (brotli ?? body).length,
    brotliCompressSync(page).length,
  )
  assert.ok(bytes < 80_000, `${bytes} bytes`)
})
