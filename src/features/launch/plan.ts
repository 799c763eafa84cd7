import { dateOf, addDays } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { auditAct } from '#features/networks/index.ts'

export type Format = 'online' | 'in-person' | 'hybrid'

/** When and how a network opens with an event. `starts` is in minutes of the day. */
export type Plan = {
  on_date: string
  starts: number
  format: Format
  place: string
  days_before: number
  days_after: number
}

type Row = Omit<Plan, 'place'> & { id: Id; place_sealed: Uint8Array }

/** The launch of a network, when one is planned. */
export async function planOf(tx: Tx, network: Id): Promise<Plan | undefined> {
  const row = await tx.row<Row>(sql`
    select id, on_date, starts, format, place_sealed, days_before, days_after from launch.plan where network_id = ${network}`)
  if (!row) return undefined
  const { id, place_sealed, ...plan } = row
  return { ...plan, place: tx.keys.open(`network:${network}`, placeOf(id), place_sealed) }
}

/**
 * Sets the day, or moves it. Once its days of joining are over they are counted, and it stays as it was: moving
 * them by a day and counting again would tell of one person. Out: false then.
 */
export async function setPlan(tx: Tx, network: Id, plan: Plan): Promise<boolean> {
  const known = await tx.row<{ id: Id }>(
    sql`select id from launch.plan where network_id = ${network}`,
  )
  const id = known?.id ?? crypto.randomUUID()
  const place = tx.keys.seal(`network:${network}`, placeOf(id), plan.place)
  const changed = known
    ? await tx.run(sql`
        update launch.plan set on_date = ${plan.on_date}, starts = ${plan.starts}, format = ${plan.format}, place_sealed = ${place},
          days_before = ${plan.days_before}, days_after = ${plan.days_after}
        where id = ${id} and on_date + days_after >= ${dateOf(tx.now)}`)
    : await tx.run(sql`
        insert into launch.plan (id, network_id, on_date, starts, format, place_sealed, days_before, days_after)
        values (${id}, ${network}, ${plan.on_date}, ${plan.starts}, ${plan.format}, ${place}, ${plan.days_before}, ${plan.days_after})
        on conflict (network_id) do nothing`)
  if (changed) await auditAct(tx, 'launch.planned', network, { on: plan.on_date })
  return changed > 0
}

/** Whether the days of joining are over: from then on the plan stays as it is. */
export function isOver(plan: Plan, today: string): boolean {
  return addDays(plan.on_date, plan.days_after) < today
}

const placeOf = (row: Id) => ({ table: 'launch.plan', column: 'place', row })
