import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { dropRing } from '#features/people/index.ts'
import { personBehind, untie } from './bond.ts'
import { mailMember, type Letter } from './letters.ts'

/** Which request is decided, by which lead's membership, and what the person is told. */
export type Deciding = { network: Id; membership: Id; actor: Id; letter: Letter }

/** What was decided on a request, on which day, by which lead's membership. */
export type Decision = { approved: boolean; decided_by: Id | null; decided_on: string }

/** Lets someone in who asked. Of two leads at once the first decides. Out: false when it was decided, or withdrawn, before. */
export async function approve(
  tx: Tx,
  { network, membership, actor, letter }: Deciding,
): Promise<boolean> {
  const today = dateOf(tx.now)
  const first = await tx.run(sql`
    update members.membership set status = 'active', joined_on = ${today}
    where id = ${membership} and network_id = ${network} and status in ('requested', 'waiting')`)
  if (!first) return false
  await record(tx, { network, membership, actor, approved: true, reason: null })
  await auditNetwork(tx, 'members.approved', { network, actor, subject: membership })
  await mailMember(tx, membership, letter)
  return true
}

/**
 * Turns a request down, with a reason that goes to the person. Nothing that tells who it was stays, so
 * that they may ask again. Out: false when it was decided, or withdrawn, before.
 */
export async function decline(
  tx: Tx,
  { network, membership, actor, letter, reason }: Deciding & { reason: string },
): Promise<boolean> {
  const first = await tx.run(sql`
    update members.membership set status = 'left', ended_on = ${dateOf(tx.now)}
    where id = ${membership} and network_id = ${network} and status in ('requested', 'waiting')`)
  if (!first) return false
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
