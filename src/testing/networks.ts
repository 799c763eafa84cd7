import { dateOf } from '#kernel/clock.ts'
import { sql } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { admit, appoint, type Answer } from '#features/members/index.ts'
import { register, viewerOf } from '#features/people/index.ts'
import type { TestApp } from './app.ts'
import type { CastMember } from './cast.ts'

/** A network for a test. What is not said is as open as can be. */
export type Staged = {
  slug: string
  name?: string
  type?: string
  status?: string
  findable?: string
  joining?: string
  names?: string
  sensitive?: boolean
  leads?: readonly CastMember[]
  members?: readonly CastMember[]
}

/** Makes a network with its leads and members, as the application. Out: its id. */
export async function stage(app: TestApp, network: Staged): Promise<Id> {
  const id = crypto.randomUUID()
  const {
    slug,
    name = slug,
    type = 'cross-government',
    status = 'live',
    findable = 'everyone',
    joining = 'open',
    names = 'members',
    sensitive = false,
  } = network
  await app.db.asSystem('set the stage for a test', async (tx) => {
    await tx.run(sql`
      insert into networks.network (id, slug, name, type, status, findable, joining, names, sensitive, purpose, live_on)
      values (${id}, ${slug}, ${name}, ${type}, ${status}, ${findable}, ${joining}, ${names}, ${sensitive}, 'To try things out.', ${dateOf(tx.now)})`)
  })
  for (const who of network.leads ?? []) {
    const membership = await join(app, id, who)
    await app.db.asSystem('set the stage for a test', (tx) =>
      appoint(tx, id, { membership, role: 'chair', manages: true }),
    )
  }
  for (const who of network.members ?? []) await join(app, id, who)
  return id
}

/** Puts someone into a network, as the application. Out: the membership's id. */
export async function join(
  app: TestApp,
  network: Id,
  who: CastMember,
  as: {
    category?: 'member' | 'ally'
    status?: 'active' | 'requested' | 'waiting'
    displayName?: string
    answers?: Answer[]
  } = {},
): Promise<Id> {
  return app.db.asSystem('set the stage for a test', async (tx) => {
    const { id, details } = await register(tx, who.email, {
      name: who.name,
      email: who.email,
      organisation: null,
    })
    const { membership } = await admit(tx, {
      network,
      person: id,
      details,
      organisationName: null,
      category: as.category ?? 'member',
      status: as.status ?? 'active',
      displayName: as.displayName,
      answers: as.answers,
    })
    return membership
  })
}

/** Someone of the cast as the database sees them when they are signed in. */
export async function viewerFor(app: TestApp, who: CastMember): Promise<Person> {
  return app.db.asSystem('set the stage for a test', async (tx) => {
    const { id, details } = await register(tx, who.email, {
      name: who.name,
      email: who.email,
      organisation: null,
    })
    return (await viewerOf(tx, id, crypto.randomUUID(), details, false)) as Person
  })
}

/** People to fill a network with, the same for the same name. */
export function crowd(name: string, size: number): CastMember[] {
  return Array.from({ length: size }, (_, i) => ({
    name: `Person ${i} ${name}`,
    email: `person.${i}.${name}@dwp.gov.uk`,
  }))
}

/** Gives a network a charter by which allies can join, so many in a hundred; null is without a limit. */
export async function limitAllies(app: TestApp, network: Id, cap: number | null): Promise<void> {
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`
      insert into governance.charter (network_id, version, ally_policy, ally_cap, decision_rule, joining, names, adopted_on)
      select ${network}, coalesce(max(version), 0) + 1, 'welcome', ${cap}, 'consensus', 'open', 'members', ${dateOf(tx.now)}
      from governance.charter where network_id = ${network}`),
  )
}
