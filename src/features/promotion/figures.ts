import type { App } from '#kernel/app.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

export type Measure = 'opened' | 'started' | 'joined'
/** What is published of a link: in steps; what is not there is withheld. */
export type Figures = Partial<Record<Measure, number>>

/** Below this nothing is told. */
export const threshold = 10

/** Figures go up in steps of so many. */
const stepOf = (network: { sensitive: boolean }): number => (network.sensitive ? 10 : 5)

/** What is published of the links of a network, by placement. */
export async function figuresOf(
  tx: Tx,
  network: { id: Id; sensitive: boolean },
): Promise<Map<Id, Figures>> {
  const rows = await tx.rows<{ placement_id: Id; measure: Measure; shown: number }>(sql`
    select f.placement_id, f.measure, f.shown from promotion.figure f
    join promotion.placement p on p.id = f.placement_id where p.network_id = ${network.id} and p.retired_on is null`)
  const step = stepOf(network)
  const figures = new Map<Id, Figures>()
  for (const { placement_id, measure, shown } of rows) {
    // A network may have become sensitive since.
    const rounded = Math.floor(shown / step) * step
    figures.set(placement_id, { ...figures.get(placement_id), [measure]: rounded })
  }
  return figures
}

/**
 * Publishes what was counted: nothing below 10, rounded down, and anew only once it grew by a whole step. So
 * no figure, and no difference between two of them, tells of fewer people than that. Each night.
 */
export async function publishFigures(app: App): Promise<void> {
  await app.db.asSystem('publish how often links were opened', async (tx) => {
    await tx.run(sql`
      with risen as (
        select p.id, m.measure, m.count, case when n.sensitive then 10 else 5 end as step
        from promotion.placement p join networks.network n on n.id = p.network_id
        cross join lateral (
          select coalesce(sum(opened), 0)::int as opened, coalesce(sum(started), 0)::int as started, coalesce(sum(joined), 0)::int as joined
          from joining.source where network_id = p.network_id and code = p.code) s
        cross join lateral (values ('opened', s.opened), ('started', s.started), ('joined', s.joined)) m (measure, count)
        left join promotion.counted c on c.placement_id = p.id and c.measure = m.measure
        where p.retired_on is null and m.count >= ${threshold}
          and m.count - coalesce(c.counted, 0) >= case when n.sensitive then 10 else 5 end),
      noted as (
        insert into promotion.counted (placement_id, measure, counted) select id, measure, count from risen
        on conflict (placement_id, measure) do update set counted = excluded.counted)
      insert into promotion.figure (placement_id, measure, shown, as_of)
      select id, measure, count / step * step, ${dateOf(tx.now)}::date from risen
      on conflict (placement_id, measure) do update set shown = excluded.shown, as_of = excluded.as_of`)
  })
}
