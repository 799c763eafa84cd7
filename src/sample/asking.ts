import { addDays } from '#kernel/clock.ts'
import type { Tx } from '#kernel/db.ts'
import {
  answerAsSponsor,
  askSponsor,
  findSponsor,
  mailSponsor,
} from '#features/governance/index.ts'
import { invite } from '#features/invitations/index.ts'
import { actingMembership, type Network } from '#features/networks/index.ts'
import { normaliseAddress } from '#features/sign-in/index.ts'
import type { PlannedNetwork } from './plan.ts'
import { asLead, asSystem, type Told, type World } from './world.ts'

/** The leads ask someone to be the sponsor, who accepts; or was asked days ago, and has yet to answer. */
export async function findASponsor(world: World, told: Told): Promise<void> {
  const { name, position, asked } = told.planned.sample.sponsor!
  const typed = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@hmtreasury.gov.uk`
  const { address = '', key = '' } = normaliseAddress(typed)
  if (asked) world.goTo(addDays(world.today, -5))
  const id = await asLead(world, told, async (tx, network) => {
    const sponsor = (await askSponsor(tx, network.id, { name, address, key, position }))!
    const words = 'It would mean a lot to us. We would need about an hour a month.'
    if (asked)
      await mailSponsor(tx, world.app, network, { id: sponsor, name, email: address }, words)
    return sponsor
  })
  if (asked) return
  world.goTo(addDays(told.planned.foundedOn, 10))
  await asSystem(world, async (tx) =>
    answerAsSponsor(tx, (await findSponsor(tx, id))!, { name, position }),
  )
}

/** A lead invites people by address. */
export async function inviteSome(
  tx: Tx,
  network: Network,
  { invited }: PlannedNetwork,
): Promise<void> {
  const people = invited.map(({ details: { name, email } }) => {
    const { address = '', key = '' } = normaliseAddress(email)
    return { name, address, key }
  })
  const actor = await actingMembership(tx, network.id)
  await invite(tx, network, { people, origin: 'lead', actor })
}
