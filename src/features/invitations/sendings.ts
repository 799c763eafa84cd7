import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Position } from '#kernel/position.ts'
import { invitedTag, type Id, type Person } from '#kernel/viewer.ts'
import { auditNetwork } from '#kernel/audit.ts'
import type { Network } from '#features/networks/index.ts'
import { tagsIn } from './in-peace.ts'
import { joinedTag } from './queries.ts'

/* What whoever invites sees of it: that they did. Nothing here changes with what came of it. */

/** A member who invites: `name` is there where members see each other's names. */
export type Inviter = { membership: Id; name?: string }

/** Somebody whom the viewer invited. `joined` is told only where members see each other's names. */
export type Sending = { id: Id; name: string; address: string; invitedOn: string; joined: boolean }

type Written = { name: string; address: string; key: string }

const pageOf = 50

/** Whether a network tells nobody, its leads included, who of those invited has joined. */
export const isDiscreet = (network: Pick<Network, 'names' | 'sensitive'>): boolean =>
  network.sensitive || network.names === 'nobody'

/** Notes that these were invited by a member, or by the leads of a discreet network: each once. */
export async function noteSendings(
  tx: Tx,
  network: Id,
  by: Inviter | undefined,
  people: readonly Written[],
): Promise<void> {
  const rows = people.map(({ name, address, key }) => {
    const id = crypto.randomUUID()
    const written: Written = { name, address, key }
    const sealed = tx.keys.seal(`network:${network}`, placeOf(id), JSON.stringify(written))
    const tag = sendingTag(tx.keys, network, by?.membership, key)
    return { id, tag: tag.toString('hex'), sealed: sealed.toString('hex') }
  })
  await tx.run(sql`
    insert into invitations.sending (id, network_id, inviter_id, tag, content_sealed, invited_on)
    select id, ${network}, ${by?.membership ?? null}::uuid, decode(tag, 'hex'), decode(sealed, 'hex'), ${dateOf(tx.now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, tag text, sealed text)
    on conflict (tag) do nothing`)
}

/** Whom a member invited, or with `undefined` the leads of a discreet network; the newest first. */
export async function sendingsOf(
  tx: Tx,
  network: Pick<Network, 'id' | 'names' | 'sensitive'>,
  inviter: Id | undefined,
  after?: Position,
): Promise<{ sendings: Sending[]; next?: Position }> {
  const rows = await tx.rows<{ id: Id; content_sealed: Uint8Array; invited_on: string }>(sql`
    select id, content_sealed, invited_on from invitations.sending
    where network_id = ${network.id} and inviter_id ${inviter ? sql`= ${inviter}` : sql`is null`}
      ${after ? sql`and (invited_on < ${after.on} or (invited_on = ${after.on} and id > ${after.id}))` : sql``}
    order by invited_on desc, id limit ${sql.lit(pageOf + 1)}`)
  const last = rows.length > pageOf ? rows[pageOf - 1] : undefined
  const shown = rows.slice(0, pageOf).map((row) => ({
    id: row.id,
    invitedOn: row.invited_on,
    ...openWritten(tx.keys, network.id, row.id, row.content_sealed),
  }))
  const joined =
    inviter && network.names === 'members' && !network.sensitive
      ? await joinedAmong(tx, network.id, inviter, shown)
      : new Set<string>()
  return {
    sendings: shown.map(({ id, name, address, invitedOn, key }) => ({
      id,
      name,
      address,
      invitedOn,
      joined: joined.has(key),
    })),
    next: last && { on: last.invited_on, id: last.id },
  }
}

/**
 * Takes back an invitation that the viewer sent: its link does nothing any more, if it still did. Out: false
 * when it is no longer in their list. What came of it meanwhile is not told.
 */
export async function takeBack(
  tx: Tx,
  network: Id,
  id: Id,
  actor: Id | undefined,
): Promise<boolean> {
  const row = await tx.row<{ inviter_id: Id | null; content_sealed: Uint8Array }>(sql`
    delete from invitations.sending where id = ${id} and network_id = ${network} returning inviter_id, content_sealed`)
  if (!row) return false
  const { key } = openWritten(tx.keys, network, id, row.content_sealed)
  await tx.asSystem('take back an invitation for whoever sent it', (system) =>
    system.run(sql`
      update invitations.invitation set status = 'withdrawn', content_sealed = null
      where network_id = ${network} and tag = ${invitedTag(system.keys, key)} and status = 'waiting'
        and inviter_id is not distinct from ${row.inviter_id}::uuid`),
  )
  await auditNetwork(tx, 'invitations.withdrawn', { network, actor })
  return true
}

/** All that a person sent as a member, for them to read: as that person. */
export async function sentBy(tx: Tx, me: Person): Promise<Record<string, unknown>[]> {
  const rows = await tx.rows<{
    id: Id
    network_id: Id
    network: string | null
    invited: string
    content_sealed: Uint8Array
  }>(sql`
    select s.id, s.network_id, n.name as network, s.invited_on as invited, s.content_sealed
    from invitations.sending s left join networks.network n on n.id = s.network_id
    where s.inviter_id = any (${me.memberships}::uuid[]) order by s.invited_on desc, s.id`)
  return rows.map(({ id, network_id, network, invited, content_sealed }) => {
    const { name, address } = openWritten(tx.keys, network_id, id, content_sealed)
    return { network, invited, name, address }
  })
}

/** Forgets what a person sent, and that others noted having invited them. As the application. */
export async function forgetSendings(
  system: Tx,
  memberships: readonly Id[],
  addresses: readonly string[],
): Promise<void> {
  await system.run(
    sql`delete from invitations.sending where inviter_id = any (${memberships}::uuid[])`,
  )
  const inviters = await system.rows<{ network_id: Id; inviter_id: Id | null }>(
    sql`select distinct network_id, inviter_id from invitations.sending`,
  )
  const tags = inviters.flatMap(({ network_id, inviter_id }) =>
    addresses.map((key) =>
      sendingTag(system.keys, network_id, inviter_id ?? undefined, key).toString('hex'),
    ),
  )
  await system.run(sql`delete from invitations.sending where tag = any (${tagsIn(tags)})`)
}

/** Thirty days after it could be sent, nothing of it is left. As the application. */
export async function retireSendings(system: Tx): Promise<number> {
  const today = dateOf(system.now)
  return system.run(sql`
    delete from invitations.sending s using networks.network n
    where n.id = s.network_id and (greatest(s.invited_on, n.live_on) < ${addDays(today, -30)} and n.live_on is not null
      or s.invited_on < ${addDays(today, -365)})`)
}

/** Who of these has joined by the invitation of this member. */
async function joinedAmong(
  tx: Tx,
  network: Id,
  inviter: Id,
  people: readonly Written[],
): Promise<Set<string>> {
  const keyOf = new Map(
    people.map(({ key }) => {
      const joined = joinedTag(tx.keys, network, invitedTag(tx.keys, key))
      return [joined.toString('hex'), key] as const
    }),
  )
  const rows = await tx.asSystem('tell a member who joined by their invitation', (system) =>
    system.rows<{ tag: string }>(sql`
      select encode(tag, 'hex') as tag from invitations.invitation
      where network_id = ${network} and inviter_id = ${inviter} and status = 'accepted' and tag = any (${tagsIn([...keyOf.keys()])})`),
  )
  return new Set(rows.map((row) => keyOf.get(row.tag)!))
}

const sendingTag = (keys: Keys, network: Id, inviter: Id | undefined, key: string) =>
  keys.tag(`network:${network}`, `sending\0${inviter ?? ''}\0${key}`)

const openWritten = (keys: Keys, network: Id, id: Id, sealed: Uint8Array): Written =>
  JSON.parse(keys.open(`network:${network}`, placeOf(id), sealed)) as Written

const placeOf = (id: Id) => ({ table: 'invitations.sending', column: 'content', row: id })
