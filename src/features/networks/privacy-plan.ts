import { sql, type Query, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Network } from './find.ts'
import { isSame, keptSafe, morePrivate, type Privacy } from './privacy.ts'
import { scopeOf } from './scope.ts'

/** How private a network is now. */
export async function privacyOf(tx: Tx, network: Network): Promise<Privacy> {
  const { findable, joining, names, sensitive } = network
  const organisations =
    findable === 'organisations'
      ? (await scopeOf(tx, network.id)).organisations.map((each) => each.id)
      : []
  return { findable, joining, names, sensitive, organisations }
}

/** What would come of a change: what holds at once, and whether the rest has to wait. */
export type Plan = {
  now: Privacy
  wanted: Privacy
  atOnce: Privacy
  changes: boolean
  waits: boolean
}

/**
 * What would come of a change of privacy. What makes a network more private holds at once; what makes it less
 * private waits for every lead and for thirty days, unless only those who set it up are in it.
 */
export async function planOf(tx: Tx, network: Network, asked: Privacy): Promise<Plan> {
  const now = await privacyOf(tx, network)
  const wanted = keptSafe(asked)
  const atOnce = (await onlyFounders(tx, network)) ? wanted : morePrivate(now, wanted)
  return { now, wanted, atOnce, changes: !isSame(now, wanted), waits: !isSame(atOnce, wanted) }
}

/** Whether nobody is in a network that is being set up but its leads: there is no one whom a change could expose. */
async function onlyFounders(tx: Tx, network: Network): Promise<boolean> {
  if (network.status !== 'setting-up') return false
  const other = await tx.row(sql`
    select m.id from members.membership m where m.network_id = ${network.id} and m.status = 'active'
      and m.id not in (select membership_id from (${leadsOf(network.id)}) l) limit 1`)
  return !other
}

/** The memberships that lead a network now. */
export const leadsOf = (network: Id): Query => sql`
  select distinct a.membership_id from members.appointment a join members.membership m on m.id = a.membership_id
  where a.network_id = ${network} and a.manages and a.ended_on is null and m.status = 'active'`
