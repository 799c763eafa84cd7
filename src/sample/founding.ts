import { addMonths } from '#kernel/clock.ts'
import type { Tx } from '#kernel/db.ts'
import { adoptDraft, setGoal, writeCharter } from '#features/governance/index.ts'
import { addQuestion } from '#features/members/index.ts'
import {
  actingMembership,
  changeNetwork,
  createNetwork,
  networkById,
  putPlaces,
  type Network,
} from '#features/networks/index.ts'
import type { SampleCharter, SampleNetwork } from './network.ts'
import type { PlannedNetwork } from './plan.ts'
import { asSomeone, type Told, type World } from './world.ts'

/** Someone starts a network; where it is part of an umbrella, it asks to be. */
export async function found(
  world: World,
  planned: PlannedNetwork,
  umbrella: Told | undefined,
): Promise<Told> {
  const { sample, founder } = planned
  const { name, type, purpose, audience, kind, region } = sample
  const { findable = 'everyone', joining = 'open', names = 'members', sensitive = false } = sample
  const organisations = (sample.organisations ?? []).map((each) => world.organisations.get(each)!)
  const privacy = { findable, joining, names, sensitive, organisations }
  const about = { name, type, purpose, audience, kind, region, parent: umbrella?.id }
  const network = await asSomeone(world, founder, (tx, me) =>
    createNetwork(tx, world.app, me, { ...about, ...privacy }),
  )
  return { id: network.id, planned }
}

/** Says what it is about. One that is being set up has yet to say who to contact. */
export async function describe(tx: Tx, network: Network, sample: SampleNetwork): Promise<void> {
  const { mission, priorities, theme, region = null, regions = [], grades = [] } = sample
  const contact = isBeginning(sample) ? '' : `${network.slug}@networks.example`
  await changeNetwork(tx, network, { mission, priorities, theme, region, contact })
  if (regions.length + grades.length > 0) await putPlaces(tx, network.id, { regions, grades })
}

/** Goals, questions to those who join, and the charter; one that is being set up is still writing its own. */
export async function prepare(
  world: World,
  tx: Tx,
  network: Network,
  sample: SampleNetwork,
): Promise<void> {
  for (const [statement, measure, target, unit, months] of sample.goals) {
    const by = addMonths(world.today, months)
    await setGoal(tx, network.id, { statement, measure, target, unit, baseline: null, by })
  }
  const actor = (await actingMembership(tx, network.id))!
  for (const { text, hint = '', kind, choices = [], required = false } of sample.asks ?? []) {
    const question = { text, hint, kind, choices: [...choices], required }
    await addQuestion(tx, network.id, question, actor)
  }
  await write(tx, network, sample.charter, isBeginning(sample))
}

async function write(
  tx: Tx,
  network: Network,
  { reason, allies, cap = 15, decides, rules, conduct = false }: SampleCharter,
  beginning: boolean,
): Promise<void> {
  await writeCharter(tx, network, {
    membership_reason: reason,
    ally_policy: allies,
    ally_cap: allies === 'welcome' ? cap : null,
    decision_rule: beginning ? null : decides,
    rules: beginning ? [] : rules,
    conduct,
  })
  if (!beginning) await adoptDraft(tx, (await networkById(tx, network.id))!)
}

const isBeginning = ({ now }: SampleNetwork) => now?.status === 'setting-up'
