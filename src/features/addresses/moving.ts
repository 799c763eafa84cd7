import { auditInstallation, auditPerson } from '#kernel/audit.ts'
import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { sendMail } from '#kernel/mail.ts'
import type { Person } from '#kernel/viewer.ts'
import { openCard } from '#features/members/index.ts'
import { changeEmail, endAdministrating, myDetails, type Details } from '#features/people/index.ts'
import {
  endOtherSessions,
  organisationTold,
  sessionProvedWorkAddress,
} from '#features/sign-in/index.ts'
import { carryOver, showDetails } from './carrying.ts'
import { movedEmail } from './emails.ts'
import { keepUndo, undoPath } from './undo.ts'

export type Proved = { key: string; address: string }

/**
 * Gives the person the work address that has proved itself, and the organisation that it tells. They stay in all
 * their networks, and signed in here only; what was held under the old address follows, and the old mailbox is
 * told. Out: false when the address is one of somebody else's account.
 */
export async function moveTo(tx: Tx, app: App, me: Person, proved: Proved): Promise<boolean> {
  const before = await myDetails(tx, me)
  const details = await detailsAt(tx, before, proved.address)
  const moved = await tx.asSystem('change someone’s email address', async (system) => {
    if (!(await changeEmail(system, me, proved.key, details))) return false
    await carryOver(system, app.features, me, { ...me, email: proved.address })
    return true
  })
  if (!moved) return false
  await showDetails(tx, me, details)
  await endOtherSessions(tx, me)
  await auditPerson(tx, 'addresses.moved', me.person)
  if (me.bySecondAddress) await settleIn(tx, me)
  await tellOldAddress(tx, app, me, before)
  return true
}

/** Details with another work address, and the organisation that it tells. */
export async function detailsAt(tx: Tx, before: Details, address: string): Promise<Details> {
  const told = await organisationTold(tx, address)
  return {
    ...before,
    email: address,
    organisation: told?.id ?? null,
    organisationTold: Boolean(told),
  }
}

/** What a new address will mean, said before it counts. */
export type Effects = {
  /** The organisation now and then; undefined when there is none. */
  from: string | undefined
  to: string | undefined
  /** Networks for people of the organisation that is left. */
  left: string[]
  /** Networks in which the person goes by a name of their own. */
  ownNames: string[]
}

/** What would change for the signed-in person with this work address. */
export async function effectsOf(tx: Tx, me: Person, address: string): Promise<Effects> {
  const { organisation } = await myDetails(tx, me)
  const to = await organisationTold(tx, address)
  const rows = await tx.rows<{
    membership: string
    network: string
    name: string
    left: boolean
    sealed: Uint8Array | null
  }>(sql`
    select m.id as membership, n.id as network, n.name, c.sealed,
      coalesce(bool_or(s.value = ${organisation ?? ''}) and not bool_or(s.value = ${to?.id ?? ''}), false) as left
    from members.membership m join networks.network n on n.id = m.network_id
      left join members.card c on c.membership_id = m.id
      left join networks.scope s on s.network_id = n.id and s.kind = 'organisation'
    where m.id = any (${me.memberships}::uuid[]) and m.status in ('active', 'requested', 'waiting')
    group by m.id, n.id, n.name, n.sort_name, c.sealed order by n.sort_name, n.id limit 200`)
  const from = await tx.row<{ name: string }>(
    sql`select name from organisations.organisation where id = ${organisation}`,
  )
  const own = rows.filter(
    (row) => row.sealed && openCard(tx.keys, row.network, row.membership, row.sealed).own,
  )
  return {
    from: from?.name,
    to: to?.name,
    left: rows.filter((row) => row.left).map((row) => row.name),
    ownNames: own.map((row) => row.name),
  }
}

/**
 * Someone who came by a second address proves a work address again: that of a member, not of an administrator. The
 * mailbox they came by need not be as safe as the one that made them that.
 */
async function settleIn(tx: Tx, me: Person): Promise<void> {
  await tx.asSystem('let someone who came by a second address settle in', async (system) => {
    await sessionProvedWorkAddress(system, me.session)
    if (await endAdministrating(system, me.person))
      await auditInstallation(system, 'addresses.administrator-ended')
  })
}

/**
 * The mailbox of the old address can take the change back for some days: it may be that somebody else made it.
 * Whoever came by a second address has lost that mailbox; others may read it now.
 */
async function tellOldAddress(tx: Tx, app: App, me: Person, before: Details): Promise<void> {
  const to = { name: before.name, address: before.email }
  const undo = me.bySecondAddress
    ? undefined
    : await keepUndo(tx, me.person, { kind: 'moved', address: before.email })
  await sendMail(tx, movedEmail(to, undo && app.config.baseUrl + undoPath(tx.keys, undo)))
}
