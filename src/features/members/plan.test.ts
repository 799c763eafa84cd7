import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { stage, viewerFor } from '../../testing/networks.ts'
import { listQuery, type Wanted } from './list.ts'

const app = await testApp()

test('at 50,000 members a page of the list, a later page and a search read by index alone', async () => {
  const network = await stage(app, { slug: 'large', leads: [cast.grace], members: [cast.mei] })
  await app.db.asSystem('fill a network in a test', async (tx) => {
    await tx.run(sql`
      insert into members.membership (id, network_id, category, status, joined_on)
      select gen_random_uuid(), ${network}, 'member', 'active', date '2026-11-01' - (i % 500) from generate_series(1, 50000) i`)
    await tx.run(sql`
      insert into members.card (membership_id, network_id, sealed, words)
      select id, network_id, '', array[decode(md5(substr(id::text, 1, 3)), 'hex')] from members.membership m
      where network_id = ${network} and not exists (select from members.card c where c.membership_id = m.id)`)
  })
  await app.db.engine.root(
    'analyze members.membership; analyze members.card; analyze members.appointment',
  )
  const wanted: Wanted[] = [
    {},
    { after: { on: '2026-05-05', id: crypto.randomUUID() } },
    { name: 'meimei' },
  ]
  for (const who of [cast.grace, cast.mei]) {
    await app.db.as(await viewerFor(app, who), async (tx) => {
      for (const each of wanted) {
        const plan = await tx.rows<Record<string, string>>(
          sql`explain ${listQuery(tx.keys, network, each, 50)}`,
        )
        const text = plan.map((row) => Object.values(row)[0]).join('\n')
        assert.match(text, /Index/)
        assert.doesNotMatch(text, /Seq Scan/, text)
      }
    })
  }
})
