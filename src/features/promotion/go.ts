import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

/** The network behind a short link, if the viewer may know of it. One query, whatever there is. */
export async function behindLink(
  tx: Tx,
  code: string,
): Promise<{ id: Id; slug: string; code: string } | undefined> {
  return tx.row<{ id: Id; slug: string; code: string }>(sql`
    select n.id, n.slug, ${code}::text as code from networks.network n
    where n.id = (select promotion.network_behind(${code}))`)
}
