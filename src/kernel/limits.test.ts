import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../testing/app.ts'
import { client } from '../testing/client.ts'
import { testClock } from './clock.ts'
import { readConfig } from './config.ts'
import { ownAddress } from './http.ts'
import { machineOf, makePace, TooMany } from './limits.ts'

const app = await testApp()
const browser = client(app)
const page = await browser.get('/sign-in/ask')
const token = /name="token" value="([^"]+)"/.exec(page.text)![1]!

/** Asks to be let in, as a machine that the proxy sees at `seen` and that wrote `forged` before it. */
const asks = (seen: string, forged: string) =>
  app.server.inject({
    method: 'POST',
    url: '/sign-in/ask',
    headers: {
      'x-forwarded-for': `${forged}, ${seen}`,
      'content-type': 'application/x-www-form-urlencoded',
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    payload: new URLSearchParams({ token, email: 'eve@elsewhere.example' }).toString(),
  })

test('a machine cannot get round a limit by what it writes before its address', async () => {
  const statuses = []
  for (let i = 0; i < 11; i++)
    statuses.push((await asks('192.0.2.7', `198.51.100.${i}`)).statusCode)
  assert.deepEqual([...new Set(statuses.slice(0, 10))], [200])
  assert.equal(statuses[10], 429)
})

test('nor by the many addresses of one IPv6 connection', async () => {
  const statuses = []
  for (let i = 1; i < 12; i++) statuses.push((await asks(`2001:db8:1:2::${i}`, '')).statusCode)
  assert.equal(statuses[10], 429)
  assert.equal((await asks('2001:db8:1:3::1', '')).statusCode, 200)
})

test('an address stands for its machine: the first 64 bits of IPv6, all of IPv4', () => {
  assert.equal(machineOf('2001:DB8::5'), '2001:db8:0:0')
  assert.equal(machineOf('2001:db8:0:0:ffff::5'), '2001:db8:0:0')
  assert.equal(machineOf('fe80::1%eth0'), 'fe80:0:0:0')
  assert.equal(machineOf('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(machineOf('192.0.2.1'), '192.0.2.1')
  assert.equal(machineOf('a:b:c:d:e:f:1:2:3:4::'), 'a:b:c:d:e:f:1:2:3:4::')
})

test('what is counted in memory is forgotten when its time is over, or when there is too much of it', () => {
  const clock = testClock()
  const pace = makePace(clock, 2)
  const twice = (who: string) => (pace('looks', who, 2, 10), pace('looks', who, 2, 10))
  twice('mei')
  assert.throws(() => pace('looks', 'mei', 2, 10), TooMany)
  twice('sam')
  clock.advance(600)
  for (const who of ['mei', 'ravi', 'olu', 'mei']) twice(who)
})

test('without a proxy nobody is believed; behind several, as many from the end', () => {
  const trusted = (TRUST_PROXY?: string) => readConfig({ TRUST_PROXY }).trustProxy
  assert.deepEqual([trusted(), trusted('no'), trusted('yes'), trusted('2')], [0, 0, 1, 2])
  assert.throws(() => trusted('true'), /TRUST_PROXY must be yes, no or the number of proxies/)
})

test('an address to go on to is one of ours, and fits a header', () => {
  for (const bad of [
    '//evil.example',
    '/\\evil.example',
    '/\tx',
    '/a\nb',
    '/☃',
    '/é',
    '/\u007f',
    'x',
    '',
  ])
    assert.equal(ownAddress(bad, '/home'), '/home', bad)
  for (const good of ['/', '/networks?q=caf%C3%A9&type=x', '/a/b#c', "/x'[1]~"])
    assert.equal(ownAddress(good, '/home'), good)
})
