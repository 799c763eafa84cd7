import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { dropRing } from '#features/people/index.ts'
import { lookAtWaitingList, placeOf, waitsThere } from './allies.ts'
import { personBehind, untie } from './bond.ts'
import { mailMember, type Letter } from './letters.ts'

/** Which request is decided, by which lead's membership. */
export type Deciding = { network: Id; membership: Id; actor: Id }

/** What was decided on a request, on which day, by which lead's membership. */
export type Decision = { approved: boolean; decided_by: Id | null; decided_on: string }

/**
 * Lets someone in who asked. No lead can pass by those who wait: where there is no room for an ally, a yes gives
 * them a place on the waiting list. `letters` writes to them either way. Of two leads at once the first decides.
 * Out: undefined when it was decided, or withdrawn, before.
 */
export async function approve(
  tx: Tx,
  {
    network,
    membership,
    actor,
    letters,
  }: Deciding & { letters: { active: Letter; waiting: (place: number) => Letter } },
): Promise<'active' | 'waiting' | undefined> {
  const first = await tx.row<{ status: 'active' | 'waiting'; waits: boolean }>(sql`
    update members.membership set status = 'active', joined_on = ${dateOf(tx.now)}
    where id = ${membership} and network_id = ${network} and status = 'requested' returning status, ${waitsThere} as waits`)
  if (!first) return undefined
  await record(tx, { network, membership, actor, approved: true, reason: null })
  await auditNetwork(tx, 'members.approved', { network, actor, subject: membership })
  if (first.status === 'active' && first.waits) await lookAtWaitingList(tx, network)
  const letter =
    first.status === 'active' ? letters.active : letters.waiting(await placeOf(tx, membership))
  await mailMember(tx, membership, letter)
  return first.status
}

/**
 * Turns a request down, with a reason that goes to the person. Nothing that tells who it was stays, so
 * that they may ask again. Out: false when it was decided, or withdrawn, before.
 */
export async function decline(
  tx: Tx,
  { network, membership, actor, letter, reason }: Deciding & { letter: Letter; reason: string },
): Promise<boolean> {
  const first = await tx.run(sql`
    update members.membership set status = 'left', ended_on = ${dateOf(tx.now)}
    where id = ${membership} and network_id = ${network} and status in ('requested', 'waiting')`)
  if (!first) return false
  // Whoever waits for a place may have been approved before: the later decision holds.
  await tx.asSystem('forget a decision that was taken back', (system) =>
    system.run(sql`delete from members.decision where membership_id = ${membership}`),
  )
  await record(tx, { network, membership, actor, approved: false, reason })
  await auditNetwork(tx, 'members.declined', { network, actor, subject: membership })
  await mailMember(tx, membership, letter)
  await tx.asSystem('forget who was turned down', async (system) => {
    const behind = await personBehind(system, membership)
    if (behind) await dropRing(system, behind.person, membership)
    await untie(system, membership)
    await system.run(sql`delete from members.card where membership_id = ${membership}`)
    await system.run(sql`delete from members.answer where membership_id = ${membership}`)
  })
  return true
}

/** How a request was decided, for leads; undefined when it was not. */
export async function decisionOn(
  tx: Tx,
  network: Id,
  membership: Id,
): Promise<Decision | undefined> {
  return tx.row(
    sql`select approved, decided_by, decided_on from members.decision where network_id = ${network} and membership_id = ${membership}`,
  )
}

async function record(
  tx: Tx,
  of: { network: Id; membership: Id; actor: Id; approved: boolean; reason: string | null },
): Promise<void> {
  const sealed =
    of.reason &&
    tx.keys.seal(
      `network:${of.network}`,
      { table: 'members.decision', column: 'reason', row: of.membership },
      of.reason,
    )
  await tx.run(sql`
    insert into members.decision (membership_id, network_id, approved, reason_sealed, decided_by, decided_on)
    values (${of.membership}, ${of.network}, ${of.approved}, ${sealed || null}, ${of.actor}, ${dateOf(tx.now)}) on conflict (membership_id) do nothing`)
}
