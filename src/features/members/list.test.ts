import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { stage, viewerFor } from '../../testing/networks.ts'
import type { Details } from '#features/people/index.ts'
import { admit, memberList, requestList } from './index.ts'

const app = await testApp()

for (const size of [0, 1, 3, 1000]) {
  test(`the list, with a search, is right at ${size} members, with one query a page`, async () => {
    const network = await stage(app, { slug: `list-${size}`, leads: [cast.grace] })
    await app.db.asSystem('fill a network in a test', async (tx) => {
      for (let i = 0; i < size; i++) {
        const details: Details = {
          name: `Number${i} Person`,
          email: '',
          organisation: null,
          region: i % 2 ? 'wales' : 'london',
        }
        await admit(tx, {
          network,
          person: crypto.randomUUID(),
          details,
          organisationName: null,
          category: i % 3 ? 'member' : 'ally',
          status: 'active',
        })
      }
    })
    const grace = await viewerFor(app, cast.grace)
    const before = app.db.statements.count
    await app.db.as(grace, async (tx) => {
      const seen = new Set<string>()
      for (
        let page = await memberList(tx, network);
        ;
        page = await memberList(tx, network, { after: page.next })
      ) {
        for (const { id } of page.members) seen.add(id)
        if (!page.next) break
      }
      assert.equal(seen.size, size + 1)
    })
    assert.equal(app.db.statements.count - before, Math.ceil((size + 1) / 50))
    const found = await app.db.as(grace, (tx) =>
      memberList(tx, network, { name: 'pers NUMB', region: 'wales', category: 'member' }, 1000),
    )
    assert.equal(
      found.members.length,
      Array.from({ length: size }, (_, i) => i).filter((i) => i % 2 && i % 3).length,
    )
    assert.equal((await app.db.as(grace, (tx) => requestList(tx, network))).requests.length, 0)
  })
}
