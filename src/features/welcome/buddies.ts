import type { App } from '#kernel/app.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Position } from '#kernel/position.ts'
import type { Id } from '#kernel/viewer.ts'
import { askBoth, introduce, wereIntroduced } from '#features/introductions/index.ts'
import { openCard } from '#features/members/index.ts'
import { auditAct, type Network } from '#features/networks/index.ts'

export type Part = 'asks' | 'helps'

/** Someone who asks or offers, with the name that the viewer may see; null where they see none. */
export type Buddy = { membership: Id; since: string; name: string | null }

const pageOf = 20
const mostOffered = 100

/** What the viewer asks for or offers in a network. */
export async function myParts(tx: Tx, membership: Id): Promise<Set<Part>> {
  const rows = await tx.rows<{ part: Part }>(
    sql`select part from welcome.buddy where membership_id = ${membership}`,
  )
  return new Set(rows.map((row) => row.part))
}

/** The viewer asks for a buddy or offers to be one, or no longer. */
export async function choosePart(
  tx: Tx,
  network: Id,
  membership: Id,
  part: Part,
  wants: boolean,
): Promise<void> {
  if (wants)
    await tx.run(sql`
      insert into welcome.buddy (membership_id, part, network_id, since)
      values (${membership}, ${part}, ${network}, ${dateOf(tx.now)}) on conflict do nothing`)
  else
    await tx.run(
      sql`delete from welcome.buddy where membership_id = ${membership} and part = ${part}`,
    )
}

/** For leads: who asks for a buddy and has none in sight, the longest wait first, a page at a time. */
export async function askingForBuddies(
  tx: Tx,
  network: Id,
  after?: Position,
): Promise<{ asking: Buddy[]; next?: Position }> {
  const rows = await named(
    tx,
    network,
    sql`
    select b.membership_id, b.since from welcome.buddy b
    where b.network_id = ${network} and b.part = 'asks' and not exists (${metSince})
      ${after ? sql`and (b.since, b.membership_id) > (${after.on}::date, ${after.id}::uuid)` : sql``}
    order by b.since, b.membership_id limit ${sql.lit(pageOf + 1)}`,
  )
  const last = rows.length > pageOf ? rows[pageOf - 1]! : undefined
  return {
    asking: rows.slice(0, pageOf),
    next: last && { on: last.since, id: last.membership },
  }
}

/** For leads: those who offer to be buddies, the fewest at once first; the first hundred. */
export async function offeringBuddies(tx: Tx, network: Id): Promise<Buddy[]> {
  return named(
    tx,
    network,
    sql`
    select b.membership_id, b.since from welcome.buddy b
    where b.network_id = ${network} and b.part = 'helps'
    order by (${busyWith}), b.since, b.membership_id limit ${sql.lit(mostOffered)}`,
  )
}

/**
 * Proposes a buddy to someone who asks for one: the one chosen, or else whoever offers and has the fewest. Both
 * are asked. Two leads at once propose one. Out: what came of it.
 */
export async function proposeBuddy(
  tx: Tx,
  app: App,
  network: Network,
  asks: Id,
  chosen: Id | undefined,
  lasts: number,
): Promise<'proposed' | 'nobody' | 'not-asking'> {
  const came = await tx.asSystem('propose a buddy to someone who asks for one', async (system) => {
    const waits = await system.row(sql`
      select b.membership_id from welcome.buddy b
      where b.membership_id = ${asks} and b.network_id = ${network.id} and b.part = 'asks' for update`)
    const met =
      waits &&
      (await system.row(sql`
        select b.since from welcome.buddy b where b.membership_id = ${asks} and b.part = 'asks' and exists (${metSince})`))
    if (!waits || met) return 'not-asking' as const
    const candidates = await system.rows<{ membership_id: Id }>(sql`
      select b.membership_id from welcome.buddy b
      where b.network_id = ${network.id} and b.part = 'helps' and b.membership_id <> ${asks}
        ${chosen ? sql`and b.membership_id = ${chosen}` : sql``}
      order by (${busyWith}), b.since, b.membership_id limit 20`)
    for (const { membership_id: helps } of candidates) {
      const pair = { network: network.id, purpose: 'buddy' as const, asks, helps }
      if (await wereIntroduced(system, pair)) continue
      const id = await introduce(system, { ...pair, lasts })
      if (!id) continue
      await askBoth(system, app, network, id)
      return 'proposed' as const
    }
    return 'nobody' as const
  })
  if (came === 'proposed') await auditAct(tx, 'welcome.buddy-proposed', network.id)
  return came
}

/** An introduction to a buddy that goes on, or has come about since they asked. */
const metSince = sql`
  select from introductions.side s join introductions.introduction i on i.id = s.introduction_id
  where s.membership_id = b.membership_id and s.part = 'asks' and i.purpose = 'buddy'
    and (i.ended_on is null or i.agreed_on >= b.since)`

/** How many someone is a buddy of, or has been proposed to. */
const busyWith = sql`
  select count(*) from introductions.side s join introductions.introduction i on i.id = s.introduction_id
  where s.membership_id = b.membership_id and s.part = 'helps' and i.purpose = 'buddy' and i.ended_on is null`

/** The names that the viewer may see, beside memberships. */
async function named(tx: Tx, network: Id, list: ReturnType<typeof sql>): Promise<Buddy[]> {
  const rows = await tx.rows<{ membership_id: Id; since: string; sealed: Uint8Array | null }>(sql`
    select l.membership_id, l.since, c.sealed from (${list}) l left join members.card c on c.membership_id = l.membership_id`)
  return rows.map(({ membership_id, since, sealed }) => ({
    membership: membership_id,
    since,
    name: sealed && openCard(tx.keys, network, membership_id, sealed).name,
  }))
}
