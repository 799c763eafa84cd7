import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditInstallation, auditNetwork, auditPerson } from '#kernel/audit.ts'
import { sql, type Query } from '#kernel/db.ts'
import type { Person, Viewer } from '#kernel/viewer.ts'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { join, stage, viewerFor } from '../testing/networks.ts'

const app = await testApp()
const mine = await stage(app, { slug: 'mine', leads: [cast.grace], members: [cast.alan] })
const other = await stage(app, {
  slug: 'n-other',
  findable: 'invited',
  names: 'leads',
  leads: [cast.carlos],
  members: [cast.sam],
})
const inOther = await join(app, other, cast.grace)
const samThere = await join(app, other, cast.sam)
const alanHere = await join(app, mine, cast.alan)
const grace = await viewerFor(app, cast.grace)
const olu = await viewerFor(app, cast.olu)
const graceHere = grace.memberships.find((id) => id !== inOther)!

/** Runs a statement as someone; out comes the code with which the database refused it, or how many rows it touched. */
async function attempt(viewer: Viewer, statement: Query): Promise<string | number> {
  const tried = app.db.as(viewer, (tx) => tx.pretend(() => tx.run(statement)))
  return tried.catch((error: { code: string }) => error.code)
}
const refused = '42501'

test('what a row belongs to stays: nobody moves one to another network, or gives it to someone else', async () => {
  const { rows } = await app.db.engine.root(`
    select table_schema || '.' || table_name as table, column_name as column from information_schema.columns
    where column_name in ('id', 'network_id', 'membership_id', 'person_id') and table_schema not in ('pgboss', 'information_schema', 'pg_catalog') order by 1, 2`)
  const columns = rows as { table: string; column: string }[]
  assert.ok(columns.length > 30)
  for (const { table, column } of columns) {
    const set = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${column === 'network_id' ? other : inOther}`
    assert.equal(await attempt(grace, set), refused, `${table}.${column}`)
  }
})

test('what leads and members may change is still theirs to change', async () => {
  assert.equal(await attempt(grace, sql`update networks.network set purpose = 'better'`), 1)
  assert.equal(
    await attempt(
      grace,
      sql`update members.membership set category = 'ally' where id = ${alanHere}`,
    ),
    1,
  )
  const locked = app.db.as(grace, (tx) =>
    tx.rows(sql`select id from members.membership where id = ${alanHere} for update`),
  )
  assert.equal((await locked).length, 1)
})

test('a person ends no membership but their own, whatever they lead', async () => {
  assert.equal(
    await attempt(grace, sql`update members.membership set status = 'left' where id = ${inOther}`),
    1,
  )
  assert.equal(
    await attempt(grace, sql`update members.membership set status = 'left' where id = ${samThere}`),
    0,
  )
})

test('a role, a decision and an answer are of the network that they are about', async () => {
  const role = (membership: string) => sql`
    insert into members.appointment (network_id, membership_id, role, starts_on) values (${mine}, ${membership}, 'chair', current_date)`
  assert.equal(await attempt(grace, role(alanHere)), 1)
  assert.equal(await attempt(grace, role(inOther)), refused)
  const decision = (membership: string) => sql`
    insert into members.decision (membership_id, network_id, approved, decided_by, decided_on) values (${membership}, ${mine}, false, ${graceHere}, current_date)`
  assert.equal(await attempt(grace, decision(alanHere)), 1)
  assert.equal(await attempt(grace, decision(samThere)), refused)
  const question = crypto.randomUUID()
  await app.db.asSystem('ask something in a test', (tx) =>
    tx.run(
      sql`insert into members.question (id, network_id, position, text, kind) values (${question}, ${other}, 1, 'Why?', 'text')`,
    ),
  )
  const answer = (membership: string, network: string) => sql`
    insert into members.answer (id, membership_id, network_id, question_id, sealed) values (gen_random_uuid(), ${membership}, ${network}, ${question}, '')`
  assert.equal(await attempt(grace, answer(inOther, other)), 1)
  assert.equal(await attempt(grace, answer(graceHere, mine)), refused)
})

test('a lead agrees to less privacy for themselves, as a lead of that network', async () => {
  const change = crypto.randomUUID()
  await app.db.asSystem('propose in a test', (tx) =>
    tx.run(sql`
    insert into networks.privacy_change (id, network_id, findable, joining, names, sensitive) values (${change}, ${mine}, 'everyone', 'open', 'members', false)`),
  )
  const agree = (membership: string) =>
    sql`insert into networks.privacy_consent (change_id, membership_id) values (${change}, ${membership})`
  assert.equal(await attempt(grace, agree(graceHere)), 1)
  assert.equal(await attempt(grace, agree(inOther)), refused)
})

test('nobody writes into the log of a network they are not in, in another’s name, or of another person', async () => {
  const writes = async (
    viewer: Person,
    what: (tx: Parameters<typeof auditPerson>[0]) => Promise<void>,
  ) =>
    app.db
      .as(viewer, (tx) => tx.pretend(() => what(tx)))
      .then(
        () => 'written',
        (error: { code: string }) => error.code,
      )
  const event =
    (network: string, actor?: string, subject?: string) =>
    (tx: Parameters<typeof auditPerson>[0]) =>
      auditNetwork(tx, 'members.left', { network, actor, subject })
  assert.equal(await writes(grace, event(mine, graceHere, alanHere)), 'written')
  assert.equal(await writes(grace, event(mine, alanHere)), refused)
  assert.equal(await writes(grace, event(mine, graceHere, samThere)), refused)
  assert.equal(await writes(olu, event(mine)), refused)
  assert.equal(
    await writes(olu, (tx) => auditPerson(tx, 'account.downloaded', olu.person)),
    'written',
  )
  assert.equal(
    await writes(olu, (tx) => auditPerson(tx, 'account.downloaded', grace.person)),
    refused,
  )
  assert.equal(await writes(olu, (tx) => auditInstallation(tx, 'account.erased')), refused)
  assert.equal(
    await writes({ ...olu, administrator: true }, (tx) => auditInstallation(tx, 'account.erased')),
    'written',
  )
})

test('a search without words finds nobody in a network whose members the viewer may not know', async () => {
  const found = (viewer: Viewer, network: string) =>
    app.db.as(
      viewer,
      async (tx) => (await tx.rows(sql`select members.found_by(${network}, '{}', '{}')`)).length,
    )
  assert.equal(await found(grace, mine), 2)
  for (const viewer of [grace, olu, { kind: 'stranger' } as const])
    assert.equal(await found(viewer, other), 0)
})

test('a search finds nobody for leads of a network that shows nobody’s name', async () => {
  const nameless = await stage(app, { slug: 'nameless', leads: [cast.grace], names: 'leads' })
  const lead = await viewerFor(app, cast.grace)
  const found = () =>
    app.db.as(lead, (tx) => tx.rows(sql`select members.found_by(${nameless}, '{}', '{}')`))
  assert.equal((await found()).length, 1)
  await app.db.asSystem('show fewer names in a test', (tx) =>
    tx.run(sql`update networks.network set names = 'nobody' where id = ${nameless}`),
  )
  assert.equal((await found()).length, 0)
})
