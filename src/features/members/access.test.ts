import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { stranger, type Id, type Viewer } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import { addQuestion, changeAnswers, myMembership, questionsOf } from './index.ts'

const app = await testApp()

/**
 * How many rows of each table a raw `select *` gives each of them, in a network with Grace who leads it,
 * the members Mei and Alan, and Ravi who asks to join; Mei and Ravi answered its question.
 */
const tables = [
  'membership',
  'card',
  'answer',
  'appointment',
  'bond',
  'decision',
  'question',
] as const
type Seen = Record<
  'lead' | 'member' | 'asker' | 'outsider' | 'administrator' | 'stranger',
  readonly number[]
>
const own = [1, 1, 1, 0, 0, 0, 1]
const nothing = [0, 0, 0, 0, 0, 0, 1]
const both: Omit<Seen, 'lead' | 'member'> = {
  asker: own,
  outsider: nothing,
  administrator: nothing,
  stranger: nothing,
}
const expected: Record<string, { names: string; sensitive: boolean; seen: Seen }> = {
  'names for members': {
    names: 'members',
    sensitive: false,
    seen: { ...both, lead: [4, 4, 2, 1, 0, 0, 1], member: [3, 3, 1, 1, 0, 0, 1] },
  },
  'names for leads': {
    names: 'leads',
    sensitive: false,
    seen: { ...both, lead: [4, 4, 2, 1, 0, 0, 1], member: [1, 1, 1, 1, 0, 0, 1] },
  },
  // Of the cards a lead sees Ravi's, who asks, and her own, who holds a role.
  'names for nobody': {
    names: 'nobody',
    sensitive: false,
    seen: { ...both, lead: [4, 2, 2, 1, 0, 0, 1], member: [1, 1, 1, 1, 0, 0, 1] },
  },
  'names for members, but sensitive': {
    names: 'members',
    sensitive: true,
    seen: { ...both, lead: [4, 4, 2, 1, 0, 0, 1], member: [1, 1, 1, 1, 0, 0, 1] },
  },
  'sensitive, names for leads': {
    names: 'leads',
    sensitive: true,
    seen: { ...both, lead: [4, 4, 2, 1, 0, 0, 1], member: [1, 1, 1, 1, 0, 0, 1] },
  },
}

for (const [title, { names, sensitive, seen }] of Object.entries(expected)) {
  test(`${title}: a query without a where gives each only what they may see`, async () => {
    const network = await setScene(`scene-${title.replace(/\W+/g, '-')}`, names, sensitive)
    // First that more is there to be seen: the application sees all of it.
    assert.deepEqual(
      await counted(network, { kind: 'system', reason: 'look in a test' }),
      [4, 4, 2, 1, 4, 0, 1],
    )
    for (const [who, viewer] of Object.entries(await viewers())) {
      assert.deepEqual(await counted(network, viewer), seen[who as keyof Seen], who)
    }
  })
}

test('a lead of one network sees nothing of another', async () => {
  const network = await setScene('not-hers', 'members', false)
  const carlos = await viewerFor(app, cast.carlos)
  await stage(app, { slug: 'his-own', leads: [cast.carlos] })
  assert.deepEqual(await counted(network, carlos), nothing)
})

test('what only leads may change stays as it is when others try', async () => {
  const network = await setScene('changes', 'members', false)
  const all = await viewers()
  for (const who of ['member', 'asker', 'outsider', 'stranger', 'administrator'] as const) {
    const change = (query: ReturnType<typeof sql>) =>
      app.db
        .as(all[who], (tx) => tx.run(query))
        .catch((error: { code?: string }) =>
          error.code === '42501' ? 0 : Promise.reject(new Error(`Unexpected: ${error.code}`)),
        )
    assert.equal(
      await change(
        sql`update members.membership set status = 'active' where network_id = ${network}`,
      ),
      0,
      who,
    )
    assert.equal(
      await change(
        sql`update members.membership set category = 'ally' where network_id = ${network} and status = 'active'`,
      ),
      0,
      who,
    )
    assert.equal(
      await change(
        sql`update members.appointment set manages = true, ended_on = null where network_id = ${network}`,
      ),
      0,
      who,
    )
    assert.equal(
      await change(
        sql`insert into members.appointment (network_id, membership_id, role, manages, starts_on) select ${network}, unnest(app.memberships()), 'chair', true, current_date`,
      ),
      0,
      who,
    )
    assert.equal(
      await change(sql`delete from members.question where network_id = ${network}`),
      0,
      who,
    )
    assert.equal(
      await change(sql`delete from members.membership where network_id = ${network}`),
      0,
      who,
    )
    assert.equal(
      await change(
        sql`insert into members.decision (membership_id, network_id, approved, decided_by, decided_on) select id, network_id, true, id, current_date from members.membership where network_id = ${network}`,
      ),
      0,
      who,
    )
  }
})

test('people change only their own card and answers', async () => {
  const network = await setScene('own-things', 'members', false)
  const mei = await viewerFor(app, cast.mei)
  await app.db.as(mei, async (tx) => {
    assert.equal(
      await tx.run(sql`update members.card set words = '{}' where network_id = ${network}`),
      1,
    )
    assert.equal(await tx.run(sql`delete from members.answer where network_id = ${network}`), 1)
  })
})

test('two leads of different networks who search see only their own', async () => {
  const hers = await setScene('search-hers', 'leads', false)
  const grace = await viewerFor(app, cast.grace)
  const olu = await viewerFor(app, cast.olu)
  const all = sql<{
    id: Id
  }>`select m.id from members.membership m where m.id in (select members.found_by(${hers}, '{}', '{}'))`
  assert.equal((await app.db.as(grace, (tx) => tx.rows(all))).length, 4)
  assert.equal((await app.db.as(olu, (tx) => tx.rows(all))).length, 0)
})

async function setScene(slug: string, names: string, sensitive: boolean): Promise<Id> {
  const network = await stage(app, {
    slug,
    names,
    sensitive,
    leads: [cast.grace],
    members: [cast.mei, cast.alan],
  })
  const grace = await viewerFor(app, cast.grace)
  await app.db.as(grace, async (tx) =>
    addQuestion(
      tx,
      network,
      { text: 'Why?', hint: '', kind: 'text', choices: [], required: false },
      (await myMembership(tx, network))!.id,
    ),
  )
  await join(app, network, cast.ravi, { status: 'requested' })
  for (const who of [cast.mei, cast.ravi]) {
    await app.db.as(await viewerFor(app, who), async (tx) => {
      const question = (await questionsOf(tx, network))[0]!.id
      await changeAnswers(tx, network, (await myMembership(tx, network))!.id, [
        { question, text: 'Because' },
      ])
    })
  }
  return network
}

async function viewers(): Promise<Record<keyof Seen, Viewer>> {
  return {
    lead: await viewerFor(app, cast.grace),
    member: await viewerFor(app, cast.mei),
    asker: await viewerFor(app, cast.ravi),
    outsider: await viewerFor(app, cast.olu),
    administrator: { ...(await viewerFor(app, cast.ada)), administrator: true },
    stranger,
  }
}

/** Rows of this network, counted from all that a query without a where gives. */
async function counted(network: Id, viewer: Viewer): Promise<number[]> {
  return app.db.as(viewer, async (tx) => {
    const counts: number[] = []
    for (const table of tables) {
      const rows = await tx.rows<{ network_id: Id }>(
        sql`select * from ${sql.ref(`members.${table}`)}`,
      )
      counts.push(rows.filter((row) => row.network_id === network).length)
    }
    return counts
  })
}
