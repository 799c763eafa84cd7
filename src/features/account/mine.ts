import { auditPerson } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { isId, type Id, type Person } from '#kernel/viewer.ts'
import { showDetails } from '#features/addresses/index.ts'
import { organisationById } from '#features/organisations/index.ts'
import { changeDetails, myDetails, type Details } from '#features/people/index.ts'
import { organisationTold } from '#features/sign-in/index.ts'

export type Mine = {
  details: Details
  organisation: { id: Id; name: string } | undefined
  /** Whether the email address says which organisation it is, so that there is nothing to choose. */
  told: boolean
}

/** The signed-in person's details, with their organisation by name. */
export async function mine(tx: Tx, me: Person): Promise<Mine> {
  const details = await myDetails(tx, me)
  const told = await organisationTold(tx, details.email)
  const organisation =
    told ?? (details.organisation ? await organisationById(tx, details.organisation) : undefined)
  return { details, organisation, told: told !== undefined }
}

/** Changes some of the person's details. Every network of theirs that may see them sees the new ones. */
export async function change(
  tx: Tx,
  me: Person,
  what: string,
  changed: Partial<Details>,
): Promise<void> {
  const details = { ...(await myDetails(tx, me)), ...changed }
  await changeDetails(tx, me, details)
  await showDetails(tx, me, details)
  await auditPerson(tx, 'account.details-changed', me.person, { what })
}

export type LogEntry = {
  id: Id
  event: string
  day: string
  at: Date | null
  network: string | null
}

const pageLength = 50

/** What happened to the person's account and memberships, the newest first; `after` is the last entry of the page before. */
export async function myLog(
  tx: Tx,
  after: string,
): Promise<{ entries: LogEntry[]; next: Id | undefined }> {
  const since = isId(after)
    ? sql`and (e.day, coalesce(e.at, e.day::timestamptz), e.id) < (select b.day, coalesce(b.at, b.day::timestamptz), b.id from audit.entry b where b.id = ${after})`
    : sql``
  const rows = await tx.rows<LogEntry>(sql`
    select e.id, e.event, e.day, e.at, n.name as network from audit.entry e left join networks.network n on n.id = e.network_id
    where (e.person_tag = app.keyring() or e.subject_id = any ((select app.memberships())::uuid[])) ${since}
    order by e.day desc, coalesce(e.at, e.day::timestamptz) desc, e.id desc limit ${sql.lit(pageLength + 1)}`)
  const entries = rows.slice(0, pageLength)
  return { entries, next: rows.length > pageLength ? entries.at(-1)!.id : undefined }
}

export type InNetwork = {
  membership: Id
  slug: string
  name: string
  network: Id
  status: 'active' | 'requested' | 'waiting'
  /** Whether people outside it can know of the network at all: it has gone live. */
  open: boolean
  names: 'members' | 'leads' | 'nobody'
  sensitive: boolean
  findable: 'everyone' | 'signed-in' | 'organisations' | 'invited'
  card: Uint8Array | null
  answers: number
  /** Holds a role, or offers to: then the leads know them, even where no list of names is shown. */
  role: boolean
  publicly: string | null
}

/** Every network that the person is in, or has asked to join, with what decides who sees what of them. */
export async function myNetworks(tx: Tx, me: Person): Promise<InNetwork[]> {
  return tx.rows<InNetwork>(sql`
    select m.id as membership, n.slug, n.name, n.id as network, m.status, n.status in ('live', 'dormant', 'closed') as open, n.names, n.sensitive, n.findable, c.sealed as card,
      (select count(*)::int from members.answer a where a.membership_id = m.id) as answers,
      m.offers_role or exists (select from members.appointment r where r.membership_id = m.id and r.ended_on is null) as role,
      (select min(p.public_name) from members.appointment p where p.membership_id = m.id and p.ended_on is null) as publicly
    from members.membership m join networks.network n on n.id = m.network_id left join members.card c on c.membership_id = m.id
    where m.id = any (${me.memberships}::uuid[]) and m.status in ('active', 'requested', 'waiting')
    order by n.sort_name, n.id limit 200`)
}
