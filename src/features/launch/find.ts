import { allowed, found, type Tx } from '#kernel/db.ts'
import { one, type Ask } from '#kernel/http.ts'
import { isId, type Id } from '#kernel/viewer.ts'
import { myMembership, type MyMembership, type Position } from '#features/members/index.ts'
import { findNetwork, type Network } from '#features/networks/index.ts'

/** The network of an address with the viewer's membership, for those who are in it. */
export async function joinedNetwork(
  tx: Tx,
  ask: Ask,
): Promise<{ network: Network; mine: MyMembership }> {
  const network = found(await findNetwork(tx, ask.params['slug']!))
  allowed(network.member)
  return { network, mine: found(await myMembership(tx, network.id)) }
}

/** An id of an address; an address without one is an address of nothing. */
export const idAt = (ask: Ask, name: string): Id =>
  found(isId(ask.params[name] ?? '') ? ask.params[name] : undefined)

/** A place in a list, as an address carries it. Anything else is the beginning. */
export function positionIn(ask: Ask): Position | undefined {
  const [on = '', id = ''] = one(ask.query, 'after').split('.')
  return /^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(Date.parse(on)) && isId(id)
    ? { on, id }
    : undefined
}
