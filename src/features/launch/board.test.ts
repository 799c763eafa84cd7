import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { emailText } from '#kernel/mail/email.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { lastEmail, outbox, signedIn, type Client } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
const carers = await stage(app, {
  slug: 'carers',
  name: 'Carers Network',
  leads: [cast.grace],
  members: [cast.mei, cast.alan, cast.ravi],
})
await stage(app, {
  slug: 'n-quiet',
  name: 'The Quiet Room',
  sensitive: true,
  findable: 'invited',
  names: 'leads',
  leads: [cast.sam],
  members: [cast.olu],
})
const [grace, mei, alan, ravi, sam, olu] = (await Promise.all(
  [cast.grace, cast.mei, cast.alan, cast.ravi, cast.sam, cast.olu].map((who) => signedIn(app, who)),
)) as [Client, Client, Client, Client, Client, Client]
const board = '/networks/carers/launch/board'
const put = (who: Client, kind: string, text: string, named = 'no', at = board) =>
  who.submit(`${at}/new`, { kind, text, named })
const linkTo = (page: string, text: string) =>
  new RegExp(`href="([^"]+)">[^<]*<span class="govuk-visually-hidden">: ${text}`).exec(page)![1]!
const word = (name: string) => ({ name, reach: `${name} in Teams`, note: '' })

test('an empty board says how to begin; a card asks for what it needs', async () => {
  assert.match((await mei.get(board)).text, /No cards yet/)
  const page = await mei.post(`${board}/new`, { kind: 'x', text: '', named: '' })
  assert.equal(page.status, 422)
  for (const field of ['kind', 'text', 'named']) assert.ok(page.text.includes(`href="#${field}"`))
})

test('Mei’s challenge is unnamed, Alan’s offer has his name; each is listed with its kind', async () => {
  assert.match((await put(mei, 'challenge', 'Writing business cases')).text, /Your card is up/)
  await put(alan, 'help', 'I know spreadsheets', 'yes')
  const hers = (await mei.get(board)).text
  assert.equal(hers.match(/>Writing business cases<\/p>/g)?.length, 1)
  assert.match(hers, /Nobody else has put up a card like this yet/)
  const seen = (await ravi.get(board)).text
  assert.match(seen, /Writing business cases[\s\S]*A member/)
  assert.doesNotMatch(seen, /Mei|spreadsheets/)
  assert.match((await ravi.get(`${board}?kind=help`)).text, /I know spreadsheets[\s\S]*Alan Ally/)
})

test('Ravi can help: Mei is asked without his name, says yes, and both learn how to reach each other', async () => {
  const card = linkTo((await ravi.get(board)).text, 'Writing business cases')
  assert.match(
    (await ravi.post(`${card}/answer`, { name: '', reach: '' }, card)).text,
    /href="#name"/,
  )
  assert.match(
    (await ravi.submit(`${card}/answer`, word('Ravi R'), card)).text,
    /We have asked them/,
  )
  assert.match(
    (await ravi.submit(`${card}/answer`, word('Ravi R'), card)).text,
    /answered this card already/,
  )
  const asked = (await lastEmail(app, cast.mei.email))!
  assert.match(asked.subject, /someone may be able to help you/)
  assert.doesNotMatch(emailText(asked.blocks), /Ravi/)
  const page = /href="(\/networks\/carers\/introductions\/[^"]+)"/.exec(
    (await mei.get('/home')).text,
  )![1]!
  assert.match((await mei.get(page)).text, /Writing business cases/)
  assert.match((await mei.submit(`${page}/yes`, word('Mei M'), page)).text, /Ravi R in Teams/)
  assert.match(
    emailText((await lastEmail(app, cast.ravi.email))!.blocks),
    /How to reach Mei M: Mei M in Teams/,
  )
  assert.match((await ravi.get(board)).text, /You are in touch: Mei M/)
})

test('Grace matches two cards by hand: both are asked, and she does not learn whose they are', async () => {
  const page = (await grace.get(linkTo((await grace.get(board)).text, 'Writing business cases')))
    .text
  const other = /<option value="([^"]+)"[^>]*>I know spreadsheets/.exec(page)![1]!
  const path = /action="([^"]+\/match)"/.exec(page)![1]!
  const match = async (at: string) =>
    (await grace.submit(at, { with: other }, at.replace('/match', ''))).text
  const answer = await match(path)
  assert.match(answer, /We have asked both, unless they were asked before/)
  assert.match(await match(path), /We have asked both, unless they were asked before/)
  const told = (await outbox(app)).slice(0, 2).map(({ to }) => to.address)
  assert.deepEqual(told.sort(), [cast.alan.email, cast.mei.email])
  const seen = await app.db.asSystem('look in a test', (tx) =>
    tx.rows<{ subject_id: string | null }>(
      sql`select subject_id from audit.entry where event = 'launch.matched'`,
    ),
  )
  assert.deepEqual(seen, [{ subject_id: null }, { subject_id: null }])
  // Alan shows his name on one card and keeps it off another: trying the two together does not tell.
  assert.match((await put(alan, 'challenge', 'Saying no to work')).text, /Your card is up/)
  const quiet = (await grace.get(linkTo((await grace.get(board)).text, 'Saying no to work'))).text
  const before = (await outbox(app)).length
  const twin = /action="([^"]+\/match)"/.exec(quiet)![1]!
  const own = await match(twin)
  assert.match(own, /We have asked both, unless they were asked before/)
  assert.equal((await outbox(app)).length, before)
  const log = (await grace.get('/networks/carers/audit')).text
  assert.equal(log.match(/asked the owners of two cards/g)!.length, 3)
  await alan.submit(twin.replace('match', 'withdrawal'), {}, twin.replace('/match', ''))
})

test('nobody answers their own card or takes down another’s; its owner and a lead do', async () => {
  const card = linkTo((await ravi.get(board)).text, 'Writing business cases')
  assert.equal((await ravi.post(`${card}/withdrawal`, {}, card)).status, 403)
  assert.equal((await mei.post(`${card}/answer`, word('Mei'), card)).status, 403)
  assert.match((await mei.submit(`${card}/withdrawal`, {}, card)).text, /The card is down/)
  assert.equal((await ravi.get(card)).status, 404)
  await put(mei, 'challenge', 'Something rude')
  const rude = linkTo((await grace.get(board)).text, 'Something rude')
  assert.match((await grace.submit(`${rude}/withdrawal`, {}, rude)).text, /The card is down/)
})

test('ten cards are enough for one person, and they go when the person leaves', async () => {
  for (let i = 0; i < 10; i++) await put(ravi, 'help', `Offer ${i}`)
  assert.match((await put(ravi, 'help', 'One more')).text, /You have 10 cards up already/)
  await ravi.post('/networks/carers/leave')
  assert.doesNotMatch((await mei.get(`${board}?kind=help`)).text, /Offer \d/)
})

test('a thousand cards come a page at a time, with as many questions to the database as three', async () => {
  const asks = async (path: string) => {
    const before = app.db.statements.count
    const page = await alan.get(path)
    return { statements: app.db.statements.count - before, page: page.text }
  }
  const fill = (count: number) =>
    app.db.asSystem('set the stage for a test', async (tx) => {
      for (let i = 0; i < count; i++) {
        const id = crypto.randomUUID()
        const sealed = tx.keys.seal(
          `network:${carers}`,
          { table: 'launch.card', column: 'content', row: id },
          '{"text":"Many","name":""}',
        )
        await tx.run(
          sql`insert into launch.card (id, network_id, kind, content_sealed, put_on) values (${id}, ${carers}, 'challenge', ${sealed}, '2026-11-01')`,
        )
      }
    })
  await fill(3)
  const few = (await asks(board)).statements
  await fill(997)
  const { statements, page } = await asks(board)
  assert.equal(statements, few)
  assert.equal(page.split('>Many<').length - 1, 20)
  const next = /href="([^"]+after=[^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&')
  assert.equal((await alan.get(next)).text.split('>Many<').length - 1, 20)
})

test('in a sensitive network cards are unnamed unless said, and the email tells nothing', async () => {
  const here = '/networks/n-quiet/launch/board'
  assert.match((await olu.get(`${here}/new`)).text, /value="no" checked/)
  await put(olu, 'challenge', 'Speaking up', 'no', here)
  const card = linkTo((await sam.get(here)).text, 'Speaking up')
  await sam.submit(`${card}/answer`, word('S'), card)
  const email = (await lastEmail(app, cast.olu.email))!
  assert.equal(email.subject, 'Your network: something waits for your answer')
  assert.doesNotMatch(JSON.stringify(email.blocks), /Quiet|Speaking|n-quiet/)
  assert.equal((await mei.get(here)).status, 404)
})
