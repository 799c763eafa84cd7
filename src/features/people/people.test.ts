import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Tx } from '#kernel/db.ts'
import type { Person } from '#kernel/viewer.ts'
import { normaliseAddress } from '#features/sign-in/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import {
  addRing,
  changeDetails,
  changeEmail,
  detailsOf,
  dropRing,
  makeAdministrator,
  myDetails,
  personByEmail,
  register,
  viewerOf,
} from './index.ts'

const app = await testApp()
const system = <T>(work: (tx: Tx) => Promise<T>) => app.db.asSystem('set up a test', work)
const keyOf = (address: string) => normaliseAddress(address).key!

async function person(who: cast.CastMember): Promise<Person> {
  return system(async (tx) => {
    const { id, details } = await register(tx, keyOf(who.email), {
      name: who.name,
      email: who.email,
      organisation: null,
    })
    return (await viewerOf(tx, id, crypto.randomUUID(), details, false)) as Person
  })
}

test('what is kept of a person holds no name and no address', async () => {
  const mei = await person(cast.mei)
  const rows = await system((tx) =>
    tx.rows<{ row: string }>(sql`
    select p::text || encode(p.details_sealed, 'escape') || encode(p.email_tag, 'escape') as row from people.person p where id = ${mei.person}`),
  )
  assert.equal(rows.length, 1)
  for (const word of ['Mei Member', 'mei.member', 'hmrc'])
    assert.ok(!rows[0]!.row.includes(word), word)
  assert.equal((await app.db.as(mei, (tx) => myDetails(tx, mei))).name, cast.mei.name)
})

test('sealed details moved to another person’s row cannot be opened', async () => {
  const [alan, ravi] = [await person(cast.alan), await person(cast.ravi)]
  await assert.rejects(
    system(async (tx) => {
      await tx.run(
        sql`update people.person set details_sealed = (select details_sealed from people.person where id = ${alan.person}) where id = ${ravi.person}`,
      )
      await detailsOf(tx, ravi.person)
    }),
  )
  assert.equal((await app.db.as(ravi, (tx) => myDetails(tx, ravi))).name, cast.ravi.name)
})

test('one address has one account, with a tag or capitals or without', async () => {
  const first = await person({ name: 'Jo Tagged', email: 'jo.tagged+news@leeds.gov.uk' })
  const again = await person({ name: 'Jo Again', email: 'Jo.Tagged@leeds.gov.uk' })
  assert.equal(again.person, first.person)
  const found = await system((tx) => personByEmail(tx, keyOf('jo.tagged+other@LEEDS.gov.uk')))
  assert.equal(found?.details.name, 'Jo Tagged')
  assert.equal(found?.details.email, 'jo.tagged+news@leeds.gov.uk')
})

test('two who register at once with one address end with one account', async () => {
  const both = await Promise.all(
    [1, 2].map(() => person({ name: 'Twice At Once', email: 'twice@leeds.gov.uk' })),
  )
  assert.equal(both[0]!.person, both[1]!.person)
})

test('an address of 300 characters is refused in words, and never reaches the database', () => {
  const read = normaliseAddress(`${'a'.repeat(50)}@${'b.'.repeat(122)}gov.uk`)
  assert.match(read.error!, /254 characters or fewer/)
})

test('names of any script, and long ones, come back as they were', async () => {
  const name = `Zoë Ní Dhomhnaill 李小龙 ${'á'.repeat(90)} 👩🏽‍🔬`
  const zoe = await person({ name, email: 'zoe@leeds.gov.uk' })
  assert.equal((await app.db.as(zoe, (tx) => myDetails(tx, zoe))).name, name)
})

test('a keyring is opened by its own person, and gives back what was put on it', async () => {
  const sam = await person(cast.sam)
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()]
  await system(
    async (tx) => (
      await addRing(tx, sam.person, one),
      await addRing(tx, sam.person, two),
      await dropRing(tx, sam.person, one)
    ),
  )
  assert.deepEqual((await person(cast.sam)).memberships, [two])
  const stolen = await system((tx) =>
    tx.rows<{ row: string }>(sql`select r::text as row from people.ring r`),
  )
  for (const { row } of stolen)
    for (const id of [sam.person, one, two])
      assert.ok(!row.replaceAll('-', '').includes(id.replaceAll('-', '')))
})

test('nobody takes an address that somebody else has', async () => {
  const [alan, mei] = [await person(cast.alan), await person(cast.mei)]
  const details = { name: cast.alan.name, email: cast.mei.email, organisation: null }
  assert.equal(await system((tx) => changeEmail(tx, alan, keyOf(cast.mei.email), details)), false)
  assert.equal(
    await system((tx) =>
      changeEmail(tx, alan, keyOf('alan.moved@leeds.gov.uk'), {
        ...details,
        email: 'alan.moved@leeds.gov.uk',
      }),
    ),
    true,
  )
  assert.equal(
    (await system((tx) => personByEmail(tx, keyOf('alan.moved@leeds.gov.uk'))))?.id,
    alan.person,
  )
  assert.equal((await system((tx) => personByEmail(tx, keyOf(cast.mei.email))))?.id, mei.person)
})

// Who sees and changes what: rows of people.person, people.ring and people.administrator, asked for without a where.
test('a forgotten where shows a person themselves, and a stranger nobody', async () => {
  const [ada, olu] = [await person(cast.ada), await person(cast.olu)]
  await system(
    async (tx) => (
      await makeAdministrator(tx, ada.person),
      await addRing(tx, ada.person, crypto.randomUUID())
    ),
  )
  const see = (viewer: Parameters<typeof app.db.as>[0]) =>
    app.db.as(viewer, async (tx) => ({
      people: (await tx.rows<{ id: string }>(sql`select id from people.person`)).map(
        (row) => row.id,
      ),
      rings: (await tx.rows(sql`select id from people.ring`)).length,
      administrators: (await tx.rows(sql`select person_id from people.administrator`)).length,
    }))
  assert.deepEqual(await see({ kind: 'stranger' }), { people: [], rings: 0, administrators: 0 })
  assert.deepEqual(await see(olu), { people: [olu.person], rings: 0, administrators: 0 })
  assert.deepEqual(await see({ ...ada, administrator: true }), {
    people: [ada.person],
    rings: 1,
    administrators: 1,
  })
})

test('people change themselves, and nobody else, even without a where', async () => {
  const [olu, mei] = [await person(cast.olu), await person(cast.mei)]
  const touched = await app.db.as(olu, async (tx) => {
    await changeDetails(tx, olu, { name: 'Olu Renamed', email: cast.olu.email, organisation: null })
    return {
      changed: await tx.run(sql`update people.person set joined_on = joined_on`),
      erased: await tx.run(sql`delete from people.person`),
    }
  })
  assert.deepEqual(touched, { changed: 1, erased: 0 })
  assert.equal((await app.db.as(olu, (tx) => myDetails(tx, olu))).name, 'Olu Renamed')
  assert.equal((await app.db.as(mei, (tx) => myDetails(tx, mei))).name, cast.mei.name)
  await assert.rejects(
    app.db.as(olu, (tx) => makeAdministrator(tx, olu.person)),
    /row-level security/,
  )
})
