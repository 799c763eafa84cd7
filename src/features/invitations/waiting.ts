import { auditNetwork } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { unreachableAmong } from '#kernel/mail/unreachable.ts'
import type { Position } from '#kernel/position.ts'
import type { Id } from '#kernel/viewer.ts'
import { openContent } from './queries.ts'

/** An invitation that waits for an answer, as the network's leads see it. */
export type Waiting = {
  id: Id
  name: string
  address: string
  invitedOn: string
  sentOn: string | null
  expiresOn: string
  /** Emails to the address come back. */
  unreachable: boolean
}

const pageOf = 50

/** The invitations to a network that wait for an answer, the newest first; `next` is where the following page starts. */
export async function waitingInvitations(
  tx: Tx,
  network: Id,
  after?: Position,
): Promise<{ invitations: Waiting[]; next?: Position }> {
  const rows = await tx.rows<{
    id: Id
    content_sealed: Uint8Array
    invited_on: string
    sent_on: string | null
    expires_on: string
  }>(sql`
    select id, content_sealed, invited_on, sent_on, expires_on from invitations.invitation
    where network_id = ${network} and status = 'waiting'
      ${after ? sql`and (invited_on < ${after.on} or (invited_on = ${after.on} and id > ${after.id}))` : sql``}
    order by invited_on desc, id limit ${sql.lit(pageOf + 1)}`)
  const last = rows.length > pageOf ? rows[pageOf - 1] : undefined
  const shown = rows.slice(0, pageOf).map((row) => ({
    row,
    content: openContent(tx.keys, network, row.id, row.content_sealed),
  }))
  const unreachable = await tx.asSystem('tell leads whom emails do not reach', (system) =>
    unreachableAmong(
      system,
      shown.map(({ content }) => content.address),
    ),
  )
  return {
    invitations: shown.map(({ row, content: { name, address } }) => {
      return {
        id: row.id,
        unreachable: unreachable.has(address),
        name,
        address,
        invitedOn: row.invited_on,
        sentOn: row.sent_on,
        expiresOn: row.expires_on,
      }
    }),
    next: last && { on: last.invited_on, id: last.id },
  }
}

/** Takes an invitation back: its link does nothing any more. Out: false when it was answered meanwhile. */
export async function withdraw(
  tx: Tx,
  network: Id,
  id: Id,
  actor: Id | undefined,
): Promise<boolean> {
  const done = await tx.run(sql`
    update invitations.invitation set status = 'withdrawn', content_sealed = null
    where id = ${id} and network_id = ${network} and status = 'waiting'`)
  if (done) await auditNetwork(tx, 'invitations.withdrawn', { network, actor })
  return done === 1
}
