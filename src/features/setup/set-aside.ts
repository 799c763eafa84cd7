import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { auditAct } from '#features/networks/index.ts'

/** The tasks that a network's leads set aside, each with why. */
export async function setAsideTasks(tx: Tx, network: Id): Promise<Map<string, string>> {
  const rows = await tx.rows<{ task: string; reason: string }>(sql`
    select task, reason from setup.skipped where network_id = ${network}`)
  return new Map(rows.map(({ task, reason }) => [task, reason]))
}

/** The leads decide not to do a task now, and say why. */
export async function setAside(tx: Tx, network: Id, task: string, reason: string): Promise<void> {
  await tx.run(sql`
    insert into setup.skipped (network_id, task, reason, skipped_on)
    values (${network}, ${task}, ${reason}, ${dateOf(tx.now)})
    on conflict (network_id, task) do update set reason = excluded.reason, skipped_on = excluded.skipped_on`)
  await auditAct(tx, 'setup.task-set-aside', network, { task })
}

/** The leads take a task up again. */
export async function takeUp(tx: Tx, network: Id, task: string): Promise<void> {
  const taken = await tx.run(
    sql`delete from setup.skipped where network_id = ${network} and task = ${task}`,
  )
  if (taken) await auditAct(tx, 'setup.task-taken-up', network, { task })
}
