import { found, type Tx } from '#kernel/db.ts'
import { idIn, type Ask } from '#kernel/http.ts'
import type { Id } from '#kernel/viewer.ts'
import {
  actingMembership,
  ledNetwork,
  networkBand,
  type Network,
} from '#features/networks/index.ts'
import { findImport } from './queries.ts'

/** The list of an address with its network, for those who lead it. */
export async function listAt(tx: Tx, ask: Ask) {
  const network = await ledNetwork(tx, ask)
  const list = found(await findImport(tx, network.id, idIn(ask)))
  const address = `/networks/${network.slug}/import/${list.id}`
  return { network, list, address, band: networkBand(ask, network, 'manage') }
}

/** The viewer's membership: who acts, for the network's log. */
export async function lead(tx: Tx, network: Network): Promise<Id> {
  return found(await actingMembership(tx, network.id))
}
