import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

/** How many active members a network has, exactly. Whoever shows it decides first who may see it, and how precisely. */
export async function activeCount(tx: Tx, network: Id): Promise<number> {
  const row = await tx.asSystem('count the members of a network', (system) =>
    system.row<{ count: number }>(
      sql`select count(*)::int as count from members.membership where network_id = ${network} and status = 'active'`,
    ),
  )
  return row!.count
}
