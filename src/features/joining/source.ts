import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

/** The code of a link, as typed into its address; undefined when it is none of ours. */
export function readCode(typed: string): string | undefined {
  const code = typed.toLowerCase()
  return /^[a-z0-9-]{1,40}$/.test(code) ? code : undefined
}

/** Counts that someone who followed a link started to join, or joined. Never who. As the application. */
export async function countSource(
  tx: Tx,
  what: 'started' | 'joined',
  seen: readonly { network: Id; code: string }[],
): Promise<void> {
  if (seen.length === 0) return
  const one = what === 'started' ? sql`1, 0` : sql`0, 1`
  await tx.run(sql`
    insert into joining.source as s (network_id, code, day, started, joined)
    select network, code, ${dateOf(tx.now)}, ${one} from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as seen (network uuid, code text) order by network
    on conflict (network_id, code, day) do update set started = s.started + excluded.started, joined = s.joined + excluded.joined`)
}
