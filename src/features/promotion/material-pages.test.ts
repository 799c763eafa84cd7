import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { placementFor } from './index.ts'

const app = await testApp()
const names = /zyxcarers/i

/** A network with one link. Out: the address of what is made for it. */
async function promoted(slug: string, more: object = {}): Promise<string> {
  const id = await stage(app, {
    slug,
    name: 'Zyxcarers Network',
    leads: [cast.grace],
    members: [cast.mei],
    ...more,
  })
  const code = await app.db.asSystem('set the stage for a test', (tx) =>
    placementFor(tx, id, 'test', 'Canteen poster'),
  )
  return `/networks/${slug}/promote/${code}`
}

const open = await promoted('zyxcarers')
const quiet = await promoted('n-quiet', { sensitive: true })
const hidden = await promoted('n-hidden', { findable: 'invited' })
const grace = await signedIn(app, cast.grace)

/** Without the page's own head and band, which name the network to its leads. */
const main = (text: string) => text.split('<main')[1]!.split('</main>')[0]!

test('every picture has its words beside it, and every file is there', async () => {
  const page = (await grace.get(open)).text
  const files = [...page.matchAll(/href="([^"]+\/files\/[^"]+)"/g)].map((match) => match[1]!)
  assert.equal(files.length, 12)
  for (const file of files) {
    const answer = await grace.get(file.replaceAll('&amp;', '&'))
    assert.equal(answer.status, 200, file)
    assert.match(
      answer.headers['content-disposition']!,
      /attachment; filename="zyxcarers-[\w-]+\.\w{3}"/,
    )
  }
  assert.equal(page.match(/The words on it/g)?.length, page.match(/<img /g)?.length)
  assert.match(page, /A code to scan with the camera of a phone/)
})

test('a picture on the page comes as a picture, and what is no file is no page', async () => {
  const shown = await grace.get(`${open}/files/poster-a4.svg?show=yes`)
  assert.equal(shown.headers['content-type'], 'image/svg+xml')
  assert.equal(shown.headers['content-disposition'], undefined)
  for (const name of [
    'poster-a4.exe',
    'constructor.svg',
    '..%2f..%2fpackage.json',
    'poster-a6.pdf',
  ])
    assert.equal((await grace.get(`${open}/files/${name}`)).status, 404)
})

test('words to copy carry the link, and a snippet is a link without script or frame', async () => {
  const page = (await grace.get(`${open}/words`)).text
  for (const title of ['Intranet article', 'Newsletter', 'Induction pack', 'A post', 'Signature'])
    assert.match(page, new RegExp(`>\\s*${title}\\s*<`))
  const code = open.split('/').at(-1)!
  assert.match(
    page,
    new RegExp(`&lt;p&gt;&lt;a href=&quot;http[^&]+/go/${code}&quot;&gt;Join Zyxcarers Network`),
  )
  assert.doesNotMatch(page, /iframe/)
  assert.match(page, /SharePoint/)
})

test('for a sensitive or hidden network, nothing that is made names it, nor does a file’s name', async () => {
  for (const place of [quiet, hidden]) {
    for (const path of [place, `${place}/words`, `${place}?version=named`])
      assert.doesNotMatch(main((await grace.get(path)).text), names, path)
    for (const file of [
      'poster-a4.svg',
      'screen.svg',
      'banner.svg?version=named',
      'poster-a3.pdf',
    ]) {
      const answer = await grace.get(`${place}/files/${file}`)
      assert.doesNotMatch(answer.text, names)
      assert.match(answer.headers['content-disposition']!, /filename="(poster|screen|banner)/)
    }
  }
  // It could be named: where it is open, it is.
  assert.match((await grace.get(`${open}/files/poster-a4.svg`)).text, names)
})

test('naming a sensitive network is a choice with a warning, of one place, which can be taken back', async () => {
  const ask = await grace.get(`${quiet}/naming`)
  assert.match(ask.text, /may be taken to be one of its members/)
  const unsaid = await grace.post(`${quiet}/naming`)
  assert.equal(unsaid.status, 422)
  assert.match(unsaid.text, /href="#understood">Confirm that posters/)
  const done = await grace.submit(`${quiet}/naming`, { understood: 'yes' })
  assert.match(done.text, /can name the network now/)
  assert.match((await grace.get(`${quiet}/files/poster-a4.svg?version=named`)).text, names)
  assert.doesNotMatch((await grace.get(`${quiet}/files/poster-a4.svg`)).text, names)
  const file = await grace.get(`${quiet}/files/poster-a4.pdf?version=named`)
  assert.match(file.headers['content-disposition']!, /"poster-a4\.pdf"/)
  await grace.submit(`${quiet}/naming`)
  assert.doesNotMatch((await grace.get(`${quiet}/files/poster-a4.svg?version=named`)).text, names)
  const log = (await grace.get('/networks/n-quiet/audit')).text
  assert.match(log, /A lead chose that posters for a place name the network/)
})

test('the page of a hidden network says what a poster would do; an open one has nothing to choose', async () => {
  assert.match((await grace.get(hidden)).text, /tells others that there is something/)
  assert.equal((await grace.get(`${open}/naming`)).status, 404)
  assert.match((await grace.get(`${open}?version=discreet`)).text, /See the version with its name/)
})

test('what is made is for leads: members are told so, others find nothing', async () => {
  const mei = await signedIn(app, cast.mei)
  const olu = await signedIn(app, cast.olu)
  for (const path of ['', '/words', '/naming', '/files/poster-a4.pdf']) {
    assert.equal((await client(app).get(quiet + path)).status, 303)
    assert.equal((await mei.get(quiet + path)).status, 403)
    assert.equal((await olu.get(hidden + path)).status, 404)
  }
  const other = `/networks/n-quiet/promote/${open.split('/').at(-1)}`
  assert.equal((await grace.get(other)).status, 404)
})
