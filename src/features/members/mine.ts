import { sql, type Tx } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import type { Details } from '#features/people/index.ts'
import { openCard, sealCard, type Card } from './card.ts'

export type MyMembership = { id: Id; status: 'requested' | 'waiting' | 'active'; category: 'member' | 'ally' }

/** The viewer's own membership of a network: held, asked for or waiting; undefined when there is none. */
export async function myMembership(tx: Tx, network: Id): Promise<MyMembership | undefined> {
  return tx.row<MyMembership>(sql`
    select id, status, category from members.membership
    where network_id = ${network} and id = any ((select app.memberships())::uuid[]) and status in ('requested', 'waiting', 'active')`)
}

/**
 * After someone changed their details: every network of theirs sees the new organisation, region and
 * grade, and the new name where they have not chosen another for it. Two queries, however many networks.
 */
export async function refreshCards(tx: Tx, me: Person, details: Details, organisationName: string | null): Promise<void> {
  const cards = await tx.rows<{ membership_id: Id; network_id: Id; sealed: Uint8Array }>(sql`
    select membership_id, network_id, sealed from members.card where membership_id = any (${me.memberships}::uuid[])`)
  if (cards.length === 0) return
  const organisation = details.organisation && organisationName ? { id: details.organisation, name: organisationName } : null
  const fresh = cards.map((row) => {
    const old = openCard(tx.keys, row.network_id, row.membership_id, row.sealed)
    const card: Card = { name: old.own ? old.name : details.name, own: old.own, organisation, region: details.region ?? '', grade: details.grade ?? '' }
    const { sealed, words } = sealCard(tx.keys, row.network_id, row.membership_id, card)
    return { id: row.membership_id, sealed: sealed.toString('hex'), words: words.map((word) => word.toString('hex')) }
  })
  await tx.run(sql`
    update members.card set sealed = decode(fresh.sealed, 'hex'), words = array(select decode(word, 'hex') from unnest(fresh.words) word)
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as fresh (id uuid, sealed text, words text[])
    where membership_id = fresh.id`)
}
