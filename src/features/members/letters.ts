import { sql, type Tx } from '#kernel/db.ts'
import { isAnyUnreachable, unreachableAmong } from '#kernel/mail/unreachable.ts'
import { sendMails, type Email } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import { peopleBehind } from './bond.ts'

/** Writes an email to someone of this name; where it goes is added here. */
export type Letter = (name: string) => Omit<Email, 'to'>

/** Writes to everyone who leads a network. Only the sealed emails know who they are. */
export async function mailLeads(tx: Tx, network: Id, make: Letter): Promise<void> {
  await tx.asSystem('write to the leads of a network', async (system) => {
    const leads = await system.rows<{ id: Id }>(sql`
      select distinct m.id from members.appointment a join members.membership m on m.id = a.membership_id
      where a.network_id = ${network} and a.manages and a.ended_on is null and m.status = 'active'`)
    await mailThem(
      system,
      leads.map((lead) => lead.id),
      make,
    )
  })
}

/** Writes to whoever stands behind a membership; nobody may stand there any more. */
export async function mailMember(tx: Tx, membership: Id, make: Letter): Promise<void> {
  await tx.asSystem('write to a member of a network', (system) =>
    mailThem(system, [membership], make),
  )
}

/** Writes to every active member of a network, some hundreds at a time. */
export async function mailMembers(tx: Tx, network: Id, make: Letter): Promise<void> {
  await tx.asSystem('write to the members of a network', async (system) => {
    const members = await system.rows<{ id: Id }>(
      sql`select id from members.membership where network_id = ${network} and status = 'active'`,
    )
    for (let i = 0; i < members.length; i += 500)
      await mailThem(
        system,
        members.slice(i, i + 500).map((member) => member.id),
        make,
      )
  })
}

/** Writes to whoever stands behind each of several memberships, a letter of its own each; who is gone gets none. As the application. */
export async function mailEach(
  system: Tx,
  memberships: readonly Id[],
  letterFor: (membership: Id, name: string) => Omit<Email, 'to'>,
): Promise<void> {
  const people = [...(await peopleBehind(system, memberships))]
  await sendMails(
    system,
    people.map(([membership, { name, email }]) => ({
      ...letterFor(membership, name),
      to: { name, address: email },
    })),
  )
}

async function mailThem(system: Tx, memberships: readonly Id[], make: Letter): Promise<void> {
  const people = [...(await peopleBehind(system, memberships)).values()]
  await sendMails(
    system,
    people.map(({ name, email }) => ({ ...make(name), to: { name, address: email } })),
  )
}

/** Which of these members emails do not reach: for leads who see their names. */
export async function unreachableMembers(tx: Tx, memberships: readonly Id[]): Promise<Set<Id>> {
  if (memberships.length === 0) return new Set()
  return tx.asSystem('tell leads whom emails do not reach', async (system) => {
    if (!(await isAnyUnreachable(system))) return new Set<Id>()
    const behind = await peopleBehind(system, memberships)
    const back = await unreachableAmong(
      system,
      [...behind.values()].map(({ email }) => email),
    )
    return new Set(
      [...behind].filter(([, { email }]) => back.has(email)).map(([membership]) => membership),
    )
  })
}
