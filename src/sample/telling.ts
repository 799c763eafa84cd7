import { addDays, addMonths } from '#kernel/clock.ts'
import type { Tx } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import type { Id } from '#kernel/viewer.ts'
import {
  adoptDraft,
  answerAsSponsor,
  askSponsor,
  findSponsor,
  mailSponsor,
  setGoal,
  writeCharter,
} from '#features/governance/index.ts'
import { invite } from '#features/invitations/index.ts'
import { addQuestion } from '#features/members/index.ts'
import {
  actingMembership,
  changeNetwork,
  changeStatus,
  createNetwork,
  decidePart,
  goLive,
  networkById,
  putPlaces,
  type Network,
} from '#features/networks/index.ts'
import { normaliseAddress } from '#features/sign-in/index.ts'
import type { SampleNetwork } from './network.ts'
import type { PlannedNetwork } from './plan.ts'
import { letMembersIn } from './joining.ts'
import { fillRoles } from './roles.ts'
import { asSomeone, asSystem, type World } from './world.ts'

/** A network of the sample that has been told, for those that become part of it. */
export type Told = { id: Id; planned: PlannedNetwork }

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
  const id = await found(world, planned, umbrella)
  const told = { id, planned }
  await asLead(world, told, (tx, network) => describe(tx, network, sample, Boolean(liveOn)))
  world.goTo(addDays(foundedOn, 3))
  await asLead(world, told, (tx, network) => prepare(world, tx, network, sample))
  if (umbrella && liveOn)
    await asLead(world, umbrella, (tx, network) => decidePart(tx, network, id, true))
  if (sample.sponsor) await findASponsor(world, told)
  if (liveOn) {
    world.goTo(liveOn)
    await asLead(world, told, goLive)
  }
  await letMembersIn(world, told)
  await fillRoles(world, told)
  if (endedOn) await end(world, told, endedOn)
  world.goTo(addDays(world.today, -4))
  if (planned.invited.length > 0)
    await asLead(world, told, (tx, network) => inviteSome(tx, network, planned))
  await drain(world.app)
  return told
}

async function found(
  world: World,
  { sample, founder }: PlannedNetwork,
  umbrella: Told | undefined,
): Promise<Id> {
  const {
    name,
    type,
    purpose,
    audience,
    kind,
    region,
    findable = 'everyone',
    joining = 'open',
    names = 'members',
    sensitive = false,
  } = sample
  const organisations = (sample.organisations ?? []).map((each) => world.organisations.get(each)!)
  const network = await asSomeone(world, founder, (tx, me) =>
    createNetwork(tx, world.app, me, {
      name,
      type,
      purpose,
      audience,
      findable,
      joining,
      names,
      sensitive,
      organisations,
      kind,
      region,
      parent: umbrella?.id,
    }),
  )
  return network.id
}

/** Does something as the founder, who leads the network. */
function asLead<T>(
  world: World,
  { id, planned }: Told,
  work: (tx: Tx, network: Network) => Promise<T>,
): Promise<T> {
  return asSomeone(world, planned.founder, async (tx) => work(tx, (await networkById(tx, id))!))
}

async function describe(
  tx: Tx,
  network: Network,
  sample: SampleNetwork,
  complete: boolean,
): Promise<void> {
  const { mission, priorities, theme, region = null } = sample
  await changeNetwork(tx, network, {
    mission,
    priorities,
    theme,
    region,
    ...(complete && { contact: `${network.slug}@networks.example` }),
  })
  if (sample.regions || sample.grades)
    await putPlaces(tx, network.id, { regions: sample.regions ?? [], grades: sample.grades ?? [] })
}

/** Goals, questions to those who join, and the charter; a network that is being set up is still writing its own. */
async function prepare(
  world: World,
  tx: Tx,
  network: Network,
  { goals, asks = [], charter, now }: SampleNetwork,
): Promise<void> {
  for (const [statement, measure, target, unit, months] of goals) {
    await setGoal(tx, network.id, {
      statement,
      measure,
      target,
      unit,
      baseline: null,
      by: addMonths(world.today, months),
    })
  }
  const actor = (await actingMembership(tx, network.id))!
  for (const { text, hint = '', kind, choices = [], required = false } of asks) {
    await addQuestion(tx, network.id, { text, hint, kind, choices: [...choices], required }, actor)
  }
  const begun = now?.status === 'setting-up'
  await writeCharter(tx, network, {
    membership_reason: charter.reason,
    ally_policy: charter.allies,
    ally_cap: charter.allies === 'welcome' ? (charter.cap ?? 15) : null,
    decision_rule: begun ? null : charter.decides,
    rules: begun ? [] : charter.rules,
    conduct: charter.conduct ?? false,
  })
  if (!begun) await adoptDraft(tx, (await networkById(tx, network.id))!)
}

async function findASponsor(world: World, told: Told): Promise<void> {
  const { name, position, asked } = told.planned.sample.sponsor!
  const typed = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@hmtreasury.gov.uk`
  const { address = '', key = '' } = normaliseAddress(typed)
  if (asked) world.goTo(addDays(world.today, -5))
  const id = await asLead(world, told, async (tx, network) => {
    const invited = (await askSponsor(tx, network.id, { name, address, key, position }))!
    if (asked)
      await mailSponsor(
        tx,
        world.app,
        network,
        { id: invited, name, email: address },
        'It would mean a lot to us.',
      )
    return invited
  })
  if (asked) return
  world.goTo(addDays(told.planned.foundedOn, 10))
  await asSystem(world, async (tx) =>
    answerAsSponsor(tx, (await findSponsor(tx, id))!, { name, position }),
  )
}

async function inviteSome(tx: Tx, network: Network, { invited }: PlannedNetwork): Promise<void> {
  const people = invited.map(({ details: { name, email } }) => {
    const { address = '', key = '' } = normaliseAddress(email)
    return { name, address, key }
  })
  await invite(tx, network, {
    people,
    origin: 'lead',
    actor: await actingMembership(tx, network.id),
  })
}

async function end(world: World, told: Told, on: string): Promise<void> {
  const { now } = told.planned.sample
  world.goTo(on)
  if (now && 'reason' in now)
    await asLead(world, told, (tx, network) => changeStatus(tx, network, now.status, now.reason))
  await drain(world.app)
}
