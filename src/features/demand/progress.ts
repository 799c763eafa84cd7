import type { App } from '#kernel/app.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { mailLeads } from '#features/members/index.ts'
import { networkById } from '#features/networks/index.ts'
import { decideEmail } from './emails.ts'
import { drop } from './proposals.ts'
import { fewest } from './words.ts'

/** Days after its date on which the leads are asked to decide, asked again, and are taken to have dropped it. */
const asksAgainAfter = 30
const dropsAfter = 60

/**
 * Once a day: says how many would join each proposed network, and tells the leads when there are enough.
 * Withheld below 10, rounded down to 5, and said again only once at least 5 more or fewer would join, so that no
 * two figures tell who came. Sensitive networks publish no figure. As the application.
 */
export async function countInterest(tx: Tx, app: App): Promise<void> {
  const today = dateOf(tx.now)
  const counted = await tx.rows<{ id: Id; count: number; sensitive: boolean }>(sql`
    select p.network_id as id, i.count, n.sensitive from demand.proposal p join networks.network n on n.id = p.network_id
    cross join lateral (select count(*)::int as count from demand.interest where network_id = p.network_id) i
    left join demand.counted c on c.kind = 'network' and c.key = p.network_id::text
    where p.ended_on is null and n.status = 'proposed' and abs(i.count - coalesce(c.people, 0)) >= 5`)
  for (const { id, count, sensitive } of counted) {
    const shown = sensitive || count < fewest ? null : Math.floor(count / 5) * 5
    await tx.run(sql`
      insert into demand.counted (kind, key, people) values ('network', ${id}, ${count})
      on conflict (kind, key) do update set people = excluded.people`)
    await tx.run(sql`
      insert into demand.progress (network_id, people, as_of) values (${id}, ${shown}, ${today})
      on conflict (network_id) do update set people = excluded.people, as_of = excluded.as_of`)
  }
  // One that has become sensitive publishes nothing any more.
  await tx.run(sql`
    update demand.progress set people = null where people is not null and network_id in (select id from networks.network where sensitive)`)
  const reached = await tx.rows<{ id: Id; by_on: string }>(sql`
    update demand.proposal p set reached_on = ${today} from networks.network n
    where n.id = p.network_id and n.status = 'proposed' and p.reached_on is null and p.ended_on is null
      and p.wanted <= (select count(*) from demand.interest i where i.network_id = p.network_id)
    returning p.network_id as id, p.by_on`)
  for (const { id, by_on } of reached) await askLeads(tx, app, id, 'reached', by_on)
}

/** Asks the leads to decide once the time is up; where nobody decides for long, it is dropped. As the application. */
export async function remindLeads(tx: Tx, app: App): Promise<void> {
  const today = dateOf(tx.now)
  const due = await tx.rows<{ id: Id; by_on: string; reminded: number }>(sql`
    update demand.proposal p set reminded = p.reminded + 1 from networks.network n
    where n.id = p.network_id and n.status = 'proposed' and p.started_on is null and p.ended_on is null and
      (p.by_on < ${today} and p.reminded = 0 or p.by_on < ${addDays(today, -asksAgainAfter)} and p.reminded = 1)
    returning p.network_id as id, p.by_on, p.reminded`)
  for (const { id, by_on, reminded } of due)
    await askLeads(tx, app, id, reminded === 1 ? 'over' : 'still-over', by_on)
  const forgotten = await tx.rows<{ id: Id }>(sql`
    select p.network_id as id from demand.proposal p join networks.network n on n.id = p.network_id
    where n.status = 'proposed' and p.ended_on is null and p.by_on < ${addDays(today, -dropsAfter)} and p.reminded >= 2 limit 200`)
  for (const { id } of forgotten) await drop(tx, (await networkById(tx, id))!, '')
}

async function askLeads(
  tx: Tx,
  app: App,
  id: Id,
  why: 'reached' | 'over' | 'still-over',
  byOn: string,
): Promise<void> {
  const network = (await networkById(tx, id))!
  await mailLeads(tx, id, decideEmail(app, network, why, byOn))
}
