import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import { invitedTag, type Id } from '#kernel/viewer.ts'

/** What is sealed in an invitation: to whom, and what whoever invites them wrote. */
export type Content = { name: string; address: string; note: string }

export type Invitation = {
  id: Id
  network_id: Id
  status: string
  category: 'member' | 'ally'
  content: Content | null
}

/** An invitation that waits for an answer, as the network's leads see it. */
export type Waiting = {
  id: Id
  name: string
  address: string
  invitedOn: string
  sentOn: string | null
  expiresOn: string
}

/** A place in the list, to go on from: `2026-11-21.<id>`. */
export type Cursor = { invitedOn: string; id: Id }

const pageOf = 50

/** An invitation, if it is to the viewer: by their address, or by the link they followed. */
export async function myInvitation(tx: Tx, id: Id): Promise<Invitation | undefined> {
  const row = await tx.row<Omit<Invitation, 'content'> & { content_sealed: Uint8Array | null }>(sql`
    select id, network_id, status, category, content_sealed from invitations.invitation
    where id = ${id} and (status <> 'waiting' or expires_on >= ${dateOf(tx.now)})`)
  return (
    row && {
      id: row.id,
      network_id: row.network_id,
      status: row.status,
      category: row.category,
      content:
        row.content_sealed && openContent(tx.keys, row.network_id, row.id, row.content_sealed),
    }
  )
}

/** The invitations to a network that wait for an answer, the newest first; `next` is where the following page starts. */
export async function waitingInvitations(
  tx: Tx,
  network: Id,
  after?: Cursor,
): Promise<{ invitations: Waiting[]; next?: Cursor }> {
  const rows = await tx.rows<{
    id: Id
    content_sealed: Uint8Array
    invited_on: string
    sent_on: string | null
    expires_on: string
  }>(sql`
    select id, content_sealed, invited_on, sent_on, expires_on from invitations.invitation
    where network_id = ${network} and status = 'waiting'
      ${after ? sql`and (invited_on < ${after.invitedOn} or (invited_on = ${after.invitedOn} and id > ${after.id}))` : sql``}
    order by invited_on desc, id limit ${sql.lit(pageOf + 1)}`)
  const last = rows.length > pageOf ? rows[pageOf - 1] : undefined
  return {
    invitations: rows.slice(0, pageOf).map((row) => {
      const { name, address } = openContent(tx.keys, network, row.id, row.content_sealed)
      return {
        id: row.id,
        name,
        address,
        invitedOn: row.invited_on,
        sentOn: row.sent_on,
        expiresOn: row.expires_on,
      }
    }),
    next: last && { invitedOn: last.invited_on, id: last.id },
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

/** No, thank you: this network does not ask this address again. As whoever holds the link. */
export async function decline(tx: Tx, id: Id): Promise<void> {
  await tx.run(
    sql`update invitations.invitation set status = 'declined', content_sealed = null where id = ${id} and status = 'waiting'`,
  )
}

/**
 * Accepts what invites an address that has proved itself to any of these networks that are live. As the application.
 * Out: the networks that invited it. The tag by which it was invited goes: it is the same in every network.
 */
export async function acceptFor(
  tx: Tx,
  networks: readonly Id[],
  address: string,
): Promise<Set<Id>> {
  const tag = invitedTag(tx.keys, address)
  const joining = networks.map((network) => ({
    network,
    tag: joinedTag(tx.keys, network, tag).toString('hex'),
  }))
  const rows = await tx.rows<{ network_id: Id }>(sql`
    update invitations.invitation set status = 'accepted', content_sealed = null, tag = decode(joining.tag, 'hex')
    from jsonb_to_recordset(${JSON.stringify(joining)}::jsonb) as joining (network uuid, tag text)
    where invitation.tag = ${tag} and network_id = joining.network and status = 'waiting' and expires_on >= ${dateOf(tx.now)}
      and exists (select from networks.network n where n.id = network_id and n.status = 'live')
    returning network_id`)
  return new Set(rows.map((row) => row.network_id))
}

/** What nobody answered in time is over; what is over for a year is forgotten, but for those who said no. As the application. */
export async function retireInvitations(tx: Tx): Promise<number> {
  const today = dateOf(tx.now)
  const over = await tx.run(sql`
    update invitations.invitation set status = 'expired', content_sealed = null where status = 'waiting' and expires_on < ${today}`)
  const forgotten = await tx.run(sql`
    delete from invitations.invitation where status in ('accepted', 'withdrawn', 'expired') and expires_on < ${today}::date - 365`)
  return over + forgotten
}

export function sealContent(keys: Keys, network: Id, invitation: Id, content: Content): Buffer {
  return keys.seal(`network:${network}`, placeOf(invitation), JSON.stringify(content))
}

export function openContent(keys: Keys, network: Id, invitation: Id, sealed: Uint8Array): Content {
  return JSON.parse(keys.open(`network:${network}`, placeOf(invitation), sealed)) as Content
}

const placeOf = (invitation: Id) => ({
  table: 'invitations.invitation',
  column: 'content',
  row: invitation,
})

/**
 * The tag of an address that said yes: made of its tag for invitations under the network's key, so that no two
 * networks can be seen to have the same member.
 */
export function joinedTag(keys: Keys, network: Id, invited: Buffer): Buffer {
  return keys.tag(`network:${network}`, `invited\0${invited.toString('hex')}`)
}

/** Every tag that an invitation to one of these addresses may carry, whatever was answered. As the application. */
export async function allTags(tx: Tx, addresses: readonly string[]): Promise<Buffer[]> {
  const networks = await tx.rows<{ id: Id }>(sql`select id from networks.network`)
  return addresses.flatMap((address) => {
    const invited = invitedTag(tx.keys, address)
    return [invited, ...networks.map(({ id }) => joinedTag(tx.keys, id, invited))]
  })
}
