import { dateOf } from './clock.ts'
import { sql, type Tx } from './db.ts'
import type { Id } from './viewer.ts'
import { keyringTag } from './viewer.ts'

/** Something that happened in a network: who did it, whom it concerns (membership ids), and a few plain words. */
export type NetworkEvent = {
  network: Id
  actor?: Id | null
  subject?: Id | null
  detail?: Record<string, string | number | boolean>
}

/**
 * Writes to a network's log: with a day and no time. Beside the times of a person's own entries and
 * sessions it would otherwise tell who became a member, and who leads.
 */
export async function auditNetwork(tx: Tx, event: string, entry: NetworkEvent): Promise<void> {
  await tx.run(sql`
    insert into audit.entry (event, network_id, actor_id, subject_id, detail, day)
    values (${event}, ${entry.network}, ${entry.actor ?? null}, ${entry.subject ?? null}, ${JSON.stringify(entry.detail ?? {})}, ${dateOf(tx.now)})`)
}

/** Writes to a person's own log. Never names a network. */
export async function auditPerson(
  tx: Tx,
  event: string,
  person: Id,
  detail: Record<string, string> = {},
): Promise<void> {
  await tx.run(sql`
    insert into audit.entry (event, person_tag, detail, day, at)
    values (${event}, ${keyringTag(tx.keys, person)}, ${JSON.stringify(detail)}, ${dateOf(tx.now)}, ${tx.now})`)
}

/** Writes to the log of the installation: what administrators did. */
export async function auditInstallation(
  tx: Tx,
  event: string,
  detail: Record<string, string | number> = {},
): Promise<void> {
  await tx.run(sql`
    insert into audit.entry (event, detail, day, at)
    values (${event}, ${JSON.stringify(detail)}, ${dateOf(tx.now)}, ${tx.now})`)
}
