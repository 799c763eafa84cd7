import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { sql } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { one, open } from '#kernel/http.ts'
import { makeServer } from '#kernel/server.ts'
import { testApp } from '../testing/app.ts'
import { client } from '../testing/client.ts'

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

test('what cannot be read is said to whoever sent it, and is no fault of ours to be written down', async () => {
  const spy = mock.method(console, 'error', () => {})
  const parts = 'multipart/form-data; boundary=x'
  const named = (name: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n--x--\r\n`
  const sent: [string, string][] = [
    ['application/json', '{"name":[1,2]}'],
    ['application/json', '{'],
    ['text/plain', 'name=1'],
    ['image/png', '1'],
    ['multipart/form-data', named('name')],
    [parts, '--x\r\nContent-Disposition: form-data; name="name"'],
    [parts, named('__proto__')],
    [parts, named('toString')],
  ]
  for (const [type, payload] of sent) {
    const headers = { 'content-type': type }
    const answer = await app.server.inject({ method: 'POST', url: '/join', headers, payload })
    assert.equal(answer.statusCode, 400, `${type} ${payload}`)
    assert.match(answer.body, /<h1 [^>]*>We could not read what was sent/)
  }
  assert.equal(spy.mock.callCount(), 0)
  spy.mock.restore()
})

test('an address that cannot be read is an address of nothing, and is not repeated', async () => {
  for (const url of ['/networks/%E0%A4%A', `/networks/${'mei'.repeat(300)}`]) {
    const answer = await app.server.inject(url)
    assert.equal(answer.statusCode, 404)
    assert.doesNotMatch(answer.body, /mei|%E0/)
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
  }
})

test('a request that never ends is ended', () => {
  assert.equal(app.server.server.requestTimeout, 180_000)
})

test('only a change that was made lets go of the pages that strangers share', async () => {
  const tag = async () => (await app.server.inject('/networks')).headers['etag']
  assert.ok(await tag())
  await app.db.asSystem('change a page in a test', (tx) =>
    tx.run(sql`
      insert into networks.network (id, slug, name, type, status, findable, joining, names)
      values (gen_random_uuid(), 'fresh', 'Fresh', 'profession', 'live', 'everyone', 'open', 'leads')`),
  )
  const before = await tag()
  await app.server.inject({ method: 'HEAD', url: '/networks' })
  await app.server.inject({ method: 'PUT', url: '/networks' })
  await app.server.inject({ method: 'POST', url: '/sign-in', payload: '' })
  assert.equal(await tag(), before)
  await client(app).post('/sign-in', { email: 'nobody' })
  assert.notEqual(await tag(), before)
})
