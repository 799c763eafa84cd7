import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { invite as inviteTo } from './index.ts'

const app = await testApp()
const slugs = ['n-first', 'n-second']
for (const slug of slugs)
  await stage(app, { slug, findable: 'invited', names: 'nobody', leads: [cast.grace] })
const grace = await signedIn(app, cast.grace)
const sam = await signedIn(app, cast.sam)
const invite = (slug: string) =>
  grace.submit(`/networks/${slug}/invitations`, { people: cast.sam.email })
for (const slug of slugs) await invite(slug)

const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** The tags of invitations, as a stolen database shows them. */
async function tags(status: string): Promise<string[]> {
  const rows = await app.db.asSystem('look in a test', (tx) =>
    tx.rows<{ tag: string }>(
      sql`select encode(tag, 'hex') as tag from invitations.invitation where status = ${status}`,
    ),
  )
  return rows.map((row) => row.tag)
}

test('two networks that Sam has joined by invitation do not show that they have a member in common', async () => {
  const waiting = await tags('waiting')
  assert.equal(waiting.length, 2)
  assert.equal(new Set(waiting).size, 1)
  await sam.post('/join', { network: slugs })
  await sam.post('/join/check')
  const accepted = await tags('accepted')
  assert.equal(accepted.length, 2)
  assert.equal(new Set([...accepted, ...waiting]).size, 3)
})

test('where names are shown to nobody, Sam is still left in peace, and still finds what was answered', async () => {
  assert.match((await invite('n-first')).text, /1 person invited/)
  assert.deepEqual(await tags('waiting'), [])
  const held = (await sam.get('/account/data')).text
  assert.equal(held.match(/accepted/gi)?.length, 2)
})

test('the log of a network counts whom its leads invited, and not those who had said that they would join', async () => {
  const id = await stage(app, { slug: 'n-third', leads: [cast.grace] })
  for (const [origin, who] of [
    ['lead', cast.olu],
    ['interest', cast.mei],
  ] as const)
    await app.db.asSystem('invite in a test', (tx) =>
      inviteTo(
        tx,
        { id, names: 'leads', sensitive: false },
        {
          people: [{ name: who.name, address: who.email, key: who.email }],
          origin,
          actor: undefined,
        },
      ),
    )
  const { rows } = await app.db.engine.root(
    `select detail from audit.entry where event = 'invitations.sent' and network_id = '${id}'`,
  )
  const noted = (rows as { detail: object }[]).map(({ detail }) => detail)
  assert.deepEqual(noted.sort(byText), [{ by: 'interest' }, { people: 1, by: 'lead' }].sort(byText))
})

test('when Sam is erased, nothing of the answers stays', async () => {
  await sam.post('/account/erase')
  assert.deepEqual(await tags('accepted'), [])
})
