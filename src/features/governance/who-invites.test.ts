import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { usualInviting } from './charter-parts.ts'

const app = await testApp()
const whoInvites = (network: Id) =>
  app.db.asSystem('look in a test', async (tx) => {
    const row = await tx.row<{ who: string }>(sql`select governance.who_invites(${network}) as who`)
    return row!.who
  })

test('without a charter the database and the page agree on who may invite', async () => {
  const said = new Set<string>()
  for (const type of ['cross-government', 'staff-and-diversity'])
    for (const sensitive of [true, false])
      for (const findable of ['everyone', 'invited'])
        for (const names of sensitive ? ['leads', 'nobody'] : ['members', 'leads', 'nobody']) {
          const network = { type, sensitive, findable, names }
          const id = await stage(app, { slug: `n-${said.size}-${crypto.randomUUID()}`, ...network })
          assert.equal(await whoInvites(id), usualInviting(network), JSON.stringify(network))
          said.add(usualInviting(network))
        }
  assert.deepEqual([...said].toSorted(), ['leads', 'members'])
})

test('Grace lets members invite in the charter; it holds from the day it is adopted, and everyone reads it', async () => {
  const id = await stage(app, { slug: 'quiet', findable: 'invited', leads: [cast.grace] })
  const grace = await signedIn(app, cast.grace)
  const at = '/networks/quiet/charter'
  const save = async (part: string, fields: Record<string, string>) => {
    const page = (await grace.get(`${at}/draft/${part}`)).text
    return grace.post(`${at}/draft/${part}`, {
      opened: /name="opened" value="([^"]+)"/.exec(page)![1]!,
      ...fields,
    })
  }
  assert.equal((await save('inviting', { inviting: 'everyone' })).status, 422)
  for (const [part, fields] of Object.entries<Record<string, string>>({
    membership: { reasons: 'seen' },
    inviting: { inviting: 'members' },
    allies: { ally_policy: 'none' },
    decisions: { decision_rule: 'consensus' },
    'ground-rules': { rules: 'respect' },
  }))
    assert.equal((await save(part, fields)).status, 303, part)
  assert.equal(await whoInvites(id), 'leads')
  const read = /name="read" value="([^"]+)"/.exec((await grace.get(`${at}/adoption`)).text)![1]!
  const done = await grace.submit(`${at}/adoption`, { read })
  assert.match(done.text, /Who may invite people[\s\S]*Any of us may invite/)
  assert.equal(await whoInvites(id), 'members')
  assert.equal((await client(app).get(at)).status, 404)
})
