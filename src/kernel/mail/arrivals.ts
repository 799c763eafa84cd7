import { sql, type Tx } from '../db.ts'
import type { Job } from '../feature.ts'
import { noteReached, noteUnreachable } from './unreachable.ts'

/** What became of an email that was taken: when that was known, and whether it arrived. */
export type Arrival = { address: string; at: Date; arrived: boolean }

/**
 * Asks where it is only known later whether emails arrived, as with GOV.UK Notify: those decided since it was
 * last asked, in the order in which they were.
 */
export const arrivalsJob: Job = {
  name: 'mail.arrivals',
  every: '*/15 * * * *',
  async run(app) {
    if (!app.transport.arrivals) return
    const since = await app.db.asSystem(asking, lastAsked)
    const arrivals = await app.transport.arrivals(since)
    if (arrivals.length === 0) return
    await app.db.asSystem(asking, (tx) => note(tx, arrivals))
  },
}

const asking = 'ask whether emails arrived'
const setting = 'secret.mail-arrivals'

/** When asked for the first time: what a day has decided. */
async function lastAsked(tx: Tx): Promise<Date> {
  const row = await tx.row<{ value: string }>(
    sql`select value from kernel.setting where name = ${setting}`,
  )
  return row ? new Date(row.value) : new Date(tx.now.getTime() - 86_400_000)
}

async function note(tx: Tx, arrivals: readonly Arrival[]): Promise<void> {
  const inOrder = arrivals.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const last = new Map(inOrder.map(({ address, arrived }) => [address.toLowerCase(), arrived]))
  const those = (arrived: boolean) =>
    [...last].filter((each) => each[1] === arrived).map(([address]) => address)
  await noteUnreachable(tx, those(false))
  await noteReached(tx, those(true))
  await tx.run(sql`
    insert into kernel.setting (name, value) values (${setting}, ${inOrder.at(-1)!.at.toISOString()})
    on conflict (name) do update set value = excluded.value`)
}
