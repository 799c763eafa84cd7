import { addDays, addMonths } from '#kernel/clock.ts'
import type { Role } from '#features/networks/index.ts'
import { actingMembership } from '#features/networks/index.ts'
import {
  agreeToBeNamed,
  appoint,
  appointments,
  endRole,
  offerForRoles,
  setTermEnd,
} from '#features/members/index.ts'
import { membershipId } from './joining.ts'
import type { SampleNetwork } from './network.ts'
import type { PlannedMember } from './plan.ts'
import { asSomeone, type Told, type World } from './world.ts'

/** Roles beside the chair's, in the order in which networks fill them: from what size on, and whether they manage. */
const wanted: readonly { role: Role; from: number; manages: boolean }[] = [
  { role: 'co-chair', from: 30, manages: true },
  { role: 'coordinator', from: 60, manages: true },
  { role: 'secretary', from: 90, manages: false },
  { role: 'communications-lead', from: 140, manages: false },
  { role: 'steering-group', from: 200, manages: false },
  { role: 'steering-group', from: 250, manages: false },
  { role: 'steering-group', from: 300, manages: false },
  { role: 'treasurer', from: 400, manages: false },
]

/** Gives roles for terms, some of which end soon; chairs of public networks agree to be named; a term of old has ended. */
export async function fillRoles(world: World, told: Told): Promise<void> {
  const { sample, members, foundedOn, liveOn = foundedOn, endedOn } = told.planned
  const holders = members.filter((member) => mayHoldRole(sample, member)).slice(0, 10)
  world.goTo(liveOn)
  await asSomeone(world, told.planned.founder, async (tx) => {
    const actor = (await actingMembership(tx, told.id))!
    const [chair] = await appointments(tx, told.id)
    await setTermEnd(tx, told.id, chair!.id, endOfTerm(world, foundedOn), actor)
    for (const [i, { role, manages }] of wanted
      .filter(({ from }) => sample.size >= from)
      .entries()) {
      const member = holders[i]
      if (!member) continue
      const ends_on =
        member.person.cast === 'carlos' ? addDays(world.today, 24) : endOfTerm(world, liveOn)
      await appoint(tx, told.id, {
        membership: membershipId(member),
        role,
        manages,
        starts_on: liveOn,
        ends_on,
        actor,
      })
    }
  })
  if (sample.now) return
  if (sample.founded > 14 && holders.length > 9) await endEarlierTerm(world, told, holders[9]!)
  if (!endedOn && !sample.sensitive && (sample.findable ?? 'everyone') === 'everyone')
    await nameThem(world, told, holders[0])
  if (sample.size > 100) await someOffer(world, told)
}

/** Of the cast only those who are said to; and no ally, nor anyone who is not in yet. */
function mayHoldRole({ cast = {} }: SampleNetwork, { person, category, status }: PlannedMember) {
  const free = !person.cast || cast[person.cast] === 'co-chair'
  return free && category === 'member' && status === 'active'
}

/** A term of two years; one in five ends within weeks. */
function endOfTerm({ chance, today }: World, from: string): string {
  if (chance.next() < 0.2) return addDays(today, chance.between(6, 40))
  const after = addMonths(from, 24)
  return after > addDays(today, 40) ? after : addMonths(today, chance.between(3, 12))
}

async function endEarlierTerm(world: World, told: Told, member: PlannedMember): Promise<void> {
  const { founder, liveOn } = told.planned
  const given = {
    membership: membershipId(member),
    role: 'communications-lead',
    manages: false,
    starts_on: liveOn!,
    ends_on: addMonths(liveOn!, 12),
  }
  await asSomeone(world, founder, async (tx) => {
    const actor = (await actingMembership(tx, told.id))!
    await appoint(tx, told.id, { ...given, actor })
  })
  world.goTo(given.ends_on)
  await asSomeone(world, founder, async (tx) => {
    const actor = (await actingMembership(tx, told.id))!
    const held = (await appointments(tx, told.id)).find(
      (each) => each.membership_id === given.membership,
    )!
    await endRole(tx, told.id, held.id, actor)
  })
}

/** The chair and the co-chair agree to be named in public. */
async function nameThem(
  world: World,
  told: Told,
  coChair: PlannedMember | undefined,
): Promise<void> {
  for (const person of [told.planned.founder, ...(coChair ? [coChair.person] : [])]) {
    await asSomeone(world, person, async (tx, me) => {
      const mine = (await appointments(tx, told.id)).filter(
        (each) => each.membership_id && me.memberships.includes(each.membership_id),
      )
      for (const { id } of mine) await agreeToBeNamed(tx, told.id, id, me.name)
    })
  }
}

/** Two members would take on a role. */
async function someOffer(world: World, told: Told): Promise<void> {
  world.goTo(addDays(world.today, -20))
  for (const member of told.planned.members
    .filter((each) => each.status === 'active')
    .slice(20, 22)) {
    await asSomeone(world, member.person, (tx) =>
      offerForRoles(tx, told.id, membershipId(member), true),
    )
  }
}
