import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { appoint, decline, membershipOf, myCard, removeMember } from '#features/members/index.ts'
import { personByEmail } from '#features/people/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, codeFor, lastEmail, signedIn, type Client } from '../../testing/client.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const system = <T>(work: (tx: Tx) => Promise<T>) => app.db.asSystem('look in a test', work)

/** A person with two accounts: the first is the one they are signed in to. */
const twice = (name: string): [cast.CastMember, cast.CastMember] => {
  const local = name.toLowerCase().replaceAll(' ', '.')
  return [
    { name, email: `${local}@hmrc.gov.uk` },
    { name, email: `${local}@leeds.gov.uk` },
  ]
}

/** From the account page to the page that says what a merge does. */
async function upToMerge(browser: Client, other: cast.CastMember): Promise<string> {
  await browser.post('/account/addresses/new', { email: other.email })
  const code = await codeFor(app, other.email)
  return (await browser.submit('/account/addresses/code', { code })).text
}

async function merge(
  browser: Client,
  [mine, other]: [cast.CastMember, cast.CastMember],
  fields: Record<string, string> = {},
) {
  await upToMerge(browser, other)
  const code = await codeFor(app, mine.email)
  return browser.submit('/account/addresses/merge', { code, ...fields })
}

const statusOf = (network: Id, who: cast.CastMember) =>
  system(async (tx) => {
    const person = await personByEmail(tx, who.email)
    return person && (await membershipOf(tx, network, person.id))
  })
const lead = (network: Id, membership: Id) =>
  system((tx) => appoint(tx, network, { membership, role: 'chair', manages: true }))
const words = () => ({ subject: 'About your membership', blocks: [] })

test('Nia has networks with two addresses, and after merging one account with both', async () => {
  const [mine, other] = twice('Nia Twice')
  const books = await stage(app, { slug: 'nia-books', leads: [cast.grace] })
  const chess = await stage(app, { slug: 'nia-chess', leads: [cast.grace] })
  const [nia, elsewhere] = [await signedIn(app, mine), await signedIn(app, other)]
  await join(app, books, mine)
  await join(app, chess, other, { displayName: 'N of Chess' })
  const page = await upToMerge(nia, other)
  assert.match(page, /From the other account you bring: nia-chess/)
  const code = await codeFor(app, mine.email)
  const after = await nia.submit('/account/addresses/merge', { code, work: 'theirs', keep: 'yes' })
  assert.match(after.text, /Your accounts are one now/)
  assert.match(after.text, /nia\.twice@leeds\.gov\.uk[\s\S]*Second address[\s\S]*nia\.twice@hmrc/)
  const viewer = await viewerFor(app, other)
  assert.equal(viewer.memberships.length, 2)
  const { id } = (await statusOf(chess, other))!
  assert.equal((await app.db.as(viewer, (tx) => myCard(tx, chess, id)))!.name, 'N of Chess')
  assert.equal((await elsewhere.get('/account')).status, 303)
  assert.match((await nia.get('/account/log')).text, /Two accounts were merged/)
  for (const { email } of [mine, other])
    assert.match((await lastEmail(app, email))!.subject, /Two accounts have been merged/)
})

test('until the code has come back, an address with an account and one without are answered alike', async () => {
  const ask = await signedIn(app, twice('Alis Alike')[0])
  await signedIn(app, { name: 'Kim Known', email: 'kim.known@leeds.gov.uk' })
  const pages = []
  for (const email of ['kim.known@leeds.gov.uk', 'uma.known@leeds.gov.uk', 'kim@home.example']) {
    const answer = await ask.submit('/account/addresses/new', { email })
    const sent = (await lastEmail(app, email))!
    pages.push(
      JSON.stringify([answer.status, answer.text, sent.subject, sent.blocks])
        .replaceAll(email, '')
        .replaceAll(/\d{6}|token[^>]*>/g, ''),
    )
  }
  assert.equal(new Set(pages).size, 1)
})

test('both addresses have to be confirmed: the other alone merges nothing', async () => {
  const [mine, other] = twice('Otto Once')
  const otto = await signedIn(app, mine)
  await signedIn(app, other)
  await upToMerge(otto, other)
  const own = await codeFor(app, mine.email)
  const wrong = own === '000000' ? '000001' : '000000'
  assert.match((await otto.post('/account/addresses/merge', { code: wrong })).text, /4 tries left/)
  assert.match((await otto.post('/account/addresses/merge', {})).text, /Enter the security code/)
  assert.notEqual(await system((tx) => personByEmail(tx, other.email)), undefined)
  // A proof is good for half an hour, and for whoever gave it.
  const thief = await signedIn(app, cast.olu)
  thief.cookies.set('draft-other-address', otto.cookies.get('draft-other-address')!)
  assert.equal(
    (await thief.post('/account/addresses/merge', { code: own }, '/account')).location,
    '/account/addresses',
  )
  app.clock.advance(1801)
  assert.equal((await otto.get('/account/addresses/merge')).location, '/account/addresses/new')
})

test('where both are in one network, the one that leads stays, or that is in, or the longer one', async () => {
  const who = twice('Bo Both')
  const [mine, other] = who
  const bo = await signedIn(app, mine)
  const network = (slug: string) => stage(app, { slug, leads: [cast.grace] })
  const [led, asked, long] = [
    await network('bo-led'),
    await network('bo-asked'),
    await network('bo-long'),
  ]
  await join(app, led, mine)
  await lead(led, await join(app, led, other, { category: 'ally' }))
  await join(app, asked, mine, { status: 'requested' })
  const inside = await join(app, asked, other)
  const older = await join(app, long, mine)
  app.clock.advance(2 * 86_400)
  await join(app, long, other)
  const again = await signedIn(app, mine)
  const page = await upToMerge(again, other)
  assert.match(
    page,
    /bo-led<\/strong>: you are in it with both\. The membership you lead it with stays[\s\S]*as an ally/,
  )
  assert.match(page, /bo-asked<\/strong>: you are in it with one account, and have asked to join/)
  await merge(again, who)
  assert.deepEqual((await statusOf(asked, mine))!.id, inside)
  assert.deepEqual((await statusOf(long, mine))!.id, older)
  assert.equal((await statusOf(led, mine))!.category, 'ally')
  assert.equal((await again.get('/networks/bo-led/manage')).status, 200)
  assert.equal((await viewerFor(app, mine)).memberships.length, 3)
  const rows = await system((tx) =>
    tx.rows<{ status: string }>(sql`
      select status from members.membership where network_id = any (${[led, asked, long]}::uuid[]) and status = 'left'`),
  )
  assert.equal(rows.length, 3)
  assert.equal((await bo.get('/account')).status, 303)
})

test('the only lead of a network hands over to the membership that stays, and is a lead still', async () => {
  const who = twice('Lara Last')
  const [mine, other] = who
  const lara = await signedIn(app, mine)
  const choir = await stage(app, { slug: 'choir' })
  const first = await join(app, choir, other)
  await system((tx) =>
    appoint(tx, choir, { membership: first, role: 'secretary', manages: false, title: 'Minutes' }),
  )
  await lead(choir, await join(app, choir, mine))
  await merge(lara, who)
  const roles = await system((tx) =>
    tx.rows<{ role: string; membership_id: Id }>(
      sql`select role, membership_id from members.appointment where network_id = ${choir} and ended_on is null order by role`,
    ),
  )
  const { id } = (await statusOf(choir, mine))!
  assert.deepEqual(roles, [
    { role: 'chair', membership_id: id },
    { role: 'secretary', membership_id: id },
  ])
})

test('a merge is no way around a removal, and whoever leads stays', async () => {
  const who = twice('Ron Removed')
  const [mine, other] = who
  const ron = await signedIn(app, mine)
  const [out, back, own] = [
    await stage(app, { slug: 'ron-out', leads: [cast.grace] }),
    await stage(app, { slug: 'ron-back', leads: [cast.grace] }),
    await stage(app, { slug: 'ron-own', leads: [cast.grace] }),
  ]
  for (const network of [out, back, own]) {
    const membership = await join(app, network, other)
    const actor = (await statusOf(network, cast.grace))!.id
    const grace = await viewerFor(app, cast.grace)
    await app.db.as(grace, (tx) => removeMember(tx, { network, membership, actor, letter: words }))
  }
  await join(app, back, mine)
  await lead(own, await join(app, own, mine))
  const page = await upToMerge(ron, other)
  assert.match(
    page,
    /ron-back<\/strong>: a lead has removed one[\s\S]*You are out of it after the merge/,
  )
  assert.match(page, /ron-own<\/strong>: you lead it, and stay/)
  await merge(ron, who)
  for (const network of [out, back])
    assert.equal((await statusOf(network, mine))!.status, 'removed')
  assert.equal((await statusOf(own, mine))!.status, 'active')
  await ron.submit('/join', { network: 'ron-out' })
  await ron.submit('/join/check')
  assert.equal((await statusOf(out, mine))!.status, 'requested')
})

test('a request that was turned down stays turned down; one that waits goes on waiting', async () => {
  const who = twice('Dee Declined')
  const [mine, other] = who
  const dee = await signedIn(app, mine)
  const shut = await stage(app, { slug: 'dee-shut', joining: 'request', leads: [cast.grace] })
  const wait = await stage(app, { slug: 'dee-wait', leads: [cast.grace] })
  const membership = await join(app, shut, other, { status: 'requested' })
  await join(app, wait, other, { status: 'waiting', category: 'ally' })
  const actor = (await statusOf(shut, cast.grace))!.id
  await app.db.as(await viewerFor(app, cast.grace), (tx) =>
    decline(tx, { network: shut, membership, actor, letter: words, reason: 'Not yet' }),
  )
  await merge(dee, who)
  assert.equal(await statusOf(shut, mine), undefined)
  assert.deepEqual(
    [(await statusOf(wait, mine))!.status, (await statusOf(wait, mine))!.category],
    ['waiting', 'ally'],
  )
})

test('merging twice, or from both accounts at once, is done once', async () => {
  const [mine, other] = twice('Tilly Two')
  const [here, there] = [await signedIn(app, mine), await signedIn(app, other)]
  const network = await stage(app, { slug: 'tilly', leads: [cast.grace] })
  await join(app, network, mine)
  await join(app, network, other)
  await upToMerge(here, other)
  const hereOwn = await codeFor(app, mine.email)
  await upToMerge(there, mine)
  const thereOwn = await codeFor(app, other.email)
  const answers = await Promise.all([
    here.post('/account/addresses/merge', { code: hereOwn }),
    there.post('/account/addresses/merge', { code: thereOwn }),
  ])
  // Whoever comes second is told so, or is signed out by then, and their page has been open too long.
  assert.ok(answers.every(({ status }) => [200, 303, 403].includes(status)))
  assert.ok(answers.some(({ status }) => status === 303))
  const left = await system(async (tx) =>
    (await Promise.all([mine, other].map(({ email }) => personByEmail(tx, email)))).filter(Boolean),
  )
  assert.equal(left.length, 1)
  const active = await system((tx) =>
    tx.rows(
      sql`select id from members.membership where network_id = ${network} and status = 'active'`,
    ),
  )
  assert.equal(active.length, 2)
  for (const browser of [here, there])
    assert.ok([200, 303].includes((await browser.get('/account/addresses/merge')).status))
  assert.equal((await client(app).get('/account/addresses/merge')).status, 303)
})
