import { auditNetwork } from '#kernel/audit.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { enqueue } from '#kernel/jobs.ts'
import { invitedTag, type Id } from '#kernel/viewer.ts'
import { insideAmong } from '#features/members/index.ts'
import { emailTag } from '#features/people/index.ts'
import type { Network } from '#features/networks/index.ts'
import { joinedTag, sealContent } from './queries.ts'

/** Somebody to invite; `key` is the address's key from normaliseAddress. */
export type Invitee = { name: string; address: string; key: string; category?: 'member' | 'ally' }

/** What became of one: invited now, in the network already, or invited before (and perhaps said no). */
export type Invited = 'invited' | 'member' | 'before'

export type Inviting = {
  people: readonly Invitee[]
  /** `interest`: they had said that they would join. The leads do not learn who, or how many. */
  origin: 'import' | 'lead' | 'interest'
  actor: Id | undefined
  note?: string
}

const batch = 500
const days = 30

/**
 * Invites people to a network: as one of its leads, or as the application on their behalf. Emails go out once
 * the network is live. Works through any number in batches; asking twice invites once. Out: what became of
 * each, in the order given. A network that shows nobody its members' names does not tell who is in it: there,
 * everyone counts as invited, and those who have answered are left in peace.
 */
export async function invite(
  tx: Tx,
  network: Pick<Network, 'id' | 'names'>,
  { people, origin, actor, note = '' }: Inviting,
): Promise<Invited[]> {
  const outcomes: Invited[] = []
  for (let i = 0; i < people.length; i += batch)
    outcomes.push(...(await inviteSome(tx, network, people.slice(i, i + batch), origin, note)))
  const count = outcomes.filter((outcome) => outcome === 'invited').length
  if (count > 0) {
    await auditNetwork(tx, 'invitations.sent', {
      network: network.id,
      actor,
      detail: origin === 'interest' ? { by: origin } : { people: count, by: origin },
    })
    await enqueue(tx, 'invitations.send', { network: network.id })
  }
  return outcomes
}

async function inviteSome(
  tx: Tx,
  network: Pick<Network, 'id' | 'names'>,
  people: readonly Invitee[],
  origin: string,
  note: string,
): Promise<Invited[]> {
  const discreet = network.names === 'nobody'
  const tags = people.map((person) => invitedTag(tx.keys, person.key))
  const { inside, answered, quiet } = await tx.asSystem(
    'leave members, and those who said no, in peace',
    async (system) => {
      if (origin !== 'interest') await makeWay(system, network.id, tags)
      return {
        inside: discreet ? new Set<string>() : await membersAmong(system, network.id, people),
        ...(await answeredAmong(system, network.id, tags, discreet)),
      }
    },
  )
  const today = dateOf(tx.now)
  const rows = people.flatMap((person, i) => {
    const tag = tags[i]!.toString('hex')
    if (inside.has(person.key) || answered.has(tag)) return []
    const id = crypto.randomUUID()
    const sealed = sealContent(tx.keys, network.id, id, {
      name: person.name,
      address: person.address,
      note,
    })
    return { id, tag, sealed: sealed.toString('hex'), category: person.category ?? 'member' }
  })
  const made = await tx.rows<{ tag: string }>(sql`
    insert into invitations.invitation (id, network_id, tag, content_sealed, category, origin, invited_on, expires_on)
    select id, ${network.id}, decode(tag, 'hex'), decode(sealed, 'hex'), category, ${origin}, ${today}, ${addDays(today, days)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, tag text, sealed text, category text)
    on conflict (network_id, tag) where status in ('waiting', 'declined') do nothing
    returning encode(tag, 'hex') as tag`)
  const fresh = new Set(made.map((row) => row.tag))
  return people.map((person, i) => {
    if (discreet) return 'invited'
    if (inside.has(person.key)) return 'member'
    const tag = tags[i]!.toString('hex')
    // Of two rows with one address the first is the invitation.
    return fresh.delete(tag) || quiet.has(tag) ? 'invited' : 'before'
  })
}

/** Who of these is in the network, or has asked to be: two queries, however many. */
async function membersAmong(
  system: Tx,
  network: Id,
  people: readonly Invitee[],
): Promise<Set<string>> {
  const keyOf = new Map(
    people.map((person) => [emailTag(system.keys, person.key).toString('hex'), person.key]),
  )
  const known = await system.rows<{ id: Id; tag: string }>(sql`
    select id, encode(email_tag, 'hex') as tag from people.person
    where email_tag = any (select decode(tag, 'hex') from jsonb_array_elements_text(${JSON.stringify([...keyOf.keys()])}::jsonb) as given (tag))`)
  const inside = await insideAmong(
    system,
    network,
    known.map((person) => person.id),
  )
  return new Set(
    known.filter((person) => inside.has(person.id)).map((person) => keyOf.get(person.tag)!),
  )
}

/**
 * An invitation to somebody who had said that they would join makes way for one by a lead, who would
 * otherwise learn that there is one.
 */
async function makeWay(system: Tx, network: Id, tags: readonly Buffer[]): Promise<void> {
  await system.run(sql`
    delete from invitations.invitation where network_id = ${network} and status = 'waiting' and origin = 'interest'
      and tag in (${given(tags)})`)
}

/**
 * Whose answer stands: who said no and, where nobody may learn who is in, who said yes. `quiet` are those
 * who said no to an invitation that the leads never knew of: to them it is as if they were invited now.
 */
async function answeredAmong(
  system: Tx,
  network: Id,
  tags: readonly Buffer[],
  discreet: boolean,
): Promise<{ answered: Set<string>; quiet: Set<string> }> {
  const joined = discreet ? tags.map((tag) => joinedTag(system.keys, network, tag)) : []
  const invitedBy = new Map(joined.map((tag, i) => [tag.toString('hex'), tags[i]!.toString('hex')]))
  const rows = await system.rows<{ tag: string; origin: string }>(sql`
    select encode(tag, 'hex') as tag, origin from invitations.invitation
    where network_id = ${network} and status in ('declined', 'accepted') and tag in (${given([...tags, ...joined])})`)
  const answers = rows.map(({ tag, origin }) => ({ tag: invitedBy.get(tag) ?? tag, origin }))
  const ofInterest = answers.filter((answer) => answer.origin === 'interest')
  return {
    answered: new Set(answers.map((answer) => answer.tag)),
    quiet: new Set(ofInterest.map((answer) => answer.tag)),
  }
}

const given = (tags: readonly Buffer[]) => sql`
  select decode(tag, 'hex') from jsonb_array_elements_text(${JSON.stringify(tags.map((tag) => tag.toString('hex')))}::jsonb) as given (tag)`
