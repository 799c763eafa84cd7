import type { App } from '#kernel/app.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

export type Measure = 'joined' | 'after-30' | 'after-90'
export type LaunchFigure = { measure: Measure; shown: number | null; as_of: string }

/** What is published of those who joined at the launch. */
export async function figuresOf(tx: Tx, network: Id): Promise<LaunchFigure[]> {
  return tx.rows<LaunchFigure>(
    sql`select measure, shown, as_of from launch.figure where network_id = ${network} order by as_of, measure desc`,
  )
}

/** Each night: who joined in the days around a launch is noted, and what is due is counted. */
export async function countLaunches(app: App): Promise<void> {
  await app.db.asSystem('note which memberships began at a launch', async (tx) => {
    await tx.run(sql`
      insert into launch.cohort (membership_id, network_id)
      select m.id, m.network_id from launch.plan p join members.membership m on m.network_id = p.network_id
        and m.status = 'active' and m.joined_on between p.on_date - p.days_before and p.on_date + p.days_after
      where p.on_date - p.days_before <= ${dateOf(tx.now)}
        and not exists (select from launch.figure f where f.network_id = p.network_id)
      on conflict do nothing`)
  })
  await app.db.asSystem('count who joined at a launch and stayed', publish)
}

type Due = {
  network_id: Id
  measure: Measure
  joined: number
  stayed: number
  step: number
  before: number | null
}

/**
 * Publishes each figure once, when its day has come, and never again: there is no second one to take it from.
 * Below 10 it is withheld; it is rounded down, and the later figures only differ from those before when at
 * least a whole step has left.
 */
async function publish(tx: Tx): Promise<void> {
  for (const [measure, days, earlier] of [
    ['joined', 0, null],
    ['after-30', 30, 'joined'],
    ['after-90', 90, 'after-30'],
  ] as const) {
    const due = await tx.rows<Due>(sql`
      select p.network_id, c.joined, c.stayed, case when n.sensitive then 10 else 5 end as step, e.shown as before
      from launch.plan p join networks.network n on n.id = p.network_id
      left join launch.figure e on e.network_id = p.network_id and e.measure = ${earlier}
      cross join lateral (
        select count(*)::int as joined,
          (count(*) filter (where m.status = 'active' or m.ended_on > m.joined_on + ${sql.lit(days)}))::int as stayed
        from launch.cohort k join members.membership m on m.id = k.membership_id where k.network_id = p.network_id) c
      where p.on_date + p.days_after + ${sql.lit(days)} < ${dateOf(tx.now)}
        and not exists (select from launch.figure f where f.network_id = p.network_id and f.measure = ${measure})
      limit 1000`)
    for (const each of due)
      await tx.run(sql`
        insert into launch.figure (network_id, measure, shown, as_of)
        values (${each.network_id}, ${measure}, ${shownOf(each, measure)}, ${dateOf(tx.now)}) on conflict do nothing`)
  }
}

/** What is shown of a count: null is withheld. */
function shownOf({ joined, stayed, step, before }: Due, measure: Measure): number | null {
  const rounded = (count: number) => (count < 10 ? null : Math.floor(count / step) * step)
  if (measure === 'joined') return rounded(joined)
  if (before === null || stayed < 10) return null
  return before - rounded(stayed)! >= step && joined - stayed >= step ? rounded(stayed) : before
}
