import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn, type Client } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { firstAdministratorLink } from '../sign-in/index.ts'
import { accessibility } from './accessibility.ts'
import { unhealthy } from './machines.ts'

const app = await testApp({ BASE_URL: 'https://hall.example' })

async function administrator(): Promise<Client> {
  const link = await firstAdministratorLink(app)
  if (!link) return signedIn(app, cast.ada)
  const ada = client(app)
  await ada.post(new URL(link).pathname, { name: cast.ada.name, email: cast.ada.email })
  return ada
}

test('the accessibility statement opens as the law words it, and says what was not tested', async () => {
  const { status, text, headers } = await client(app).get('/accessibility')
  assert.equal(status, 200)
  assert.match(text, /This accessibility statement applies to/)
  for (const part of [
    'Compliance status',
    'Non-accessible content',
    'Feedback and contact information',
    'Enforcement procedure',
    'Preparation of this accessibility statement',
    'screen readers',
    'Dragon',
    'disabled people',
  ])
    assert.ok(text.includes(part), part)
  assert.match(headers['cache-control']!, /^public/)
})

test('the statement claims to be fully compliant only when nothing is known or untested', () => {
  if (accessibility.status === 'fully')
    assert.deepEqual([...accessibility.issues, ...accessibility.untested], [])
})

test('the privacy notice lists every kind of data that any part of Guildhall says it holds', async () => {
  const { text } = await client(app).get('/privacy')
  const holds = app.features.flatMap((feature) => feature.holds)
  assert.ok(holds.length > 5)
  for (const { what } of holds)
    assert.ok(text.includes(what.replaceAll('&', '&amp;').replaceAll("'", '&#39;')), what)
  assert.match(text, /Emails are not sent from this installation/)
})

test('an administrator says who runs it, and the statements name them', async () => {
  const ada = await administrator()
  assert.match((await ada.get('/home')).text, /href="\/admin\/publisher"/)
  const wrong = await ada.post('/admin/publisher', {
    name: 'Office of Made-up Affairs',
    contact: 'not an address',
    more: 'Our basis is consent.',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Office of Made-up Affairs[\s\S]*Our basis is consent\./)
  await ada.post('/admin/publisher', {
    name: 'Office of Made-up Affairs',
    contact: 'help@hall.example',
    securityContact: 'https://hall.example/report',
    more: 'Our basis is consent.',
  })
  app.clock.advance(60)
  assert.match(
    (await client(app).get('/accessibility')).text,
    /run by Office of Made-up Affairs[\s\S]*mailto:help@hall\.example/,
  )
  assert.match(
    (await client(app).get('/privacy')).text,
    /Office of Made-up Affairs runs this[\s\S]*Our basis is consent\./,
  )
  assert.match(
    (await client(app).get('/.well-known/security.txt')).text,
    /^Contact: https:\/\/hall\.example\/report$/m,
  )
})

test('nobody but an administrator says who runs it', async () => {
  const olu = await signedIn(app, cast.olu)
  assert.equal((await olu.get('/admin/publisher')).status, 403)
  assert.equal(
    (
      await olu.post(
        '/admin/publisher',
        { name: 'Olu', contact: 'olu@hall.example' },
        '/account/name',
      )
    ).status,
    403,
  )
  assert.match((await client(app).get('/admin/publisher')).location, /^\/sign-in/)
})

test('the chosen colours are kept in this browser, and the way back is ours alone', async () => {
  const browser = client(app)
  const chosen = await browser.post(
    '/appearance',
    { theme: 'dark', next: '/guide' },
    '/appearance?next=/guide',
  )
  assert.equal(chosen.location, '/guide')
  assert.match((await browser.get('/appearance')).text, /data-theme="dark"/)
  assert.equal(
    (await browser.post('/appearance', { theme: 'contrast', next: 'https://evil.example' }))
      .location,
    '/appearance',
  )
  assert.equal(
    (await browser.post('/appearance', { theme: 'contrast', next: '//evil.example' })).location,
    '/appearance',
  )
  assert.match((await browser.get('/privacy')).text, /data-theme="contrast"/)
  await browser.post('/appearance', { theme: 'system' })
  assert.match((await browser.get('/privacy')).text, /data-theme="system"/)
  assert.equal((await browser.post('/appearance', { theme: 'plaid' })).status, 422)
})

test('security.txt has what RFC 9116 asks for, and is not about to expire', async () => {
  const { text, headers } = await client(app).get('/.well-known/security.txt')
  assert.match(headers['content-type']!, /^text\/plain; charset=utf-8/)
  assert.match(text, /^Contact: (mailto|https):/m)
  assert.match(text, /^Canonical: https:\/\/hall\.example\/\.well-known\/security\.txt$/m)
  const days = (Date.parse(/^Expires: (.*)$/m.exec(text)![1]!) - app.clock().getTime()) / 86_400_000
  assert.ok(days > 90 && days < 365)
})

test('health says that all is well, to a machine, and tells nothing else', async () => {
  const { status, text, headers } = await client(app).get('/health')
  assert.equal(status, 200)
  assert.deepEqual(JSON.parse(text), { status: 'ok', database: 'ok' })
  assert.match(headers['content-type']!, /^application\/json/)
  assert.match(headers['cache-control']!, /no-store/)
})

test('metrics are for administrators and for whoever holds the key; to others there is no such page', async () => {
  for (const browser of [client(app), await signedIn(app, cast.olu)])
    for (const path of ['/metrics', '/metrics?key=wrong'])
      assert.equal((await browser.get(path)).status, 404)
  const { text } = await (await administrator()).get('/metrics')
  assert.match(text, /^guildhall_statements_total [1-9]\d*$/m)
  assert.match(text, /^process_resident_memory_bytes [1-9]\d*$/m)
  assert.match(text, /^guildhall_queued_work \d+$/m)
  const address = new URL(/https:\S+/.exec(text)![0])
  assert.equal((await client(app).get(address.pathname + address.search)).status, 200)
})

test('search engines get the pages that everyone can find, and no other network', async () => {
  const before = (await client(app).get('/sitemap.xml?1')).text
  await stage(app, { slug: 'in-sight', leads: [cast.grace] })
  for (const findable of ['signed-in', 'organisations', 'invited'] as const)
    await stage(app, { slug: `n-${findable}`, findable, leads: [cast.grace] })
  await stage(app, { slug: 'n-early', status: 'setting-up', leads: [cast.grace] })
  for (const browser of [client(app), await signedIn(app, cast.grace)]) {
    const after = (await browser.get('/sitemap.xml?2')).text
    assert.equal(
      after.replace('<url><loc>https://hall.example/networks/in-sight</loc></url>\n', ''),
      before,
    )
  }
  const robots = (await client(app).get('/robots.txt')).text
  assert.match(robots, /Sitemap: https:\/\/hall\.example\/sitemap\.xml/)
  assert.doesNotMatch(robots, /networks/)
})

// Last: it closes the database.
test('health says 503 when the database cannot be reached, without a word of why', async () => {
  await app.db.engine.close()
  Object.assign(app.db, { close: () => Promise.resolve() })
  const answer = await client(app).get('/health')
  assert.equal(answer.status, 503)
  assert.equal(answer.text, unhealthy.content)
})
