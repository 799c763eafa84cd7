import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { lettersOf, type Letter } from './letters.ts'

/** What the link of an email leads to: the network that someone would join, and its news. */
export type Linked = { name: string; status: string; letters: Letter[] }

/** What is behind a link, for whoever holds it. Out: undefined when nothing is noted any more. */
export async function interestByLink(tx: Tx, interest: Id): Promise<Linked | undefined> {
  return tx.asSystem('show someone what their link is about', async (system) => {
    const row = await system.row<{ id: Id; name: string; status: string }>(sql`
      select n.id, n.name, n.status from demand.interest i join networks.network n on n.id = i.network_id where i.id = ${interest}`)
    if (!row) return undefined
    const letters = await lettersOf(system, row.id)
    return { name: row.name, status: row.status, letters: letters.filter(({ text }) => text) }
  })
}

/** Whoever holds the link has changed their mind: nothing of it stays. */
export async function withdrawByLink(tx: Tx, interest: Id): Promise<void> {
  await tx.asSystem('forget that someone would join a proposed network', (system) =>
    system.run(sql`delete from demand.interest where id = ${interest}`),
  )
}
