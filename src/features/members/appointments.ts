import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

/** A role held in a network for a term. `manages` makes its holder a lead. */
export type Appointment = { id: Id; network_id: Id; membership_id: Id | null; role: string; title: string; manages: boolean; starts_on: string; ends_on: string | null; public_name: string | null }

/** Gives a role to a membership. */
export async function appoint(tx: Tx, network: Id, given: { membership: Id; role: string; title?: string; manages: boolean; starts_on?: string; ends_on?: string | null; actor?: Id }): Promise<void> {
  await tx.run(sql`
    insert into members.appointment (network_id, membership_id, role, title, manages, starts_on, ends_on)
    values (${network}, ${given.membership}, ${given.role}, ${given.title ?? ''}, ${given.manages}, ${given.starts_on ?? dateOf(tx.now)}, ${given.ends_on ?? null})`)
  await auditNetwork(tx, 'members.appointed', { network, actor: given.actor, subject: given.membership, detail: { role: given.role } })
}

/** The roles held now. */
export async function appointments(tx: Tx, network: Id): Promise<Appointment[]> {
  return tx.rows<Appointment>(sql`
    select id, network_id, membership_id, role, title, manages, starts_on, ends_on, public_name from members.appointment
    where network_id = ${network} and ended_on is null order by manages desc, starts_on, id`)
}

/**
 * Ends what would take a membership's lead away, unless it is the last lead. Locks the network's leads, so
 * that two who step down at once cannot both succeed. Out: false when it is the last.
 */
export async function mayStopLeading(tx: Tx, network: Id, membership: Id): Promise<boolean> {
  return tx.asSystem('keep a lead in every network', async (system) => {
    await system.run(sql`select id from networks.network where id = ${network} for update`)
    const leads = await system.rows<{ membership_id: Id }>(sql`
      select distinct a.membership_id from members.appointment a join members.membership m on m.id = a.membership_id
      where a.network_id = ${network} and a.manages and a.ended_on is null and m.status = 'active'`)
    return !leads.some((lead) => lead.membership_id === membership) || leads.length > 1
  })
}
