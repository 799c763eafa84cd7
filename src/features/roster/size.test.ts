import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateOf } from '#kernel/clock.ts'
import { nightly } from '#kernel/upkeep.ts'
import { admitMany } from '#features/members/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { join, stage } from '../../testing/networks.ts'

const app = await testApp()
const [grace, mei] = [await signedIn(app, cast.grace), await signedIn(app, cast.mei)]
const counting = app.features
  .flatMap((feature) => feature.jobs ?? [])
  .find((job) => job.name === 'networks.figures')!

/** A network with so many in it, Grace who leads it and Mei among them. */
async function withPeople(slug: string, people: number, sensitive: boolean): Promise<string> {
  const privacy = { names: 'leads', findable: 'invited', sensitive } as const
  const id = await stage(app, { slug, ...privacy, leads: [cast.grace], members: [cast.mei] })
  const others = Array.from({ length: people - 2 }, (_, i) => ({
    id: crypto.randomUUID(),
    person: crypto.randomUUID(),
    details: { name: `Number ${i}`, email: '', organisation: null },
    organisationName: null,
    category: 'member' as const,
    status: 'active' as const,
    joined_on: dateOf(app.clock()),
  }))
  await app.db.asSystem('fill a network in a test', (tx) => admitMany(tx, id, others))
  return id
}

const said = async (slug: string, who = mei) =>
  /has ([^<]*) in it\./.exec((await who.get(`/networks/${slug}/members`)).text)?.[1]

for (const sensitive of [false, true]) {
  const slug = sensitive ? 'n-sensitive' : 'n-leads'
  test(`members who see no names of ${slug} cannot tell from the number that Sam has joined`, async () => {
    const id = await withPeople(slug, 12, sensitive)
    assert.equal(await said(slug), 'fewer than 10 people')
    await counting.run(app, {})
    assert.equal(await said(slug), 'about 10 people')
    await join(app, id, cast.sam)
    assert.equal(await said(slug, grace), '13 people')
    for (const later of [() => counting.run(app, {}), () => nightly(app)]) {
      await later()
      assert.equal(await said(slug), 'about 10 people')
    }
  })
}
