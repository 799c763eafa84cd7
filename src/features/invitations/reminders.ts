import { sql, type Tx } from '#kernel/db.ts'
import { auditAct, type Network } from '#features/networks/index.ts'
import { isDiscreet } from './sendings.ts'

/** Whether a network reminds, once, those who have not answered for a fortnight. Discreet networks do not, unless they say so. */
export async function reminds(
  tx: Tx,
  network: Pick<Network, 'id' | 'names' | 'sensitive'>,
): Promise<boolean> {
  const row = await tx.row<{ reminders: boolean }>(
    sql`select reminders from invitations.setting where network_id = ${network.id}`,
  )
  return row?.reminders ?? !isDiscreet(network)
}

/** Has a network remind, or no longer. As one of its leads. */
export async function changeReminders(tx: Tx, network: Network, on: boolean): Promise<void> {
  if ((await reminds(tx, network)) === on) return
  await tx.run(sql`
    insert into invitations.setting (network_id, reminders) values (${network.id}, ${on})
    on conflict (network_id) do update set reminders = excluded.reminders`)
  await auditAct(tx, 'invitations.reminders-changed', network.id, { on })
}
