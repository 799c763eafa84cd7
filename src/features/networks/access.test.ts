import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { invite } from '#features/invitations/index.ts'
import { organisationsMatching } from '#features/organisations/index.ts'
import { makeAdministrator, personByEmail } from '#features/people/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn, type Client } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { networkById } from './find.ts'
import { putOrganisations } from './scope.ts'
import type { Findable } from './words.ts'

const app = await testApp()
const browsers = {
  stranger: client(app),
  outsider: await signedIn(app, cast.olu),
  colleague: await signedIn(app, cast.ravi),
  invited: await signedIn(app, cast.sam),
  member: await signedIn(app, cast.mei),
  lead: await signedIn(app, cast.grace),
  administrator: await signedIn(app, cast.ada),
} satisfies Record<string, Client>
type Who = keyof typeof browsers
const everyone = Object.keys(browsers) as Who[]

await app.db.asSystem('make an administrator in a test', async (tx) => {
  const ada = (await personByEmail(tx, cast.ada.email))!
  await makeAdministrator(tx, ada.id)
})

const word = {
  everyone: 'Marigold',
  'signed-in': 'Snowdrop',
  organisations: 'Foxglove',
  invited: 'Nightshade',
} as const

for (const findable of Object.keys(word) as Findable[]) {
  const id = await stage(app, {
    slug: findable,
    name: `${word[findable]} network`,
    findable,
    leads: [cast.grace],
    members: [cast.mei],
  })
  await app.db.asSystem('set the stage for a test', async (tx) => {
    const [defra] = await organisationsMatching(tx, 'Department for Environment, Food')
    if (findable === 'organisations') await putOrganisations(tx, id, [defra!.id])
    const sam = { name: cast.sam.name, address: cast.sam.email, key: cast.sam.email }
    await invite(tx, (await networkById(tx, id))!, {
      people: [sam],
      origin: 'lead',
      actor: undefined,
    })
  })
}

/** Who sees a network, by who can find it. Being invited, a member or a lead always shows it; being an administrator never does. */
const sees: Record<Findable, readonly Who[]> = {
  everyone,
  'signed-in': everyone.filter((who) => who !== 'stranger'),
  organisations: ['colleague', 'invited', 'member', 'lead'],
  invited: ['invited', 'member', 'lead'],
}

for (const findable of Object.keys(sees) as Findable[]) {
  for (const who of everyone) {
    const can = sees[findable].includes(who)
    const name = word[findable]
    test(`${who} ${can ? 'finds' : 'does not find'} what ${findable} can find`, async () => {
      const { get } = browsers[who]
      assert.equal((await get(`/networks/${findable}`)).status, can ? 200 : 404)
      for (const list of [
        '/networks',
        '/networks.json',
        '/networks.atom',
        `/networks?q=${name}`,
        `/networks.json?q=${name.slice(0, 5)}`,
      ]) {
        assert.equal((await get(list)).text.includes(`${name} network`), can, list)
      }
    })
    test(`${who} ${who === 'lead' ? 'changes' : 'does not change'} what ${findable} can find`, async () => {
      const expected = who === 'lead' ? 200 : who === 'stranger' ? 303 : can ? 403 : 404
      for (const page of [
        'settings',
        'settings/about',
        'settings/scope',
        'settings/privacy',
        'settings/status',
        'settings/family',
        'preview',
      ]) {
        assert.equal(
          (await browsers[who].get(`/networks/${findable}/${page}`)).status,
          expected,
          page,
        )
      }
    })
  }
}

const outsiders = ['stranger', 'outsider', 'administrator'] as const

test('a hidden network answers outsiders like a network that there is not, byte for byte', async () => {
  const shown = await browsers.member.get('/networks/invited')
  assert.match(shown.text, /Nightshade network/)
  for (const who of outsiders) {
    for (const page of [
      '',
      '/settings',
      '/preview',
      '/settings/privacy',
      '/setup',
      '/members',
      '/charter',
      '/leave',
    ]) {
      const hidden = await browsers[who].get(`/networks/invited${page}`)
      const none = await browsers[who].get(`/networks/nothing${page}`)
      const same = (answer: typeof hidden, slug: string) => ({
        ...answer,
        headers: { ...answer.headers, date: '' },
        text: answer.text.replaceAll(slug, '…'),
        location: answer.location.replaceAll(slug, '…'),
      })
      assert.deepEqual(
        { ...same(hidden, 'invited'), headers: { ...hidden.headers, date: '', location: '' } },
        { ...same(none, 'nothing'), headers: { ...none.headers, date: '', location: '' } },
        `${who} ${page}`,
      )
    }
  }
})

test('a hidden network changes no count, no search and no address of another', async () => {
  const count = async (who: Who) =>
    (JSON.parse((await browsers[who].get('/networks.json')).text) as { count: number }).count
  assert.equal(await count('member'), 4)
  assert.equal(await count('administrator'), 2)
  assert.equal(await count('stranger'), 1)
  for (const who of outsiders) {
    const hidden = await browsers[who].get('/networks.json?q=Nightshade')
    const none = await browsers[who].get('/networks.json?q=Nightingale')
    assert.equal(hidden.text, none.text)
  }
})

test('someone who starts a network of the same name as a hidden one is not stopped', async () => {
  const visible = await browsers.outsider.post('/networks/new', { name: 'marigold  NETWORK' })
  assert.equal(visible.status, 422)
  assert.match(visible.text, /There is a network called Marigold network already/)
  const hidden = await browsers.outsider.post('/networks/new', { name: 'Nightshade network' })
  assert.equal(hidden.status, 303)
})

test('raw queries give nothing of networks that the viewer may not know of', async () => {
  const tables = [
    'network',
    'scope',
    'status_change',
    'privacy_change',
    'privacy_consent',
    'figure',
    'counted',
  ]
  await app.db.asSystem('set the stage for a test', async (tx) => {
    const { id } = (await tx.row<{ id: string }>(
      sql`select id from networks.network where slug = 'invited'`,
    ))!
    await tx.run(
      sql`insert into networks.scope (network_id, kind, value) values (${id}, 'region', 'wales')`,
    )
    await tx.run(
      sql`insert into networks.status_change (network_id, status) values (${id}, 'live')`,
    )
    await tx.run(
      sql`insert into networks.figure (network_id, members, as_of) values (${id}, 20, current_date)`,
    )
    await tx.run(
      sql`insert into networks.counted (network_id, members, as_of) values (${id}, 21, current_date)`,
    )
    const change = await tx.row<{ id: string }>(sql`
      insert into networks.privacy_change (network_id, findable, joining, names, sensitive)
      values (${id}, 'everyone', 'open', 'members', false) returning id`)
    await tx.run(
      sql`insert into networks.privacy_consent (change_id, membership_id) values (${change!.id}, gen_random_uuid())`,
    )
    for (const table of tables)
      assert.ok(
        (await tx.rows(sql`select 1 from ${sql.table(`networks.${table}`)}`)).length > 0,
        table,
      )
  })
  await app.db.as({ kind: 'stranger' }, async (tx) => {
    assert.deepEqual(await tx.rows(sql`select slug from networks.network`), [{ slug: 'everyone' }])
    for (const table of tables.slice(1))
      assert.deepEqual(
        await tx.rows(sql`select 1 from ${sql.table(`networks.${table}`)}`),
        [],
        table,
      )
    assert.deepEqual(
      await tx.row(sql`select networks.narrowed('''nightshade'':*', null, null) as ids`),
      { ids: [] },
    )
  })
})

test('only leads write, whatever address they find', async () => {
  const form = '/networks/new'
  for (const who of ['outsider', 'member', 'administrator'] as const) {
    for (const page of [
      'about',
      'scope',
      'privacy',
      'status',
      'family',
      'family/leaving',
      'privacy/withdrawal',
      'privacy/agreement',
      'family/decisions',
    ]) {
      const answer = await browsers[who].post(
        `/networks/everyone/settings/${page}`,
        { status: 'closed', reason: 'No' },
        form,
      )
      assert.equal(answer.status, 403, `${who} ${page}`)
    }
  }
  const closed = await browsers.lead.post('/networks/everyone/settings/status', {
    status: 'dormant',
    reason: 'A rest.',
  })
  assert.equal(closed.status, 303)
})
