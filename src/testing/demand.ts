import { addDays, dateOf } from '#kernel/clock.ts'
import { typedDate } from '#kernel/dates.ts'
import { sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import type { Id } from '#kernel/viewer.ts'
import { noteMany } from '#features/demand/index.ts'
import { register } from '#features/people/index.ts'
import type { TestApp } from './app.ts'
import type { CastMember } from './cast.ts'
import { stage, type Staged } from './networks.ts'

/* Networks that are only proposed, for tests. */

/** What a founder fills in: 20 people, in eight weeks. */
export const terms = (app: TestApp) => ({
  theme: 'sustainability',
  wanted: '20',
  ...(typedDate('by', addDays(dateOf(app.clock()), 56)) as Record<string, string>),
})

/** A network that its leads have proposed: 20 people, in eight weeks. Out: its id. */
export async function propose(
  app: TestApp,
  slug: string,
  leads: readonly CastMember[],
  more: Partial<Staged> = {},
): Promise<Id> {
  const id = await stage(app, { slug, status: 'proposed', leads, ...more })
  await app.db.asSystem('set the stage for a test', async (tx) => {
    const today = dateOf(tx.now)
    await tx.run(
      sql`update networks.network set live_on = null, theme = 'sustainability' where id = ${id}`,
    )
    await tx.run(sql`
      insert into demand.proposal (network_id, wanted, by_on, proposed_on) values (${id}, 20, ${addDays(today, 56)}, ${today})`)
  })
  return id
}

let last = 0

/** So many people, each with an account, say that they would join; they work for an organisation where one is given. */
export async function crowd(
  app: TestApp,
  network: Id,
  size: number,
  organisation: Id | null = null,
): Promise<Id[]> {
  return app.db.asSystem('set the stage for a test', async (tx) => {
    const persons: Id[] = []
    for (let i = 0; i < size; i++) {
      const email = `person.${++last}@dwp.gov.uk`
      const person = await register(tx, email, { name: `Person ${last}`, email, organisation })
      persons.push(person.id)
    }
    await noteMany(tx, network, persons)
    return persons
  })
}

/** Does now what a job does when its time comes, and all that it leads to. */
export async function run(app: TestApp, name: string): Promise<void> {
  const job = app.features
    .flatMap((feature) => feature.jobs ?? [])
    .find((each) => each.name === name)
  if (!job) throw new Error(`There is no job ${name}.`)
  await job.run(app, {})
  await drain(app)
}
