import type { App } from '#kernel/app.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

/** What is published about the size of a network: rounded, or null where it is withheld. */
export type Figure = { network_id: Id; members: number | null; joined_lately: boolean }

/** What is published about these networks. */
export async function figuresOf(tx: Tx, networks: readonly Id[]): Promise<Map<Id, Figure>> {
  if (networks.length === 0) return new Map()
  const rows = await tx.rows<Figure>(sql`
    select network_id, members, joined_lately from networks.figure where network_id = any (${networks}::uuid[])`)
  return new Map(rows.map((row) => [row.network_id, row]))
}

/**
 * About how many are in a network, for members who see no list of names: as counted once a week, never as of
 * now. Null below 10. Whoever watched the exact number would see each person come and go.
 */
export async function sizeForMembers(tx: Tx, network: Id): Promise<number | null> {
  const row = await tx.asSystem('tell members about how many they are', (system) =>
    system.row<{ members: number }>(
      sql`select members from networks.counted where network_id = ${network}`,
    ),
  )
  return row ? shown(row.members) : null
}

/**
 * Counts the members of every network, and publishes it unless the network is sensitive. Withheld below 10,
 * rounded to 5, and anew only once at least 5 people more or fewer are in it: no two figures tell of fewer than
 * that.
 */
export async function publishFigures(app: App): Promise<void> {
  await app.db.asSystem('publish the size of networks', async (tx) => {
    await tx.run(
      sql`delete from networks.figure where network_id in (select id from networks.network where sensitive)`,
    )
    const today = dateOf(tx.now)
    const changed = await tx.rows<{
      id: Id
      sensitive: boolean
      count: number
      lately: number
    }>(sql`
      select n.id, n.sensitive, m.count, m.lately from networks.network n
      cross join lateral (
        select count(*)::int as count, count(*) filter (where joined_on > ${addDays(today, -90)})::int as lately
        from members.membership where network_id = n.id and status = 'active') m
      left join networks.counted c on c.network_id = n.id
      where n.status in ('live', 'dormant') and abs(m.count - coalesce(c.members, 0)) >= 5`)
    for (const { id, sensitive, count, lately } of changed) {
      await tx.run(sql`
        insert into networks.counted (network_id, members, as_of) values (${id}, ${count}, ${today})
        on conflict (network_id) do update set members = excluded.members, as_of = excluded.as_of`)
      if (sensitive) continue
      await tx.run(sql`
        insert into networks.figure (network_id, members, joined_lately, as_of)
        values (${id}, ${shown(count)}, ${shown(count) !== null && lately >= 5}, ${today})
        on conflict (network_id) do update
          set members = excluded.members, joined_lately = excluded.joined_lately, as_of = excluded.as_of`)
    }
  })
}

/** A network that has become sensitive publishes nothing any more, and what was counted is forgotten. */
export async function withdrawFigures(tx: Tx, network: Id): Promise<void> {
  await tx.run(sql`delete from networks.figure where network_id = ${network}`)
  await tx.run(sql`delete from networks.counted where network_id = ${network}`)
}

const shown = (count: number): number | null => (count < 10 ? null : Math.round(count / 5) * 5)
