import { auditNetwork } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import type { Details } from '#features/people/index.ts'
import { lookAtWaitingList, waitsThere } from './allies.ts'
import { cardOf, changeCard, openCard, sealCard, type Card } from './card.ts'

export type MyMembership = {
  id: Id
  status: 'requested' | 'waiting' | 'active'
  category: 'member' | 'ally'
  joined_on: string
  offers_role: boolean
}

/** The viewer's own membership of a network: held, asked for or waiting; undefined when there is none. */
export async function myMembership(tx: Tx, network: Id): Promise<MyMembership | undefined> {
  return tx.row<MyMembership>(sql`
    select id, status, category, joined_on, offers_role from members.membership
    where network_id = ${network} and id = any ((select app.memberships())::uuid[]) and status in ('requested', 'waiting', 'active')`)
}

/** The same, with what the network sees of the viewer. */
export async function myMembershipAndCard(
  tx: Tx,
  network: Id,
): Promise<(MyMembership & { card: Card | undefined }) | undefined> {
  const row = await tx.row<MyMembership & { sealed: Uint8Array | null }>(sql`
    select m.id, m.status, m.category, m.joined_on, m.offers_role, c.sealed
    from members.membership m left join members.card c on c.membership_id = m.id
    where m.network_id = ${network} and m.id = any ((select app.memberships())::uuid[])
      and m.status in ('requested', 'waiting', 'active')`)
  if (!row) return undefined
  const { sealed, ...mine } = row
  return { ...mine, card: sealed ? openCard(tx.keys, network, mine.id, sealed) : undefined }
}

/** What a network sees of the viewer. */
export async function myCard(tx: Tx, network: Id, membership: Id): Promise<Card | undefined> {
  const row = await tx.row<{ sealed: Uint8Array }>(sql`
    select sealed from members.card where membership_id = ${membership} and membership_id = any ((select app.memberships())::uuid[])`)
  return row && openCard(tx.keys, network, membership, row.sealed)
}

/** The viewer goes by this name in a network; by their own when it is empty. */
export async function changeDisplayName(
  tx: Tx,
  network: Id,
  membership: Id,
  name: string,
  ownName: string,
): Promise<void> {
  const card = await myCard(tx, network, membership)
  if (card)
    await changeCard(tx, network, membership, {
      ...card,
      name: name || ownName,
      own: Boolean(name),
    })
}

/**
 * The viewer says that they are a member or an ally, without anyone being told. They stay in, room or no room:
 * with an ally more than the cap, others wait. Out: false when nothing changed.
 */
export async function chooseCategory(
  tx: Tx,
  network: Id,
  membership: Id,
  category: 'member' | 'ally',
): Promise<boolean> {
  if (!mine(tx, membership)) return false
  const changed = await tx.asSystem('change a member’s own category at their wish', (system) =>
    system.row<{ waits: boolean }>(sql`
      update members.membership set category = ${category}
      where id = ${membership} and network_id = ${network} and status = 'active' and category <> ${category} returning ${waitsThere} as waits`),
  )
  if (!changed) return false
  await auditNetwork(tx, 'members.category-chosen', { network, subject: membership })
  if (changed.waits) await lookAtWaitingList(tx, network)
  return true
}

/** The viewer would take on a role, and lets the leads know by name; or no longer. */
export async function offerForRoles(
  tx: Tx,
  network: Id,
  membership: Id,
  offers: boolean,
): Promise<void> {
  if (!mine(tx, membership)) return
  await tx.asSystem('note that a member offers to take on a role', (system) =>
    system.run(
      sql`update members.membership set offers_role = ${offers} where id = ${membership} and network_id = ${network} and status = 'active'`,
    ),
  )
}

/** The viewer agrees to be named in public for a role they hold, under this name; empty takes it back. */
export async function agreeToBeNamed(
  tx: Tx,
  network: Id,
  appointment: Id,
  name: string,
): Promise<boolean> {
  const memberships = tx.viewer.kind === 'person' ? tx.viewer.memberships : []
  const changed = await tx.asSystem('name an office-holder in public at their wish', (system) =>
    system.row<{ membership_id: Id }>(sql`
      update members.appointment set public_name = ${name || null}
      where id = ${appointment} and network_id = ${network} and ended_on is null and membership_id = any (${memberships}::uuid[]) returning membership_id`),
  )
  if (changed)
    await auditNetwork(tx, name ? 'members.named' : 'members.unnamed', {
      network,
      subject: changed.membership_id,
    })
  return Boolean(changed)
}

/**
 * After someone changed their details: every network of theirs sees the new organisation, region and
 * grade, and the new name where they have not chosen another for it. Two queries, however many networks.
 * With `as-known` each network goes on seeing the name that it knows.
 */
export async function refreshCards(
  tx: Tx,
  me: Person,
  details: Details,
  organisationName: string | null,
  names: 'new' | 'as-known' = 'new',
): Promise<void> {
  const cards = await tx.rows<{ membership_id: Id; network_id: Id; sealed: Uint8Array }>(sql`
    select membership_id, network_id, sealed from members.card where membership_id = any (${me.memberships}::uuid[])`)
  if (cards.length === 0) return
  const fresh = cards.map((row) => {
    const old = openCard(tx.keys, row.network_id, row.membership_id, row.sealed)
    const { sealed, words } = sealCard(
      tx.keys,
      row.network_id,
      row.membership_id,
      cardOf(
        details,
        organisationName,
        old.own || (names === 'as-known' && old.name !== details.name) ? old.name : '',
      ),
    )
    return {
      id: row.membership_id,
      sealed: sealed.toString('hex'),
      words: words.map((word) => word.toString('hex')),
    }
  })
  await tx.run(sql`
    update members.card set sealed = decode(fresh.sealed, 'hex'), words = array(select decode(word, 'hex') from unnest(fresh.words) word)
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as fresh (id uuid, sealed text, words text[])
    where membership_id = fresh.id`)
}

const mine = (tx: Tx, membership: Id) =>
  tx.viewer.kind === 'person' && tx.viewer.memberships.includes(membership)
