import { auditNetwork } from '#kernel/audit.ts'
import type { Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { actingMembership } from '#features/networks/index.ts'

/** Writes down that the leads said whom the network is for. */
export async function noteScope(tx: Tx, network: Id): Promise<void> {
  await auditNetwork(tx, 'setup.scope-set', { network, actor: await actingMembership(tx, network) })
}
