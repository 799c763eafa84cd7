import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Feature } from '#kernel/feature.ts'
import { one, open } from '#kernel/http.ts'
import { makeServer } from '#kernel/server.ts'
import { testApp } from '../testing/app.ts'

const app = await testApp()
const echo: Feature = {
  name: 'echo',
  folder: import.meta.dirname,
  routes: [
    open.get('/echo/:said', (_tx, ask) => ({
      type: 'text/plain',
      content: [ask.params['said'], one(ask.query, 'asked')].join('|'),
    })),
  ],
  events: {},
  holds: [],
}
const server = await makeServer({ ...app, features: [echo] })
after(() => server.close())

test('a text comes trimmed, without NUL and half characters, its lines ended by one character', async () => {
  const answer = await server.inject('/echo/%20one%00?asked=%20two%0D%0Athree%20')
  assert.equal(answer.body, 'one|two\nthree')
})

test('a page that everyone may share names its picture by its whole address', async () => {
  const { body } = await app.server.inject('/')
  assert.match(body, /og:image" content="http:\/\/localhost:3000\/assets\/social-[\w-]+\.png"/)
  assert.doesNotMatch((await app.server.inject('/sign-in')).body, /og:image/)
})
