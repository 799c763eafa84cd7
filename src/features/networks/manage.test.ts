import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { join, stage } from '../../testing/networks.ts'

const app = await testApp()
const id = await stage(app, { slug: 'choir', name: 'Choir', leads: [cast.grace] })
await join(app, id, cast.alan, { category: 'ally' })
await join(app, id, cast.ravi, { status: 'requested' })
const grace = await signedIn(app, cast.grace)
const alan = await signedIn(app, cast.alan)
const page = '/networks/choir'

test('a lead reaches the tools of every capability from one page, and what waits is at its top', async () => {
  const { text } = await grace.get(`${page}/manage`)
  assert.match(text, /What waits for you[\s\S]*Someone asks to join/)
  const tools = app.features.flatMap((feature) => feature.tools ?? [])
  for (const tool of tools.filter(({ during }) => during?.includes('live') ?? true)) {
    assert.ok(text.includes(`href="${tool.href('choir')}"`), tool.text)
    const there = await grace.get(tool.href('choir'))
    assert.ok([200, 303].includes(there.status), `${tool.text}: ${there.status}`)
  }
})

test('the band has six tabs at most, and the pages of leads are under Manage', async () => {
  const tabs = async (path: string) =>
    [...(await grace.get(path)).text.matchAll(/gh-tabs__link"[^>]*>/g)].map(([tag]) => tag)
  for (const path of ['/manage', '/settings', '/invitations', '/import', '/audit', '/setup']) {
    const all = await tabs(page + path)
    assert.ok(all.length <= 6)
    assert.match(
      all.find((tag) => tag.includes('aria-current'))!,
      /choir\/manage/,
      path,
    )
  }
  assert.doesNotMatch((await alan.get(page)).text, /choir\/manage/)
  assert.equal((await alan.get(`${page}/manage`)).status, 403)
})

test('while a network is set up, its steps are the last tab, and the way back from every tool', async () => {
  await stage(app, { slug: 'begun', status: 'setting-up', leads: [cast.grace] })
  for (const tool of ['/goals', '/invitations', '/sponsor', '/settings'])
    assert.match(
      (await grace.get(`/networks/begun${tool}`)).text,
      /begun\/setup"[^>]*>\s*Setting up/,
    )
  assert.match((await grace.get('/networks/begun/setup')).text, /begun\/manage"[^>]*>\s*Manage/)
})

test('the page says what each person is and has to do to join', async () => {
  assert.match((await grace.get(page)).text, /For you as a lead/)
  assert.match((await alan.get(page)).text, /For you as an ally/)
  const stranger = (await client(app).get(page)).text
  assert.match(stranger, /You give your name and work email address/)
  const olu = (await (await signedIn(app, cast.olu)).get(page)).text
  assert.match(olu, /You are signed in, so you need not/)
  assert.doesNotMatch(olu, /You give your name/)
  const ravi = (await (await signedIn(app, cast.ravi)).get(page)).text
  assert.match(ravi, /You have asked to join/)
  assert.doesNotMatch(ravi, /You give your name|href="\/join\?network=choir"/)
})

test('whoever is invited is not told that they need an invitation', async () => {
  await stage(app, { slug: 'asked', joining: 'invitation', leads: [cast.grace] })
  const olu = await signedIn(app, cast.olu)
  assert.match((await olu.get('/networks/asked')).text, /You need a personal invitation/)
  await grace.submit('/networks/asked/invitations', { people: cast.olu.email })
  const { text } = await olu.get('/networks/asked')
  assert.match(text, /You are invited/)
  assert.match(text, /href="\/join\?network=asked"/)
  assert.doesNotMatch(text, /You need a personal invitation|by personal invitation only/)
})
