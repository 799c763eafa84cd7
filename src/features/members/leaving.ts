import { auditNetwork } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { lookAtWaitingList, waitsThere } from './allies.ts'
import { mayStopLeading } from './appointments.ts'
import { leave, remove } from './joining.ts'
import { mailMember, type Letter } from './letters.ts'
import { myMembership } from './mine.ts'

/** Would leave a network without a lead. */
export type LastLead = 'last-lead'

/** The viewer leaves a network, or takes back a request to join it: at once. */
export async function leaveNetwork(
  tx: Tx,
  network: Id,
  me: Person,
): Promise<'left' | LastLead | 'not-in-it'> {
  const mine = await myMembership(tx, network)
  if (!mine) return 'not-in-it'
  if (!(await mayStopLeading(tx, network, mine.id))) return 'last-lead'
  await tx.asSystem('take someone out of a network at their wish', (system) =>
    leave(system, network, mine.id, me.person),
  )
  return 'left'
}

/** A lead takes a member out. Out: `gone` when there is no such active member any more. */
export async function removeMember(
  tx: Tx,
  {
    network,
    membership,
    actor,
    letter,
  }: { network: Id; membership: Id; actor: Id; letter: Letter },
): Promise<'removed' | LastLead | 'gone'> {
  if (!(await mayStopLeading(tx, network, membership))) return 'last-lead'
  const active = await tx.row(
    sql`select id from members.membership where id = ${membership} and network_id = ${network} and status = 'active' for update`,
  )
  if (!active) return 'gone'
  await mailMember(tx, membership, letter)
  await tx.asSystem('take a member out of a network for its leads', (system) =>
    remove(system, network, membership, actor),
  )
  return 'removed'
}

/**
 * A lead changes whether someone is a member or an ally, and they are told. Whoever is in stays in, room or no
 * room. Out: false when there is no such active member, or they are that already.
 */
export async function changeCategory(
  tx: Tx,
  {
    network,
    membership,
    actor,
    category,
    letter,
  }: { network: Id; membership: Id; actor: Id; category: 'member' | 'ally'; letter: Letter },
): Promise<boolean> {
  const changed = await tx.row<{ waits: boolean }>(sql`
    update members.membership set category = ${category}
    where id = ${membership} and network_id = ${network} and status = 'active' and category <> ${category} returning ${waitsThere} as waits`)
  if (!changed) return false
  await auditNetwork(tx, 'members.category-changed', { network, actor, subject: membership })
  if (changed.waits) await lookAtWaitingList(tx, network)
  await mailMember(tx, membership, letter)
  return true
}

/** The networks that nobody but the viewer leads: someone else has to, before the viewer can be forgotten. */
export async function ledAlone(tx: Tx, me: Person): Promise<{ slug: string; name: string }[]> {
  return tx.asSystem('keep a lead in every network', (system) =>
    system.rows(sql`
      select n.slug, n.name from networks.network n
      where n.status <> 'closed' and n.id in (
        select a.network_id from members.appointment a join members.membership m on m.id = a.membership_id
        where a.manages and a.ended_on is null and m.status = 'active' and a.network_id in (select network_id from members.membership where id = any (${me.memberships}::uuid[]))
        group by a.network_id having bool_and(m.id = any (${me.memberships}::uuid[])))
      order by lower(n.name)`),
  )
}
