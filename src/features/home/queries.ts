import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Waiting } from '#kernel/feature.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Network } from '#features/networks/index.ts'

export type OpenNetwork = Pick<
  Network,
  'id' | 'slug' | 'name' | 'type' | 'purpose' | 'audience' | 'joining'
>

/** A few networks that every stranger may know of and that people can join, the newest first. The same for everyone who asks. */
export async function openNetworks(tx: Tx): Promise<OpenNetwork[]> {
  return tx.rows<OpenNetwork>(sql`
    select id, slug, name, type, purpose, audience, joining from networks.network
    where status = 'live' and findable = 'everyone' and not sensitive and joining <> 'invitation'
    order by live_on desc, id limit 6`)
}

export type MyNetwork = Pick<Network, 'id' | 'slug' | 'name' | 'type' | 'status' | 'sensitive'> & {
  /** Of the membership: in it, asked for, or waiting for a place. */
  standing: 'active' | 'requested' | 'waiting'
  category: 'member' | 'ally'
  since: string
  /** Their place on the waiting list, where they wait. */
  place: number | null
  leads: boolean
  roles: { role: string; title: string }[]
}

/** Every network that the person is in or has asked to join: those they lead first, then by name. One query. */
export async function myNetworks(tx: Tx, me: Person): Promise<MyNetwork[]> {
  return tx.rows<MyNetwork>(sql`
    with held as (
      select membership_id, bool_or(manages) as manages, json_agg(json_build_object('role', role, 'title', title) order by manages desc, starts_on, id) as roles
      from members.appointment where membership_id = any (${me.memberships}::uuid[]) and ended_on is null group by membership_id)
    select n.id, n.slug, n.name, n.type, n.status, n.sensitive, m.status as standing, m.category, m.joined_on as since, case when m.status = 'waiting' then members.my_place(n.id) end as place,
      coalesce(h.manages, false) and m.status = 'active' as leads, coalesce(h.roles, '[]') as roles
    from members.membership m join networks.network n on n.id = m.network_id left join held h on h.membership_id = m.id
    where m.id = any (${me.memberships}::uuid[]) and m.status in ('active', 'requested', 'waiting')
    order by leads desc, n.sort_name, n.id limit 200`)
}

/** What waits for the person, from every capability. Each asks a fixed number of times, however many networks there are. */
export async function allWaiting(tx: Tx, me: Person, app: App): Promise<Waiting[]> {
  const waiting = await Promise.all(
    app.features.map(async (feature) => [
      ...((await feature.waiting?.(tx, me, app)) ?? []),
      ...((await feature.asked?.(tx, me)) ?? []),
    ]),
  )
  return waiting.flat()
}
