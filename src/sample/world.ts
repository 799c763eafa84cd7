import type { App } from '#kernel/app.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Tx } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { networkById, type Network } from '#features/networks/index.ts'
import { viewerOf } from '#features/people/index.ts'
import type { Chance } from './chance.ts'
import type { Organisations, SamplePerson } from './people.ts'
import type { PlannedNetwork } from './plan.ts'

/** A network of the sample that is there. */
export type Told = { id: Id; planned: PlannedNetwork }

/** Where the sample's past happens: a Guildhall whose clock stands where it is put. */
export type World = {
  app: App
  chance: Chance
  organisations: Organisations
  today: string
  /** Goes to ten in the morning of a day, and on from there. */
  goTo(date: string): void
}

/** A clock that is told what day it is; it never runs ahead of the real one. */
export function storyClock(real: Clock): { clock: Clock; goTo(date: string): void } {
  const now = real().getTime()
  let moment = now
  return {
    clock: () => new Date(Math.min(moment++, now)),
    goTo: (date) => void (moment = Date.parse(`${date}T10:00:00Z`)),
  }
}

/** Does something as someone of the sample, with that person's rights and no more. */
export async function asSomeone<T>(
  { app }: World,
  { id, details }: SamplePerson,
  work: (tx: Tx, me: Person) => Promise<T>,
): Promise<T> {
  const viewer = await app.db.asSystem('tell the sample', (tx) =>
    viewerOf(tx, id, crypto.randomUUID(), details, false),
  )
  return app.db.as(viewer, (tx) => work(tx, viewer as Person))
}

/** Does something as the founder of a network, who leads it. */
export function asLead<T>(
  world: World,
  { id, planned }: Told,
  work: (tx: Tx, network: Network) => Promise<T>,
): Promise<T> {
  return asSomeone(world, planned.founder, async (tx) => work(tx, (await networkById(tx, id))!))
}

/** Does something as the application. */
export function asSystem<T>({ app }: World, work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.db.asSystem('tell the sample', work)
}
