import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Network } from './find.ts'

type Proposed = Pick<Network, 'id'>

/**
 * Shows a network that was being set up as an idea, to find out who would join. As a lead.
 * Out: false when it is not being set up any more, or was live before.
 */
export async function propose(tx: Tx, network: Proposed): Promise<boolean> {
  return become(tx, network, sql`status = 'setting-up' and live_on is null`, 'proposed')
}

/** A proposed network is set up from now on: nobody but its leads sees it until it goes live. As a lead. */
export async function beginSettingUp(tx: Tx, network: Proposed): Promise<boolean> {
  return become(tx, network, sql`status = 'proposed'`, 'setting-up')
}

/** A proposed network does not come about, and nobody finds it any more. As a lead, or as the application. */
export async function dropProposed(tx: Tx, network: Proposed): Promise<boolean> {
  return become(tx, network, sql`status = 'proposed'`, 'closed')
}

async function become(
  tx: Tx,
  { id }: Proposed,
  from: ReturnType<typeof sql>,
  to: 'proposed' | 'setting-up' | 'closed',
): Promise<boolean> {
  const hide = to === 'closed' ? sql`, findable = 'invited'` : sql``
  const done = await tx.run(
    sql`update networks.network set status = ${to}${hide} where id = ${id} and ${from}`,
  )
  if (!done) return false
  await tx.run(sql`
    insert into networks.status_change (network_id, status, changed_on) values (${id}, ${to}, ${dateOf(tx.now)})`)
  return true
}
