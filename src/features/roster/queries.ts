import { addDays, dateOf, longDate } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Waiting } from '#kernel/feature.ts'
import type { Id } from '#kernel/viewer.ts'
import { charterInForce } from '#features/governance/index.ts'
import { roleName } from './words.ts'

/** What waits for the leads of networks: requests to decide, and roles whose term ends soon. Two queries. */
export async function waitingForLeads(tx: Tx): Promise<Waiting[]> {
  const today = dateOf(tx.now)
  const [requests, roles] = await Promise.all([requestsWaiting(tx), rolesEnding(tx, today)])
  return [
    ...requests.map(({ slug, name, count }) => ({
      text: count === 1 ? 'Someone asks to join' : `${count} people ask to join`,
      href: `/networks/${slug}/members#requests`,
      network: name,
    })),
    ...roles.map((role) => ({
      text: `${roleName(role)}: the term ${role.ends_on < today ? 'ended' : 'ends'} on ${longDate(role.ends_on)}`,
      href: `/networks/${role.slug}/roles/${role.id}`,
      network: role.name,
    })),
  ]
}

async function requestsWaiting(tx: Tx): Promise<{ slug: string; name: string; count: number }[]> {
  return tx.rows(sql`
    select n.slug, n.name, count(*)::int as count
    from members.membership m join networks.network n on n.id = m.network_id
    where m.network_id = any ((select members.my_led_networks())::uuid[]) and m.status = 'requested'
    group by n.slug, n.name order by lower(n.name) limit 50`)
}

type Ending = { slug: string; name: string; role: string; title: string; ends_on: string; id: Id }

async function rolesEnding(tx: Tx, today: string): Promise<Ending[]> {
  return tx.rows(sql`
    select n.slug, n.name, a.id, a.role, a.title, a.ends_on
    from members.appointment a join networks.network n on n.id = a.network_id
    where a.network_id = any ((select members.my_led_networks())::uuid[]) and a.ended_on is null
      and a.ends_on <= ${addDays(today, 60)} and n.status <> 'closed'
    order by a.ends_on, a.id limit 50`)
}

/** Whether someone who manages the network has a term with an end. */
export async function hasTerm(tx: Tx, network: Id): Promise<boolean> {
  return (
    (await tx.row(sql`
    select id from members.appointment
    where network_id = ${network} and manages and ended_on is null and ends_on is not null limit 1`)) !==
    undefined
  )
}

/** How many members and how many allies there are, for leads. */
export async function figuresFor(tx: Tx, network: Id): Promise<{ member: number; ally: number }> {
  const rows = await tx.rows<{ category: 'member' | 'ally'; count: number }>(sql`
    select category, count(*)::int as count from members.membership where network_id = ${network} and status = 'active' group by category`)
  return { member: 0, ally: 0, ...Object.fromEntries(rows.map((row) => [row.category, row.count])) }
}

/** Whether the charter lets people be allies. */
export async function mayBeAlly(tx: Tx, network: Id): Promise<boolean> {
  return (await charterInForce(tx, network))?.ally_policy === 'welcome'
}
