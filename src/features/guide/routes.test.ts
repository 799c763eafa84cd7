import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import { client } from '../../testing/client.ts'
import { chapters } from './content.ts'

const app = await testApp()
const stranger = client(app)

test('a stranger reads the guide and each of its chapters', async () => {
  const index = await stranger.get('/guide')
  assert.equal(index.status, 200)
  for (const { slug, title } of chapters) {
    assert.match(index.text, new RegExp(`href="/guide/${slug}"`))
    const page = await stranger.get(`/guide/${slug}`)
    assert.equal(page.status, 200)
    assert.match(page.text, new RegExp(`<h1[^>]*>${title}</h1>`))
  }
})

test('a chapter that does not exist is not found', async () => {
  assert.equal((await stranger.get('/guide/unicorns')).status, 404)
})

test('naming a network that the reader may not see changes nothing', async () => {
  const page = await stranger.get('/guide/people?network=secret')
  assert.equal(page.status, 200)
  assert.doesNotMatch(page.text, /networks\/secret|network=secret/)
})
