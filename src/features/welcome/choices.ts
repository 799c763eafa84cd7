import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { auditAct } from '#features/networks/index.ts'

/** What a network does for those who join. `series_since`: from whose joining on the first weeks' emails go. */
export type Choice = { series_since: string | null; buddies: boolean; buddy_days: 30 | 60 }

/** What a network has chosen. One that has not said does nothing more than welcome. */
export async function choiceOf(tx: Tx, network: Id): Promise<Choice> {
  const row = await tx.row<Choice>(
    sql`select series_since, buddies, buddy_days from welcome.choice where network_id = ${network}`,
  )
  return row ?? { series_since: null, buddies: false, buddy_days: 30 }
}

/** Leads let the emails of the first weeks go to those who join from today on, or stop them. */
export async function switchSeries(tx: Tx, network: Id, on: boolean): Promise<void> {
  const changed = await tx.run(sql`
    insert into welcome.choice (network_id, series_since) values (${network}, ${on ? dateOf(tx.now) : null})
    on conflict (network_id) do update set series_since = excluded.series_since
      where (welcome.choice.series_since is null) <> (excluded.series_since is null)`)
  if (changed) await auditAct(tx, on ? 'welcome.series-on' : 'welcome.series-off', network)
}

/** Leads let members be buddies, for so many days; or no longer: then who asked and who offered is forgotten. */
export async function switchBuddies(tx: Tx, network: Id, days: 30 | 60 | null): Promise<void> {
  await tx.run(sql`
    insert into welcome.choice (network_id, buddies, buddy_days) values (${network}, ${days !== null}, ${days ?? 30})
    on conflict (network_id) do update set buddies = excluded.buddies, buddy_days = excluded.buddy_days`)
  if (days === null)
    await tx.asSystem('forget who asked for a buddy, since there are none any more', (system) =>
      system.run(sql`delete from welcome.buddy where network_id = ${network}`),
    )
  await auditAct(tx, days === null ? 'welcome.buddies-off' : 'welcome.buddies-on', network)
}

/** Leads of a new network have them from the start. As the application. */
export async function beginSeries(tx: Tx, network: Id): Promise<void> {
  await tx.run(sql`
    insert into welcome.choice (network_id, series_since) values (${network}, ${dateOf(tx.now)}) on conflict do nothing`)
}
