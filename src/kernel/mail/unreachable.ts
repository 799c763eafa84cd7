import { dateOf } from '../clock.ts'
import { sql, type Tx } from '../db.ts'
import type { Keys } from '../keys.ts'

/* Addresses that emails do not reach: refused for good, or for three days on end. Nothing else is known of them. */

/** Emails to these do not arrive. As the application. */
export async function noteUnreachable(tx: Tx, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return
  await tx.run(sql`
    insert into kernel.unreachable (tag, since) select distinct tag, ${dateOf(tx.now)}::date
    from unnest(${tagsOf(tx.keys, addresses)}::bytea[]) as given (tag) on conflict (tag) do nothing`)
}

/** An email arrived there, or nobody uses the address here any more. As the application. */
export async function noteReached(tx: Tx, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return
  await tx.run(
    sql`delete from kernel.unreachable where tag = any (${tagsOf(tx.keys, addresses)}::bytea[])`,
  )
}

/** Whether there is any address that emails do not reach: asked before many are looked up. As the application. */
export async function isAnyUnreachable(tx: Tx): Promise<boolean> {
  const row = await tx.row<{ any: boolean }>(
    sql`select exists (select from kernel.unreachable) as any`,
  )
  return row!.any
}

/** Which of these do emails not reach? One query. As the application. */
export async function unreachableAmong(tx: Tx, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set()
  const tags = tagsOf(tx.keys, addresses)
  const rows = await tx.rows<{ tag: string }>(
    sql`select encode(tag, 'hex') as tag from kernel.unreachable where tag = any (${tags}::bytea[])`,
  )
  const found = new Set(rows.map((row) => row.tag))
  return new Set(addresses.filter((_, i) => found.has(tags[i]!.toString('hex'))))
}

const tagsOf = (keys: Keys, addresses: readonly string[]) =>
  addresses.map((address) => keys.tag('unreachable', address.trim().toLowerCase()))
