import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { forgetDrafts } from '#kernel/drafts.ts'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { client } from '../testing/client.ts'
import { stage } from '../testing/networks.ts'

const app = await testApp()
const { keys } = app.db

/** Keeps a half-filled form, as some browser has filled it in. */
async function kept(draft: object): Promise<void> {
  const hash = randomBytes(32)
  const place = { table: 'kernel.draft', column: 'content', row: hash.toString('hex') }
  const sealed = keys.seal('drafts', place, JSON.stringify(draft))
  await app.db.asSystem('keep a draft in a test', (tx) =>
    tx.run(
      sql`insert into kernel.draft (token_hash, content_sealed, expires_at) values (${hash}, ${sealed}, ${tx.now})`,
    ),
  )
}

const count = () =>
  app.db.asSystem('count drafts in a test', async (tx) => {
    return (await tx.rows(sql`select 1 from kernel.draft`)).length
  })

test('what Mei typed is forgotten, with a tag too, though somebody typed pluses without end', async () => {
  await kept({ name: '+'.repeat(2_000_000) })
  await kept({ address: cast.mei.email })
  await kept({ address: cast.mei.email.replace('@', '+hall@') })
  await kept({ address: cast.olu.email })
  await app.db.asSystem('forget drafts in a test', (tx) => forgetDrafts(tx, cast.mei.email))
  assert.equal(await count(), 2)
})

test('what is longer than any address of a network is not kept', async () => {
  await app.db.asSystem('empty in a test', (tx) => tx.run(sql`delete from kernel.draft`))
  await stage(app, { slug: 'open-to-all' })
  const eve = client(app)
  await eve.post('/join', { network: 'x'.repeat(500_000), show: 'first' })
  const { rows } = await app.db.engine.root(
    'select length(content_sealed) as long from kernel.draft',
  )
  assert.equal(rows.length, 1)
  assert.ok((rows[0] as { long: number }).long < 2000)
})

test('whoever begins forms without end is paused, and nobody else', async () => {
  const eve = client(app)
  const page = (await eve.get('/join')).text
  const token = /name="token" value="([^"]+)"/.exec(page)![1]!
  const begin = async (from: string) => {
    const { statusCode } = await app.server.inject({
      method: 'POST',
      url: '/join',
      headers: {
        'x-forwarded-for': from,
        cookie: `form=${eve.cookies.get('form')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: `token=${token}&show=first`,
    })
    return statusCode
  }
  for (let i = 0; i < 600; i++) assert.equal(await begin('192.0.2.1'), 303)
  assert.equal(await begin('192.0.2.1'), 429)
  assert.equal(await begin('192.0.2.2'), 303)
})
