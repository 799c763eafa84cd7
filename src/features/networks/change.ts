import { sql, type Tx } from '#kernel/db.ts'
import { auditAct } from './acting.ts'
import type { Network } from './find.ts'

/** What leads change at any time, and it holds at once. */
export type About = Pick<
  Network,
  | 'name'
  | 'type'
  | 'purpose'
  | 'audience'
  | 'mission'
  | 'priorities'
  | 'theme'
  | 'region'
  | 'contact'
  | 'joining_reason'
>

/** Changes what a network says of itself. As a lead. What stays the same is not written. */
export async function changeNetwork(
  tx: Tx,
  network: Network,
  wanted: Partial<About>,
): Promise<void> {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => network[name as keyof About] !== value,
  )
  if (changed.length === 0) return
  const set = sql.join(changed.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
  await tx.run(sql`update networks.network set ${set} where id = ${network.id}`)
  await auditAct(tx, 'networks.changed', network.id, {
    what: changed.map(([name]) => name.replace('_', ' ')).join(', '),
  })
}
