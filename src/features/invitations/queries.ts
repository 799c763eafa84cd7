import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import { addressesOf, invitedTag, type Id } from '#kernel/viewer.ts'
import { refuseAll, refusedAmong } from './in-peace.ts'

/** What is sealed in an invitation: to whom, what whoever invites them wrote, and the name of a member who invites. */
export type Content = { name: string; address: string; note: string; from?: string }

export type Invitation = {
  id: Id
  network_id: Id
  status: string
  category: 'member' | 'ally'
  origin: string
  content: Content | null
  /** Whether the viewer is signed in as the invited person; undefined when nobody is signed in. */
  mine: boolean | undefined
}

/** An invitation, if it is to the viewer: by their address, or by the link they followed. */
export async function myInvitation(tx: Tx, id: Id): Promise<Invitation | undefined> {
  const row = await tx.row<
    Omit<Invitation, 'content' | 'mine'> & {
      content_sealed: Uint8Array | null
      mine: boolean | null
    }
  >(sql`
    select id, network_id, status, category, origin, content_sealed, tag = any (${mineOf(tx)}::bytea[]) as mine from invitations.invitation
    where id = ${id} and (status <> 'waiting' or expires_on >= ${dateOf(tx.now)})`)
  if (!row) return undefined
  const { content_sealed, mine, ...rest } = row
  return {
    ...rest,
    mine: tx.viewer.kind === 'person' ? mine === true : undefined,
    content: content_sealed && openContent(tx.keys, row.network_id, row.id, content_sealed),
  }
}

/** No, thank you: this network does not ask this address again. As whoever holds the link. */
export async function decline(tx: Tx, id: Id): Promise<void> {
  await tx.run(
    sql`update invitations.invitation set status = 'declined', content_sealed = null where id = ${id} and status = 'waiting'`,
  )
}

/** No, and not from any network either. As whoever holds the link. */
export async function declineAll(tx: Tx, id: Id): Promise<void> {
  await decline(tx, id)
  const tag = await tagOf(tx, id)
  if (tag)
    await tx.asSystem('note that an address wants no invitations', (system) =>
      refuseAll(system, tag),
    )
}

/** Whether whoever was invited by this wants no invitation from any network. As whoever holds the link. */
export async function wantsNone(tx: Tx, id: Id): Promise<boolean> {
  const tag = await tagOf(tx, id)
  if (!tag) return false
  return tx.asSystem(
    'see whether an address wants no invitations',
    async (system) => (await refusedAmong(system, [tag])).size > 0,
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

/** Invitations that wait no longer say who sent them. As the application. */
export async function forgetInviter(tx: Tx, memberships: readonly Id[]): Promise<void> {
  const rows = await tx.rows<{ id: Id; network_id: Id; content_sealed: Uint8Array | null }>(sql`
    update invitations.invitation set inviter_id = null
    where inviter_id = any (${memberships}::uuid[]) returning id, network_id, content_sealed`)
  for (const { id, network_id, content_sealed } of rows) {
    if (!content_sealed) continue
    const { from: _, ...rest } = openContent(tx.keys, network_id, id, content_sealed)
    await tx.run(sql`
      update invitations.invitation set content_sealed = ${sealContent(tx.keys, network_id, id, rest)} where id = ${id}`)
  }
}

const mineOf = (tx: Tx) =>
  tx.viewer.kind === 'person'
    ? addressesOf(tx.viewer).map((address) => invitedTag(tx.keys, address))
    : []

/** Seals what an invitation says, bound to its row. */
export function sealContent(keys: Keys, network: Id, invitation: Id, content: Content): Buffer {
  return keys.seal(`network:${network}`, placeOf(invitation), JSON.stringify(content))
}

/** Opens what an invitation says. */
export function openContent(keys: Keys, network: Id, invitation: Id, sealed: Uint8Array): Content {
  return JSON.parse(keys.open(`network:${network}`, placeOf(invitation), sealed)) as Content
}

async function tagOf(tx: Tx, id: Id): Promise<string | undefined> {
  const row = await tx.row<{ tag: string }>(
    sql`select encode(tag, 'hex') as tag from invitations.invitation where id = ${id}`,
  )
  return row?.tag
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
