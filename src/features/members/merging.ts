import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { bondPlace, bondTag, personBehind, untie } from './bond.ts'
import { leave } from './joining.ts'

/** How one of two accounts stands in a network that both are in, or have asked to join. */
export type Standing = {
  membership: Id
  status: 'requested' | 'waiting' | 'active'
  category: 'member' | 'ally'
  since: string
  manages: boolean
  role: boolean
}

/** A network in which the two meet: one of the memberships stays. */
export type Meeting = { network: Id; name: string; kept: Standing; dropped: Standing }

/** A network from which a lead took one of the two: it stays so, unless the other leads there. */
export type Removal = { network: Id; name: string; removed: Id; live: Standing | undefined }

/** What merging two accounts means for the networks of both. */
export type MergePlan = { meetings: Meeting[]; removals: Removal[] }

/**
 * What would become of the memberships if `from` became part of `to`. As the application. Of two memberships
 * of a network the one stays that is further in: active before waiting before asked for, then the one that leads,
 * the one with a role, the longer one.
 */
export async function planMerge(tx: Tx, from: Person, to: Person): Promise<MergePlan> {
  const rows = await tx.rows<Standing & { network: Id; name: string }>(sql`
    select m.id as membership, m.network_id as network, n.name, m.status, m.category, m.joined_on as since,
      exists (select from members.appointment a where a.membership_id = m.id and a.manages and a.ended_on is null) as manages,
      exists (select from members.appointment a where a.membership_id = m.id and a.ended_on is null) as role
    from members.membership m join networks.network n on n.id = m.network_id
    where m.id = any (${[...from.memberships, ...to.memberships]}::uuid[]) and m.status in ('requested', 'waiting', 'active')
    order by n.sort_name, n.id, m.id`)
  const live = Map.groupBy(rows, (row) => row.network)
  const meetings = [...live.values()].flatMap((both) => {
    if (both.length < 2) return []
    const [kept, dropped] = both.toSorted((one, other) => furtherIn(other, one))
    return [{ network: kept!.network, name: kept!.name, kept: kept!, dropped: dropped! }]
  })
  const removals = (await removalsOf(tx, [from.person, to.person])).map((row) => ({
    ...row,
    live: live.get(row.network)?.[0],
  }))
  return { meetings, removals }
}

/**
 * Makes one of what the two have in the same networks, before the memberships go over. As the application, while
 * nobody else can change either account. `merged` tells the capabilities of each network of both.
 */
export async function mergeMemberships(
  tx: Tx,
  from: Person,
  to: Person,
  merged: (network: Id, kept: Id, dropped: Id) => Promise<void>,
): Promise<void> {
  await holdStandings(tx, from, to)
  const { meetings, removals } = await planMerge(tx, from, to)
  // In the order of ids, as those who join several networks take their places.
  const inOrder = meetings.toSorted((one, other) => (one.network < other.network ? -1 : 1))
  for (const { network, kept, dropped } of inOrder)
    await merged(network, kept.membership, dropped.membership)
  for (const { network, removed, live } of removals) {
    if (live?.manages) await untie(tx, removed)
    else if (live) await leaveOf(tx, network, live.membership)
  }
  // Removed under both accounts: one tie is enough, and there can be but one.
  for (const [, ...others] of Map.groupBy(removals, (removal) => removal.network).values())
    for (const { removed } of others) await untie(tx, removed)
}

/** The roles of a membership that goes are handed to the one that stays, and it leaves. As the application. */
export async function handOver(tx: Tx, network: Id, kept: Id, dropped: Id): Promise<void> {
  const today = dateOf(tx.now)
  const given = await tx.rows<{ role: string }>(sql`
    insert into members.appointment (network_id, membership_id, role, title, manages, starts_on, ends_on, public_name)
    select network_id, ${kept}, role, title, manages, ${today}, ends_on, public_name from members.appointment a
    where membership_id = ${dropped} and ended_on is null and not exists (select from members.appointment h
      where h.membership_id = ${kept} and h.ended_on is null and (h.role, h.title, h.manages) = (a.role, a.title, a.manages))
    returning role`)
  const ended = await tx.rows<{ role: string }>(sql`
    update members.appointment set ended_on = ${today}, public_name = null
    where membership_id = ${dropped} and ended_on is null returning role`)
  // The network's log reads as on any day on which one person hands over to another, and leaves.
  for (const { role } of given)
    await auditNetwork(tx, 'members.appointed', { network, subject: kept, detail: { role } })
  for (const { role } of ended)
    await auditNetwork(tx, 'members.role-ended', { network, subject: dropped, detail: { role } })
  await leaveOf(tx, network, dropped)
}

/** Ties the memberships of one account to another, under each network's key; ties of removals too. As the application. */
export async function tieAnew(tx: Tx, from: Person, to: Person): Promise<void> {
  const ties = await tx.rows<{ id: Id; network: Id }>(sql`
    select membership_id as id, network_id as network from members.bond where tag = any (${await tagsOf(tx, [from.person])}::bytea[])`)
  const rows = ties.map(({ id, network }) => ({
    id,
    tag: bondTag(tx.keys, network, to.person).toString('hex'),
    person: tx.keys.seal(`network:${network}`, bondPlace(id), to.person).toString('hex'),
  }))
  await tx.run(sql`
    update members.bond set tag = decode(fresh.tag, 'hex'), person_sealed = decode(fresh.person, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (id uuid, tag text, person text) where membership_id = fresh.id`)
}

/** Leads of these networks, and whoever decides on these memberships, wait until this is over. */
async function holdStandings(tx: Tx, from: Person, to: Person): Promise<void> {
  const mine = [...from.memberships, ...to.memberships]
  await tx.run(sql`
    select id from networks.network where id in (select network_id from members.appointment
      where membership_id = any (${mine}::uuid[]) and manages and ended_on is null) order by id for no key update`)
  await tx.run(
    sql`select id from members.membership where id = any (${mine}::uuid[]) order by id for update`,
  )
}

async function leaveOf(tx: Tx, network: Id, membership: Id): Promise<void> {
  const behind = await personBehind(tx, membership)
  if (behind) await leave(tx, network, membership, behind.person)
}

/** The networks from which any of these was removed. Only the key can tell: their ring is gone. */
async function removalsOf(
  tx: Tx,
  persons: readonly Id[],
): Promise<{ network: Id; name: string; removed: Id }[]> {
  return tx.rows(sql`
    select b.network_id as network, n.name, b.membership_id as removed
    from members.bond b join members.membership m on m.id = b.membership_id join networks.network n on n.id = b.network_id
    where m.status = 'removed' and b.tag = any (${await tagsOf(tx, persons)}::bytea[]) order by n.sort_name, n.id, b.membership_id`)
}

async function tagsOf(tx: Tx, persons: readonly Id[]): Promise<Buffer[]> {
  const networks = await tx.rows<{ id: Id }>(sql`select id from networks.network`)
  return networks.flatMap(({ id }) => persons.map((person) => bondTag(tx.keys, id, person)))
}

/** Above nought when the first is further in than the other. */
function furtherIn(one: Standing, other: Standing): number {
  const rank = { active: 2, waiting: 1, requested: 0 }
  return (
    rank[one.status] - rank[other.status] ||
    Number(one.manages) - Number(other.manages) ||
    Number(one.role) - Number(other.role) ||
    (one.since < other.since ? 1 : one.since > other.since ? -1 : 0)
  )
}
