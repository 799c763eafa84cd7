import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

/** The code of a link, as typed into its address; undefined when it is none of ours. */
export function readCode(typed: string): string | undefined {
  const code = typed.toLowerCase()
  return /^[a-z0-9-]{1,40}$/.test(code) ? code : undefined
}

/** A link of a network, by its code. */
export type Link = { network: Id; code: string }

/** Counts that someone opened a link, or after that started to join, or joined. Never who. As the application. */
export async function countSource(
  tx: Tx,
  what: 'opened' | 'started' | 'joined',
  seen: readonly Link[],
): Promise<void> {
  if (seen.length === 0) return
  const one = { opened: sql`1, 0, 0`, started: sql`0, 1, 0`, joined: sql`0, 0, 1` }[what]
  await tx.run(sql`
    insert into joining.source as s (network_id, code, day, opened, started, joined)
    select network, code, ${dateOf(tx.now)}, ${one} from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as seen (network uuid, code text) order by network
    on conflict (network_id, code, day) do update
      set opened = s.opened + excluded.opened, started = s.started + excluded.started, joined = s.joined + excluded.joined`)
}

/** What came of a link on one day. */
export type LinkDay = Link & { day: string; opened: number; started: number; joined: number }

/** Writes down what was counted elsewhere, many days at once. As the application. */
export async function countDays(tx: Tx, days: readonly LinkDay[]): Promise<void> {
  await tx.run(sql`
    insert into joining.source (network_id, code, day, opened, started, joined)
    select network, code, day, opened, started, joined
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as counted (network uuid, code text, day date, opened int, started int, joined int)
    on conflict do nothing`)
}

/** Takes back that links were opened, on these days: it was no person who did. As the application. */
export async function discountOpened(
  tx: Tx,
  seen: readonly (Link & { day: string; times: number })[],
): Promise<void> {
  await tx.run(sql`
    update joining.source s set opened = greatest(s.opened - seen.times, 0)
    from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as seen (network uuid, code text, day date, times int)
    where s.network_id = seen.network and s.code = seen.code and s.day = seen.day`)
}
