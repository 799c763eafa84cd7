import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { enqueue } from '#kernel/jobs.ts'
import { makeRoomForAllies } from '#features/members/index.ts'
import { auditAct } from './acting.ts'
import type { Network } from './find.ts'
import type { NetworkStatus } from './words.ts'

/** What leads may make of a network in each status; going live for the first time is a step of setting up. */
const next: Record<NetworkStatus, readonly NetworkStatus[]> = {
  // The page of its proposal starts or drops it, and tells those who would join.
  proposed: [],
  'setting-up': ['closed'],
  live: ['dormant', 'closed'],
  dormant: ['live', 'closed'],
  closed: ['live'],
}

/** What a network may become now. */
export const mayBecome = (network: Pick<Network, 'status' | 'live_on'>): readonly NetworkStatus[] =>
  // What never was live cannot come back to it except by being set up.
  network.status === 'closed' && !network.live_on ? [] : next[network.status]

/**
 * Opens a network that was being set up: from now on it is found and joined as its choices say. As a lead,
 * who has done what is required (setup knows). Out: false when it is not being set up any more.
 */
export async function goLive(tx: Tx, network: Network): Promise<boolean> {
  const today = dateOf(tx.now)
  const done = await tx.run(sql`
    update networks.network set status = 'live', live_on = ${today} where id = ${network.id} and status = 'setting-up'`)
  if (!done) return false
  await tx.run(sql`
    insert into networks.status_change (network_id, status, changed_on) values (${network.id}, 'live', ${today})`)
  await auditAct(tx, 'networks.went-live', network.id)
  return true
}

/**
 * Makes a network rest, close or wake up, with a reason that its page shows; its members are told. As a lead.
 * Out: false when that cannot follow from what it is now.
 */
export async function changeStatus(
  tx: Tx,
  network: Network,
  to: NetworkStatus,
  reason: string,
): Promise<boolean> {
  if (!mayBecome(network).includes(to)) return false
  // Nobody but its founders ever saw it, and so it stays.
  const hide = network.live_on ? sql`` : sql`, findable = 'invited'`
  const done = await tx.run(sql`
    update networks.network set status = ${to}${hide} where id = ${network.id} and status = ${network.status}`)
  if (!done) return false
  await tx.run(sql`
    insert into networks.status_change (network_id, status, reason, changed_on)
    values (${network.id}, ${to}, ${reason}, ${dateOf(tx.now)})`)
  if (to === 'live') await makeRoomForAllies(tx, network.id)
  await auditAct(tx, 'networks.status-changed', network.id, { from: network.status, to })
  await enqueue(tx, 'networks.tell', { what: 'status', network: network.id, from: network.status })
  return true
}

/** Why a network rests or has closed, and since when. */
export async function lastChange(
  tx: Tx,
  network: Network,
): Promise<{ reason: string; changed_on: string } | undefined> {
  return tx.row(sql`
    select reason, changed_on from networks.status_change
    where network_id = ${network.id} and status = ${network.status} order by number desc limit 1`)
}
