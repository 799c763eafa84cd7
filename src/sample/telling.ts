import { addDays } from '#kernel/clock.ts'
import { drain } from '#kernel/jobs.ts'
import { changeStatus, decidePart, goLive } from '#features/networks/index.ts'
import { findASponsor, inviteSome } from './asking.ts'
import { bringOldList } from './bringing.ts'
import { describe, found, prepare } from './founding.ts'
import { letMembersIn } from './joining.ts'
import { workday, type PlannedNetwork } from './plan.ts'
import { fillRoles } from './roles.ts'
import { asLead, type Told, type World } from './world.ts'

/**
 * Tells a network's life from its first day to now, as its people lived it: each step by the one who takes
 * it, with that person's rights, on its own day. Out: the network.
 */
export async function tellNetwork(
  world: World,
  planned: PlannedNetwork,
  earlier: ReadonlyMap<string, Told>,
): Promise<Told> {
  const { sample, foundedOn, liveOn, endedOn } = planned
  const umbrella = sample.parent ? earlier.get(sample.parent) : undefined
  world.goTo(foundedOn)
  const told = await found(world, planned, umbrella)
  await asLead(world, told, (tx, network) => describe(tx, network, sample))
  world.goTo(workday(addDays(foundedOn, 5), world.today))
  await asLead(world, told, (tx, network) => prepare(world, tx, network, sample))
  if (umbrella && liveOn) {
    await asLead(world, umbrella, (tx, network) => decidePart(tx, network, told.id, true))
    await drain(world.app)
  }
  if (sample.sponsor) await findASponsor(world, told)
  if (liveOn) {
    world.goTo(liveOn)
    await asLead(world, told, goLive)
  }
  await letMembersIn(world, told)
  await fillRoles(world, told)
  if (endedOn) await end(world, told, endedOn)
  if (sample.hasOldList) await bringOldList(world, told)
  world.goTo(addDays(world.today, -4))
  if (planned.invited.length > 0) {
    await asLead(world, told, (tx, network) => inviteSome(tx, network, planned))
  }
  await drain(world.app)
  return told
}

async function end(world: World, told: Told, on: string): Promise<void> {
  const { now } = told.planned.sample
  world.goTo(on)
  if (now && 'reason' in now) {
    await asLead(world, told, (tx, network) => changeStatus(tx, network, now.status, now.reason))
  }
  await drain(world.app)
}
