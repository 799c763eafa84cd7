import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { invite } from '#features/invitations/index.ts'
import { myCard } from '#features/members/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, codeFor, lastEmail, outbox, signedIn, type Client } from '../../testing/client.ts'
import { linkIn } from '../../testing/joining.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const [old, other] = [crypto.randomUUID(), crypto.randomUUID()]
await app.db.asSystem('set up a test', async (tx) => {
  for (const [id, slug, name] of [
    [old, 'oldoffice', 'Old Office'],
    [other, 'newoffice', 'New Office'],
  ] as const) {
    await tx.run(
      sql`insert into organisations.organisation (id, slug, name, sector) values (${id}, ${slug}, ${name}, 'other')`,
    )
    await tx.run(
      sql`insert into organisations.domain (domain, organisation_id) values (${`${slug}.gov.uk`}, ${id})`,
    )
  }
})
const books = await stage(app, { slug: 'books', name: 'Book Readers', leads: [cast.grace] })
const staff = await stage(app, {
  slug: 'staff',
  name: 'Old Office Staff',
  findable: 'organisations',
  leads: [cast.grace],
})
await app.db.asSystem('set up a test', (tx) =>
  tx.run(
    sql`insert into networks.scope (network_id, kind, value) values (${staff}, 'organisation', ${old})`,
  ),
)

const move = async (browser: Client, to: string) => {
  await browser.post('/account/email', { email: to })
  return browser.submit('/account/email/code', { code: await codeFor(app, to) })
}

test('Jo changes jobs: what that means is said first, and every network stays', async () => {
  const jo = { name: 'Jo Mover', email: 'jo@oldoffice.gov.uk' }
  const browser = await signedIn(app, jo)
  const membership = await join(app, books, jo, { displayName: 'J of the Books' })
  await join(app, staff, jo)
  await browser.post('/account/email', { email: 'jo@newoffice.gov.uk' })
  const { text } = await browser.get('/account/email/code')
  assert.match(text, /organisation will be New Office/)
  assert.match(text, /another name in Book Readers/)
  assert.match(text, /Old Office Staff is for people of Old Office\. You stay in/)
  const after = await browser.submit('/account/email/code', {
    code: await codeFor(app, 'jo@newoffice.gov.uk'),
  })
  assert.match(after.text, /New Office[\s\S]*From your email address/)
  const viewer = await viewerFor(app, { ...jo, email: 'jo@newoffice.gov.uk' })
  assert.equal(viewer.memberships.length, 2)
  assert.equal(viewer.organisation, other)
  const card = await app.db.as(viewer, (tx) => myCard(tx, books, membership))
  assert.deepEqual([card!.name, card!.organisation!.name], ['J of the Books', 'New Office'])
  assert.equal((await browser.get('/networks/staff')).status, 200)
})

test('an invitation that waited at the old address waits at the new one', async () => {
  const browser = await signedIn(app, { name: 'Ines Invited', email: 'ines@oldoffice.gov.uk' })
  await app.db.asSystem('set up a test', (tx) =>
    invite(
      tx,
      { id: books, names: 'members', sensitive: false },
      {
        people: [{ name: 'Ines', address: 'ines@oldoffice.gov.uk', key: 'ines@oldoffice.gov.uk' }],
        origin: 'lead',
        actor: undefined,
      },
    ),
  )
  await outbox(app)
  await move(browser, 'ines@newoffice.gov.uk')
  assert.match((await browser.get('/home')).text, /You are invited to join Book Readers/)
})

test('sessions elsewhere end with a change of address, and the one here goes on', async () => {
  const sara = { name: 'Sara Sessions', email: 'sara@oldoffice.gov.uk' }
  const [here, elsewhere] = [await signedIn(app, sara), await signedIn(app, sara)]
  await move(here, 'sara@newoffice.gov.uk')
  assert.equal((await here.get('/account')).status, 200)
  assert.equal((await elsewhere.get('/account')).status, 303)
})

test('a thief with Tom’s session changes the address; Tom takes it back from the old mailbox', async () => {
  const tom = { name: 'Tom Robbed', email: 'tom@oldoffice.gov.uk' }
  const thief = await signedIn(app, tom)
  await join(app, books, tom)
  await move(thief, 'thief@newoffice.gov.uk')
  const link = linkIn((await lastEmail(app, tom.email))!)
  for (let scan = 0; scan < 3; scan++) assert.equal((await client(app).get(link)).status, 200)
  assert.equal((await thief.get('/account')).status, 200)
  assert.match((await client(app).submit(link)).text, /That has been taken back/)
  assert.equal((await thief.get('/account')).status, 303)
  const viewer = await viewerFor(app, tom)
  assert.deepEqual([viewer.memberships.length, viewer.organisation], [1, old])
  for (const address of [tom.email, 'thief@newoffice.gov.uk'])
    assert.match((await lastEmail(app, address))!.subject, /was taken back/)
  assert.equal((await client(app).get(link)).status, 410)
})

test('a change can be taken back for three days, and not once the old address has an account', async () => {
  const late = await signedIn(app, { name: 'Lee Late', email: 'lee@oldoffice.gov.uk' })
  await move(late, 'lee@newoffice.gov.uk')
  const link = linkIn((await lastEmail(app, 'lee@oldoffice.gov.uk'))!)
  await signedIn(app, { name: 'Lee Later', email: 'lee@oldoffice.gov.uk' })
  assert.equal((await client(app).post(link)).status, 409)
  app.clock.advance(3 * 86_400 + 1)
  assert.equal((await client(app).get(link)).status, 410)
  assert.equal((await client(app).get('/account/undo/no-link-of-ours')).status, 410)
})
