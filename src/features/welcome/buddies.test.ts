import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { emailText } from '#kernel/mail/email.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { lastEmail, outbox, signedIn, type Client } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
await stage(app, {
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
  names: 'nobody',
  leads: [cast.sam],
  members: [cast.olu, cast.carlos],
})
const [grace, mei, alan, ravi, sam, olu, carlos] = (await Promise.all(
  [cast.grace, cast.mei, cast.alan, cast.ravi, cast.sam, cast.olu, cast.carlos].map((who) =>
    signedIn(app, who),
  ),
)) as [Client, Client, Client, Client, Client, Client, Client]

const at = (slug: string) => `/networks/${slug}/buddies`
const choose = (who: Client, slug: string, part: 'asks' | 'helps', wants = 'yes') =>
  who.submit(`${at(slug)}/mine`, { part, wants }, at(slug))
const waitingFor = async (who: Client) =>
  /href="(\/networks\/[^"]+\/introductions\/[^"]+)"/.exec((await who.get('/home')).text)?.[1]
const propose = async (lead: Client, slug: string, helps = '') => {
  const asks = /name="asks" value="([^"]+)"/.exec((await lead.get(at(slug))).text)?.[1] ?? ''
  return lead.submit(`${at(slug)}/proposal`, { asks, helps }, at(slug))
}
const yes = (who: Client, page: string, name: string) =>
  who.submit(`${page}/yes`, { name, reach: `${name} in Teams`, note: '' }, page)

test('until Grace wants buddies nobody can ask for one', async () => {
  assert.match((await mei.get(at('carers'))).text, /does not have buddies now/)
  assert.equal(
    (await mei.post(`${at('carers')}/mine`, { part: 'asks', wants: 'yes' }, at('carers'))).status,
    403,
  )
  assert.match(
    (await grace.submit(`${at('carers')}/offer`, { days: '30' }, at('carers'))).text,
    /Nobody waits for a buddy/,
  )
})

test('Mei asks, Alan and Ravi offer; Grace sees who, the members do not', async () => {
  assert.match((await choose(mei, 'carers', 'asks')).text, /You have asked for a buddy/)
  await choose(alan, 'carers', 'helps')
  await choose(ravi, 'carers', 'helps')
  const page = (await grace.get(at('carers'))).text
  assert.match(page, /Mei Member, who asked on/)
  assert.match(page, /<option[^>]*>Alan Ally/)
  assert.doesNotMatch((await alan.get(at('carers'))).text, /Mei Member/)
})

test('both are asked, and nobody learns a name before both have said yes', async () => {
  const choice = /<option value="([^"]+)"[^>]*>Alan Ally/.exec(
    (await grace.get(at('carers'))).text,
  )!
  assert.match((await propose(grace, 'carers', choice[1])).text, /Both have been asked by email/)
  const asked = (await outbox(app)).slice(0, 2)
  for (const email of asked) assert.doesNotMatch(JSON.stringify(email.blocks), /Mei|Alan/)
  const page = (await waitingFor(mei))!
  assert.doesNotMatch((await mei.get(page)).text, /Alan/)
  assert.match(
    (await mei.post(`${page}/yes`, { name: 'Mei', reach: '' }, page)).text,
    /href="#reach">Say how/,
  )
  assert.match((await yes(mei, page, 'Mei M')).text, /You said yes\. We are asking/)
  assert.doesNotMatch((await alan.get(page)).text, /Mei M/)
  assert.match(
    (await yes(alan, page, 'Alan A')).text,
    /You have both said yes[\s\S]*Mei M in Teams/,
  )
  assert.match(
    emailText((await lastEmail(app, cast.mei.email))!.blocks),
    /How to reach Alan A: Alan A in Teams/,
  )
  assert.match((await mei.get('/networks/carers/membership')).text, /You and your buddy: Alan A/)
  for (const other of [grace, ravi]) assert.equal((await other.get(page)).status, 404)
})

test('either ends it, at once and silently, and what was said is gone', async () => {
  const page = /href="(\/networks\/carers\/introductions\/[^"]+)"/.exec(
    (await mei.get(at('carers'))).text,
  )![1]!
  const before = (await outbox(app)).length
  assert.match((await alan.submit(`${page}/end`, {}, page)).text, /It is over/)
  assert.equal((await mei.get(page)).status, 404)
  assert.equal((await outbox(app)).length, before)
  const left = await app.db.asSystem('look in a test', (tx) =>
    tx.rows(sql`select id from introductions.word`),
  )
  assert.equal(left.length, 0)
})

test('asked again, Mei is proposed the one with the fewest whom she has not met; two presses propose one', async () => {
  await choose(mei, 'carers', 'asks', 'no')
  app.clock.advance(600)
  await choose(mei, 'carers', 'asks')
  await app.db.asSystem('a day later in a test', (tx) =>
    tx.run(sql`update welcome.buddy set since = since + 1 where part = 'asks'`),
  )
  const asks = /name="asks" value="([^"]+)"/.exec((await grace.get(at('carers'))).text)![1]!
  const twice = [1, 2].map(() =>
    grace.submit(`${at('carers')}/proposal`, { asks, helps: '' }, at('carers')),
  )
  const said = (await Promise.all(twice)).map(({ text }) => /Both have been asked/.test(text))
  assert.equal(said.filter(Boolean).length, 1)
  assert.ok(await waitingFor(ravi))
  assert.equal(await waitingFor(alan), undefined)
})

test('whoever leaves takes all of it along', async () => {
  await yes(mei, (await waitingFor(mei))!, 'Mei M')
  await mei.post('/networks/carers/leave')
  const left = await app.db.asSystem('look in a test', (tx) =>
    tx.row<{ words: number; open: number; asks: number }>(sql`
      select (select count(*)::int from introductions.word) as words,
        (select count(*)::int from introductions.introduction where ended_on is null) as open,
        (select count(*)::int from welcome.buddy where part = 'asks') as asks`),
  )
  assert.deepEqual(left, { words: 0, open: 0, asks: 0 })
  assert.equal(await waitingFor(ravi), undefined)
})

test('where names are shown to nobody, the lead sees none, and the emails say nothing', async () => {
  await sam.post(`${at('n-quiet')}/offer`, { days: '60' }, at('n-quiet'))
  await choose(olu, 'n-quiet', 'asks')
  await choose(carlos, 'n-quiet', 'helps')
  const page = (await sam.get(at('n-quiet'))).text
  assert.match(page, /A member, who asked on/)
  assert.doesNotMatch(page, /Olu|Carlos/)
  await propose(sam, 'n-quiet')
  const introduction = (await waitingFor(olu))!
  await yes(olu, introduction, 'O')
  await yes(carlos, introduction, 'C')
  for (const who of [cast.olu, cast.carlos]) {
    const email = (await lastEmail(app, who.email))!
    assert.equal(email.subject, 'Your network: someone has said yes')
    assert.doesNotMatch(JSON.stringify(email.blocks), /Quiet|n-quiet|in Teams/)
  }
  assert.match((await olu.get(introduction)).text, /C in Teams/)
})
