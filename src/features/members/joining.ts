import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { found, sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { addRing, dropRing, keepAccount, type Details } from '#features/people/index.ts'
import { lookAtWaitingList, waitsThere } from './allies.ts'
import { membershipOf, personBehind, tieNew, untie } from './bond.ts'
import { keepAnswers } from './answers.ts'
import { addCard, cardOf } from './card.ts'

export type Answer = { question: Id; text: string }

/** Somebody comes into a network, or asks to. */
export type Admission = {
  network: Id
  person: Id
  details: Details
  organisationName: string | null
  category: 'member' | 'ally'
  /** Whoever would be active waits where there is no room for an ally. */
  status: 'active' | 'requested' | 'waiting'
  answers?: readonly Answer[]
  /** The name that this network sees, when it is not the person's own. */
  displayName?: string
}

export type Admitted = { membership: Id; status: string; isNew: boolean }

/**
 * Makes a membership, once: someone who has one keeps it as it is. As the application, which has checked
 * how the network lets people in; whether there is room for an ally, the database has. Joining twice at once
 * ends in one membership.
 */
export async function admit(tx: Tx, admission: Admission): Promise<Admitted> {
  const { network, person } = admission
  const { category, status: asked } = admission
  const membership = crypto.randomUUID()
  const [isThere, made] = await Promise.all([
    keepAccount(tx, person),
    tieNew(tx, person, { id: membership, network, category, status: asked }),
  ])
  // An account that has just been merged into another takes on nothing more.
  found(isThere || undefined)
  if (!made) {
    const known = (await membershipOf(tx, network, person))!
    return known.status === 'removed'
      ? askAgain(tx, network, known.id, admission)
      : { membership: known.id, status: known.status, isNew: false }
  }
  const { status } = made
  await Promise.all([
    addCard(tx, network, membership, cardFor(admission)),
    keepAnswers(tx, network, membership, admission.answers ?? []),
    addRing(tx, person, membership),
    auditNetwork(tx, status === 'active' ? 'members.joined' : 'members.requested', {
      network,
      subject: membership,
    }),
    status === 'active' && made.waits ? lookAtWaitingList(tx, network) : undefined,
  ])
  return { membership, status, isNew: true }
}

/** Leaves: at once, and nothing that tells who it was stays. As the application, for the person. */
export async function leave(tx: Tx, network: Id, membership: Id, person: Id): Promise<void> {
  await endMembership(tx, network, membership, 'left')
  await dropRing(tx, person, membership)
  await untie(tx, membership)
  await auditNetwork(tx, 'members.left', { network, subject: membership })
}

/** A lead removes a member. The tie stays, so that coming back needs a lead; all else goes. As the application. */
export async function remove(tx: Tx, network: Id, membership: Id, actor: Id): Promise<void> {
  const behind = await personBehind(tx, membership)
  await endMembership(tx, network, membership, 'removed')
  if (behind) await dropRing(tx, behind.person, membership)
  await auditNetwork(tx, 'members.removed', { network, subject: membership, actor })
}

async function endMembership(
  tx: Tx,
  network: Id,
  membership: Id,
  status: 'left' | 'removed',
): Promise<void> {
  const today = dateOf(tx.now)
  const ended = await tx.row<{ waits: boolean }>(sql`
    update members.membership set status = ${status}, ended_on = ${today}, offers_role = false
    where id = ${membership} and network_id = ${network} and (select members.hold_room(${network})) returning ${waitsThere} as waits`)
  if (ended?.waits) await lookAtWaitingList(tx, network)
  await tx.run(sql`delete from members.card where membership_id = ${membership}`)
  await tx.run(sql`delete from members.answer where membership_id = ${membership}`)
  await tx.run(sql`delete from members.decision where membership_id = ${membership}`)
  await tx.run(
    sql`update members.appointment set ended_on = ${today}, public_name = null where membership_id = ${membership} and ended_on is null`,
  )
}

/** Someone who was removed may only ask, whatever the network's way of joining. */
async function askAgain(
  tx: Tx,
  network: Id,
  membership: Id,
  admission: Admission,
): Promise<Admitted> {
  await tx.run(
    sql`update members.membership set status = 'requested', category = ${admission.category}, joined_on = ${dateOf(tx.now)}, ended_on = null where id = ${membership}`,
  )
  await tx.run(sql`delete from members.decision where membership_id = ${membership}`)
  await addCard(tx, network, membership, cardFor(admission))
  await keepAnswers(tx, network, membership, admission.answers ?? [])
  await addRing(tx, admission.person, membership)
  await auditNetwork(tx, 'members.requested', { network, subject: membership })
  return { membership, status: 'requested', isNew: true }
}

const cardFor = ({ details, organisationName, displayName }: Admission) =>
  cardOf(details, organisationName, displayName)
