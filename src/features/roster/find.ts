import { allowed, found, type Tx } from '#kernel/db.ts'
import { idIn, type Ask } from '#kernel/http.ts'
import type { Id } from '#kernel/viewer.ts'
import {
  findMember,
  myMembership,
  type MyMembership,
  type OneMember,
} from '#features/members/index.ts'
import { actingMembership, findNetwork, type Network } from '#features/networks/index.ts'

/** The network of an address, for those who are in it: 404 for those who may not know of it, 403 for the rest. */
export async function ownNetwork(tx: Tx, ask: Ask): Promise<Network> {
  const network = found(await findNetwork(tx, ask.params['slug']!))
  allowed(network.member || network.leads)
  return network
}

/** The network of an address with the viewer's membership of it: held, asked for or waiting. */
export async function ownMembership(
  tx: Tx,
  ask: Ask,
): Promise<{ network: Network; mine: MyMembership }> {
  const network = found(await findNetwork(tx, ask.params['slug']!))
  const mine = await myMembership(tx, network.id)
  allowed(mine !== undefined)
  return { network, mine: mine! }
}

/** The viewer's membership: who acts, for the network's log. */
export async function actor(tx: Tx, network: Network): Promise<Id> {
  return found(await actingMembership(tx, network.id))
}

/** The member of an address, whatever the status; for leads. */
export async function memberAt(tx: Tx, ask: Ask, network: Network): Promise<OneMember> {
  return found(await findMember(tx, network.id, idIn(ask)))
}
