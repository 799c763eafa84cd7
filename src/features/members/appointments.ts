import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { openCard } from './card.ts'

/** A role held in a network for a term. `manages` makes its holder a lead. */
export type Appointment = {
  id: Id
  network_id: Id
  membership_id: Id | null
  role: string
  title: string
  manages: boolean
  starts_on: string
  ends_on: string | null
  public_name: string | null
}

/** A role with who holds it, where the viewer may see the name. */
export type HeldRole = Appointment & { ended_on: string | null; name: string | null }

/** Gives a role to a membership. */
export async function appoint(
  tx: Tx,
  network: Id,
  given: {
    membership: Id
    role: string
    title?: string
    manages: boolean
    starts_on?: string
    ends_on?: string | null
    actor?: Id
  },
): Promise<void> {
  await tx.run(sql`
    insert into members.appointment (network_id, membership_id, role, title, manages, starts_on, ends_on)
    values (${network}, ${given.membership}, ${given.role}, ${given.title ?? ''}, ${given.manages}, ${given.starts_on ?? dateOf(tx.now)}, ${given.ends_on ?? null})`)
  await auditNetwork(tx, 'members.appointed', {
    network,
    actor: given.actor,
    subject: given.membership,
    detail: { role: given.role },
  })
}

/** The roles held now. */
export async function appointments(tx: Tx, network: Id): Promise<Appointment[]> {
  return tx.rows<Appointment>(sql`
    select id, network_id, membership_id, role, title, manages, starts_on, ends_on, public_name from members.appointment
    where network_id = ${network} and ended_on is null order by manages desc, starts_on, id`)
}

/** The roles held now, with names where the viewer may see them: on the card, or by the holder's consent. */
export async function rolesHeld(tx: Tx, network: Id): Promise<HeldRole[]> {
  return withNames(
    tx,
    network,
    sql`a.ended_on is null order by a.manages desc, a.starts_on, a.id limit 100`,
  )
}

/** The roles whose term is over, the latest first. */
export async function rolesEnded(tx: Tx, network: Id): Promise<HeldRole[]> {
  return withNames(tx, network, sql`a.ended_on is not null order by a.ended_on desc, a.id limit 20`)
}

/** One role of this network, if the viewer may see it. */
export async function findRole(
  tx: Tx,
  network: Id,
  appointment: Id,
): Promise<HeldRole | undefined> {
  return (await withNames(tx, network, sql`a.id = ${appointment}`))[0]
}

/** Moves the end of a term; null leaves it open. */
export async function setTermEnd(
  tx: Tx,
  network: Id,
  appointment: Id,
  endsOn: string | null,
  actor: Id,
): Promise<void> {
  const role = await tx.row<{ membership_id: Id; role: string }>(sql`
    update members.appointment set ends_on = ${endsOn} where id = ${appointment} and network_id = ${network} and ended_on is null returning membership_id, role`)
  if (role)
    await auditNetwork(tx, 'members.term-changed', {
      network,
      actor,
      subject: role.membership_id,
      detail: { role: role.role },
    })
}

/** Ends a role today, unless the network would have no lead. By a lead, or by whoever holds it. */
export async function endRole(
  tx: Tx,
  network: Id,
  appointment: Id,
  actor: Id,
): Promise<'ended' | 'last-lead' | 'gone'> {
  const leads = await leadsLocked(tx, network)
  if (leads.some((lead) => lead.id === appointment) && leads.length === 1) return 'last-lead'
  const role = await tx.row<{ membership_id: Id; role: string }>(sql`
    update members.appointment set ended_on = ${dateOf(tx.now)}, public_name = null
    where id = ${appointment} and network_id = ${network} and ended_on is null returning membership_id, role`)
  if (!role) return 'gone'
  await auditNetwork(tx, 'members.role-ended', {
    network,
    actor,
    subject: role.membership_id,
    detail: { role: role.role },
  })
  return 'ended'
}

/**
 * May this membership go, or is it the last lead? Locks the network's leads until the transaction ends, so
 * that two who step down at once cannot both succeed. Out: false when it is the last.
 */
export async function mayStopLeading(tx: Tx, network: Id, membership: Id): Promise<boolean> {
  return !leadsByItself(await leadsLocked(tx, network), membership)
}

/** Whether a network has no lead but this membership, to say so beforehand. Locks nothing. */
export async function isOnlyLead(tx: Tx, network: Id, membership: Id): Promise<boolean> {
  const leads = await tx.asSystem(keeping, (system) => leadsOf(system, network))
  return leadsByItself(leads, membership)
}

/** The managing roles of active members. Whoever else asks waits until this transaction is over. */
async function leadsLocked(tx: Tx, network: Id): Promise<Lead[]> {
  return tx.asSystem(keeping, async (system) => {
    await system.run(sql`select id from networks.network where id = ${network} for no key update`)
    return leadsOf(system, network)
  })
}

const keeping = 'keep a lead in every network'

type Lead = { id: Id; membership_id: Id }

const leadsOf = (system: Tx, network: Id): Promise<Lead[]> =>
  system.rows(sql`
    select a.id, a.membership_id from members.appointment a join members.membership m on m.id = a.membership_id
    where a.network_id = ${network} and a.manages and a.ended_on is null and m.status = 'active'`)

const leadsByItself = (leads: readonly Lead[], membership: Id): boolean =>
  leads.length > 0 && leads.every((lead) => lead.membership_id === membership)

async function withNames(tx: Tx, network: Id, which: ReturnType<typeof sql>): Promise<HeldRole[]> {
  const rows = await tx.rows<Omit<HeldRole, 'name'> & { sealed: Uint8Array | null }>(sql`
    select a.id, a.network_id, a.membership_id, a.role, a.title, a.manages, a.starts_on, a.ends_on, a.ended_on, a.public_name, c.sealed
    from members.appointment a left join members.card c on c.membership_id = a.membership_id
    where a.network_id = ${network} and ${which}`)
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    name:
      sealed && row.membership_id
        ? openCard(tx.keys, network, row.membership_id, sealed).name
        : row.public_name,
  }))
}
