import { auditNetwork } from '#kernel/audit.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { allowed, sql, type Tx } from '#kernel/db.ts'
import { enqueue } from '#kernel/jobs.ts'
import { invitedTag, type Id } from '#kernel/viewer.ts'
import type { Network } from '#features/networks/index.ts'
import { answeredAmong, makeWay, membersAmong } from './in-peace.ts'
import { sealContent } from './queries.ts'
import { isDiscreet, noteSendings, type Inviter } from './sendings.ts'

/** Somebody to invite; `key` is the address's key from normaliseAddress. */
export type Invitee = { name: string; address: string; key: string; category?: 'member' | 'ally' }

/** What became of one: invited now, in the network already, or left in peace: invited before, or wants none. */
export type Invited = 'invited' | 'member' | 'before'

export type Inviting = {
  people: readonly Invitee[]
  /** `interest`: they had said that they would join. The leads do not learn who, or how many. */
  origin: 'import' | 'lead' | 'member' | 'interest'
  actor: Id | undefined
  note?: string
  /** The member who invites, where it is not the leads. */
  by?: Inviter
}

/** How long an invitation can be answered. */
export const openDays = 30

const batch = 1000

/**
 * Invites people to a network: as one who may, or as the application on their behalf. Emails go out once
 * the network is live. Works through any number in batches; asking twice invites once. Out: what became of
 * each, in the order given. Members, and leads where it could tell who is in, are not told: there everyone
 * counts as invited, and those who are in or have said no are left in peace all the same.
 */
export async function invite(
  tx: Tx,
  network: Pick<Network, 'id' | 'names' | 'sensitive'>,
  { people, origin, actor, note = '', by }: Inviting,
): Promise<Invited[]> {
  if (tx.viewer.kind !== 'system') allowed(await mayInvite(tx, network.id))
  const asked: Asked = { origin, note, by, quiet: by !== undefined || isDiscreet(network) }
  const outcomes: Invited[] = []
  for (let i = 0; i < people.length; i += batch) {
    const some = people.slice(i, i + batch)
    if (asked.quiet && origin !== 'interest') await noteSendings(tx, network.id, by, some)
    outcomes.push(
      ...(await tx.asSystem(
        'invite people, and leave those who are in or said no in peace',
        (system) => inviteSome(system, network.id, some, asked),
      )),
    )
  }
  const count = outcomes.filter((outcome) => outcome === 'invited').length
  if (count > 0) {
    await auditNetwork(tx, 'invitations.sent', {
      network: network.id,
      actor,
      // How many had said that they would join is shown in steps, or not at all.
      detail: origin === 'interest' ? { by: origin } : { people: count, by: origin },
    })
    await enqueue(tx, 'invitations.send')
  }
  return outcomes
}

/** Whether the viewer may invite to a network: its leads, and its members where the charter lets them. */
export async function mayInvite(tx: Tx, network: Id): Promise<boolean> {
  const row = await tx.row<{ may: boolean | null }>(
    sql`select invitations.may_invite(${network}) as may`,
  )
  return row?.may === true
}

type Asked = { origin: string; note: string; by: Inviter | undefined; quiet: boolean }

async function inviteSome(
  system: Tx,
  network: Id,
  people: readonly Invitee[],
  { origin, note, by, quiet }: Asked,
): Promise<Invited[]> {
  const tags = people.map((person) => invitedTag(system.keys, person.key).toString('hex'))
  if (origin !== 'interest') await makeWay(system, network, tags)
  const inside = await membersAmong(system, network, people)
  const { answered, unknown } = await answeredAmong(system, network, tags)
  const today = dateOf(system.now)
  const rows = people.flatMap((person, i) => {
    const tag = tags[i]!
    if (inside.has(person.key) || answered.has(tag)) return []
    const id = crypto.randomUUID()
    const content = { name: person.name, address: person.address, note, from: by?.name }
    const sealed = sealContent(system.keys, network, id, content)
    return { id, tag, sealed: sealed.toString('hex'), category: person.category ?? 'member' }
  })
  const made = await system.rows<{ tag: string }>(sql`
    insert into invitations.invitation (id, network_id, tag, content_sealed, category, origin, inviter_id, invited_on, expires_on)
    select id, ${network}, decode(tag, 'hex'), decode(sealed, 'hex'), category, ${origin}, ${by?.membership ?? null}, ${today}, ${addDays(today, openDays)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, tag text, sealed text, category text)
    on conflict (network_id, tag) where status in ('waiting', 'declined') do nothing
    returning encode(tag, 'hex') as tag`)
  const fresh = new Set(made.map((row) => row.tag))
  return people.map((person, i) => {
    if (quiet) return 'invited'
    if (inside.has(person.key)) return 'member'
    // Of two rows with one address the first is the invitation.
    return fresh.delete(tags[i]!) || unknown.has(tags[i]!) ? 'invited' : 'before'
  })
}
