import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Tx } from '#kernel/db.ts'
import { invitedTag, keyringTag } from '#kernel/viewer.ts'
import { invite } from '#features/invitations/index.ts'
import { emailTag } from '#features/people/index.ts'
import { remove } from '#features/members/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { agree, bring, inviteAll } from '../../testing/importing.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const system = <T>(work: (tx: Tx) => Promise<T>) => app.db.asSystem('look in a test', work)

type Row = { table: string; text: string; opened: string[] }

/** Every row of every table of ours: as it stands, and all in it that the keys open, for whatever purpose and place. */
async function everything(): Promise<Row[]> {
  const networks = await system((tx) =>
    tx.rows<{ id: string }>(sql`select id from networks.network`),
  )
  const purposes = [
    'people',
    'keyring',
    'challenges',
    'sessions',
    'drafts',
    'mail',
    'jobs',
    'organisations',
    'joined',
    ...networks.map(({ id }) => `network:${id}`),
  ]
  const tables = await app.db.engine.root(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'pgboss', 'migration')`,
  )
  const read: Row[] = []
  for (const { name } of tables.rows as { name: string }[]) {
    const { rows } = await app.db.engine.root(`select to_jsonb(t) as row from ${name} t`)
    for (const { row } of rows as { row: Record<string, unknown> }[])
      read.push({ table: name, text: JSON.stringify(row), opened: openAll(name, row, purposes) })
  }
  return read
}

function openAll(table: string, row: Record<string, unknown>, purposes: string[]): string[] {
  const places = Object.values(row)
    .filter((value) => typeof value === 'string')
    .map((value) => value.replace(/^\\x/, ''))
  return Object.entries(row).flatMap(([column, value]) => {
    if (typeof value !== 'string' || !value.startsWith('\\x')) return []
    return purposes.flatMap((purpose) =>
      [column, column.replace(/_?sealed$/, '')].flatMap((named) =>
        places.flatMap((place) => {
          try {
            return [
              app.db.keys.open(
                purpose,
                { table, column: named, row: place },
                Buffer.from(value.slice(2), 'hex'),
              ),
            ]
          } catch {
            return []
          }
        }),
      ),
    )
  })
}

/** Tables with a row that says, or that the keys make say, any of these. */
const tellingTables = (rows: Row[], words: string[]) =>
  [
    ...new Set(
      rows
        .filter(({ text, opened }) =>
          words.some((word) =>
            [text, ...opened].some((each) => each.toLowerCase().includes(word.toLowerCase())),
          ),
        )
        .map(({ table }) => table),
    ),
  ].sort()

/** Sam, in as many places as there are: in networks in every way, removed, leading, invited, asked to sponsor, signing in. */
async function samEverywhere() {
  const secret = await stage(app, {
    slug: 'n-secret',
    name: 'Secret Circle',
    sensitive: true,
    names: 'leads',
    findable: 'invited',
    leads: [cast.grace],
  })
  const question = crypto.randomUUID()
  await system((tx) =>
    tx.run(
      sql`insert into members.question (id, network_id, position, text, kind) values (${question}, ${secret}, 1, 'Why?', 'text')`,
    ),
  )
  await join(app, secret, cast.sam, {
    displayName: 'Sammy Sealed',
    answers: [{ question, text: 'Because I am Sam Secret' }],
  })
  await join(
    app,
    await stage(app, { slug: 'asked', joining: 'request', leads: [cast.grace] }),
    cast.sam,
    { status: 'requested' },
  )
  const led = await stage(app, { slug: 'led', leads: [cast.carlos, cast.sam] })
  const { memberships } = await viewerFor(app, cast.sam)
  await system((tx) =>
    tx.run(
      sql`update members.appointment set public_name = 'Sam Secret' where network_id = ${led} and membership_id = any (${memberships}::uuid[])`,
    ),
  )
  const gone = await stage(app, { slug: 'gone', leads: [cast.grace] })
  const removed = await join(app, gone, cast.sam)
  const graces = (await viewerFor(app, cast.grace)).memberships
  await system((tx) => remove(tx, gone, removed, graces[0]!))
  const wants = await stage(app, { slug: 'wants', leads: [cast.grace] })
  await system((tx) =>
    invite(
      tx,
      { id: wants, names: 'members', sensitive: false },
      {
        people: [{ name: 'Sam Secret', address: cast.sam.email, key: cast.sam.email }],
        origin: 'lead',
        actor: graces[0],
      },
    ),
  )
  const grace = await signedIn(app, cast.grace)
  assert.equal(
    (
      await grace.post('/networks/wants/sponsor', {
        name: 'Sam Secret',
        email: cast.sam.email,
        position: 'Director',
      })
    ).status,
    303,
  )
  await client(app).post('/sign-in', { email: cast.sam.email.replace('@', '+late@') })
  const list = `Name,Email\nSam Secret,${cast.sam.email}\n`
  await bring(app, grace, 'wants', list)
  const invited = await bring(app, grace, 'wants', list)
  await agree(app, grace, invited)
  await inviteAll(app, grace, invited)
  await client(app).post('/sign-in/ask', { email: cast.sam.email, reason: 'Sam Secret asks' })
  return [secret, led, gone, wants]
}

test('after Sam is erased, no row anywhere can be opened to Sam', async () => {
  const sam = await signedIn(app, cast.sam)
  const networks = await samEverywhere()
  const viewer = await viewerFor(app, cast.sam)
  await sam.post('/account/email', { email: 'sam.elsewhere@leeds.gov.uk' })
  await sam.post('/account/region', { region: 'wales' })
  await outbox(app)
  const { keys } = app.db
  const tags = [
    emailTag(keys, cast.sam.email),
    keyringTag(keys, viewer.person),
    invitedTag(keys, cast.sam.email),
    ...networks.map((id) => keys.tag(`network:${id}`, viewer.person)),
  ]
  const sams = [
    'sam secret',
    'sam.secret',
    'sammy sealed',
    viewer.person,
    ...tags.map((tag) => tag.toString('hex')),
  ]

  const before = tellingTables(await everything(), sams)
  const could = [
    'audit.entry',
    'governance.sponsor',
    'imports.import',
    'invitations.invitation',
    'kernel.draft',
    'kernel.message',
    'members.answer',
    'members.bond',
    'members.card',
    'organisations.domain_request',
    'people.person',
    'people.ring',
    'sign_in.challenge',
    'sign_in.session',
  ]
  assert.deepEqual(
    could.filter((table) => !before.includes(table)),
    [],
    'the test would not notice these',
  )

  assert.match((await sam.get('/account/erase')).text, /Erase your account/)
  const bye = await sam.submit('/account/erase')
  assert.match(bye.text, /Your account has been erased/)
  assert.doesNotMatch(bye.text, /Sign out/)
  assert.deepEqual(tellingTables(await everything(), sams), [])
})

test('the session is over, here and elsewhere, and coming back is coming as someone new', async () => {
  const laptop = await signedIn(app, cast.mei)
  const phone = await signedIn(app, cast.mei)
  const before = (await viewerFor(app, cast.mei)).person
  await laptop.post('/account/erase')
  for (const browser of [laptop, phone])
    assert.match((await browser.get('/account')).location, /^\/sign-in/)
  await signedIn(app, cast.mei)
  assert.notEqual((await viewerFor(app, cast.mei)).person, before)
})

test('whoever leads a network alone is told which, and nothing is erased', async () => {
  await stage(app, { slug: 'only-olu', name: 'Only Olu', leads: [cast.olu] })
  await stage(app, { slug: 'over', name: 'Long Over', status: 'closed', leads: [cast.olu] })
  const shared = await stage(app, {
    slug: 'shared',
    name: 'Shared Lead',
    leads: [cast.olu, cast.carlos],
  })
  const olu = await signedIn(app, cast.olu)
  for (const answer of [
    await olu.get('/account/erase'),
    await olu.post('/account/erase', {}, '/account/name'),
  ]) {
    assert.equal(answer.status, 409)
    assert.match(answer.text, /Only Olu[\s\S]*href="\/networks\/only-olu\/roles"/)
    assert.doesNotMatch(answer.text, /Long Over|Shared Lead/)
  }
  assert.equal((await olu.get('/account')).status, 200)
  await join(app, shared, cast.alan)
  await system((tx) =>
    tx.run(sql`update networks.network set status = 'closed' where slug = 'only-olu'`),
  )
  assert.equal((await olu.post('/account/erase')).location, '/account/erased')
})

test('of two leads who erase themselves at once, one stays to lead', async () => {
  const two = [
    { name: 'Lea One', email: 'lea.one@leeds.gov.uk' },
    { name: 'Lee Two', email: 'lee.two@leeds.gov.uk' },
  ]
  const network = await stage(app, { slug: 'two-leads', leads: two })
  const browsers = await Promise.all(two.map((who) => signedIn(app, who)))
  const answers = await Promise.all(browsers.map((browser) => browser.post('/account/erase')))
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([303, 409]))
  const leads = await system((tx) =>
    tx.rows(
      sql`select id from members.appointment where network_id = ${network} and manages and ended_on is null`,
    ),
  )
  assert.equal(leads.length, 1)
})

test('nobody is told who left, and the log of the installation says only that someone did', async () => {
  const alan = await signedIn(app, cast.alan)
  const before = (await outbox(app)).length
  await alan.post('/account/erase')
  assert.equal(
    (await outbox(app)).filter((email) => email.to.address !== cast.alan.email).length <= before,
    true,
  )
  assert.equal(await lastEmail(app, cast.alan.email), undefined)
  const entries = await system((tx) =>
    tx.rows<{ detail: object; person_tag: unknown }>(
      sql`select detail, person_tag from audit.entry where event = 'account.erased'`,
    ),
  )
  assert.ok(entries.length > 0)
  for (const { detail, person_tag } of entries) assert.deepEqual([detail, person_tag], [{}, null])
})
