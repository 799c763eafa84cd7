import { auditNetwork, type NetworkEvent } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

/** The viewer's own active membership of a network: who acts, for its log. */
export async function actingMembership(tx: Tx, network: Id): Promise<Id | undefined> {
  const row = await tx.row<{ id: Id }>(sql`
    select id from members.membership
    where network_id = ${network} and id = any ((select app.memberships())::uuid[]) and status = 'active'`)
  return row?.id
}

/** Writes to a network's log that the viewer did something, as the member that they are. */
export async function auditAct(
  tx: Tx,
  event: string,
  network: Id,
  detail: NetworkEvent['detail'] = {},
): Promise<void> {
  await auditNetwork(tx, event, { network, actor: await actingMembership(tx, network), detail })
}
