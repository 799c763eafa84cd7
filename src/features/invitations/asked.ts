import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Waiting } from '#kernel/feature.ts'
import type { Id } from '#kernel/viewer.ts'
import { invitationPath } from './emails.ts'

/**
 * The invitations that have gone out to the viewer's address and can be answered now, the newest first. One
 * query. Nobody chose to have them, so a sensitive network is named on the page behind, and not before.
 */
export async function invited(tx: Tx): Promise<Waiting[]> {
  const rows = await tx.rows<{ id: Id; name: string; sensitive: boolean }>(sql`
    select i.id, n.name, n.sensitive from invitations.invitation i join networks.network n on n.id = i.network_id
    where i.tag = (select app.invited()) and i.status = 'waiting' and i.sent_on is not null
      and i.expires_on >= ${dateOf(tx.now)} and n.status = 'live'
      and not exists (select from members.membership m where m.network_id = i.network_id
        and m.id = any ((select app.memberships())::uuid[]) and m.status in ('active', 'requested', 'waiting'))
    order by i.invited_on desc, i.id limit 20`)
  return rows.map(({ id, name, sensitive }) => ({
    text: sensitive
      ? 'You have an invitation to join a network'
      : `You are invited to join ${name}`,
    href: invitationPath(tx.keys, id),
  }))
}
