import { sql, type Query, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Position } from '#kernel/position.ts'
import type { Id } from '#kernel/viewer.ts'
import { openCard, searchTags, type Card, type Search } from './card.ts'

export type Category = 'member' | 'ally'

/** A member whose name the viewer may see. */
export type Member = { id: Id; category: Category; joined_on: string; card: Card }

/** What is looked for in the list, and after which member it goes on. */
export type Wanted = Search & { category?: Category; after?: Position }

/**
 * Active members whose names the viewer may see, the newest first, a page at a time: one query, however
 * many there are. `next` is where the next page begins, when there is one.
 */
export async function memberList(
  tx: Tx,
  network: Id,
  wanted: Wanted = {},
  size = 50,
): Promise<{ members: Member[]; next?: Position }> {
  const rows = await tx.rows(listQuery(tx.keys, network, wanted, size) as Query<ListRow>)
  const members = rows
    .slice(0, size)
    .map(({ sealed, ...row }) => ({ ...row, card: openCard(tx.keys, network, row.id, sealed) }))
  const last = members.at(-1)
  return {
    members,
    next: rows.length > size && last ? { on: last.joined_on, id: last.id } : undefined,
  }
}

type ListRow = { id: Id; category: Category; joined_on: string; sealed: Uint8Array }

/** The query behind the list: one row more than a page, which tells whether there is another. */
export function listQuery(keys: Keys, network: Id, wanted: Wanted, size: number): Query {
  const { category, after } = wanted
  const { allOf, oneOf } = searchTags(keys, network, wanted)
  // The page first, then its cards: the rules would else have every member's card looked at.
  return sql`
    with page as materialized (
      select m.id, m.category, m.joined_on from members.membership m
      where m.network_id = ${network} and m.status = 'active'
        ${category ? sql`and m.category = ${category}` : sql``}
        ${allOf.length + oneOf.length > 0 ? sql`and m.id in (select members.found_by(${network}, ${allOf}::bytea[], ${oneOf}::bytea[]))` : sql``}
        ${after ? sql`and m.joined_on <= ${after.on} and (m.joined_on < ${after.on} or m.id > ${after.id})` : sql``}
      order by m.joined_on desc, m.id limit ${sql.lit(size + 1)})
    select page.id, page.category, page.joined_on, c.sealed from page join members.card c on c.membership_id = page.id
    order by page.joined_on desc, page.id`
}

/** Whether the viewer sees who is in a network. Asked of the same predicates as the policies. */
export async function seesNames(tx: Tx, network: Id): Promise<boolean> {
  const row = await tx.row<{ sees: boolean }>(sql`
    select ${network}::uuid = any (members.my_open_networks() || members.my_named_networks()) as sees`)
  return row!.sees
}

/** Somebody who asks to be let in. */
export type Request = {
  id: Id
  category: Category
  since: string
  card: Card
}

/** Who waits for a decision, the longest wait first, for leads. */
export async function requestList(
  tx: Tx,
  network: Id,
  after?: Position,
  size = 20,
): Promise<{ requests: Request[]; next?: Position }> {
  const rows = await tx.rows<Omit<Request, 'card'> & { sealed: Uint8Array }>(sql`
    with page as materialized (
      select m.id, m.category, m.joined_on from members.membership m
      where m.network_id = ${network} and m.status = 'requested'
        ${after ? sql`and m.joined_on >= ${after.on} and (m.joined_on > ${after.on} or m.id > ${after.id})` : sql``}
      order by m.joined_on, m.id limit ${sql.lit(size + 1)})
    select page.id, page.category, page.joined_on as since, c.sealed from page join members.card c on c.membership_id = page.id
    order by page.joined_on, page.id`)
  const requests = rows
    .slice(0, size)
    .map(({ sealed, ...row }) => ({ ...row, card: openCard(tx.keys, network, row.id, sealed) }))
  const last = requests.at(-1)
  return {
    requests,
    next: rows.length > size && last ? { on: last.since, id: last.id } : undefined,
  }
}

/** One membership as the viewer may see it, with its card where the name is theirs to see. */
export type OneMember = {
  id: Id
  category: Category
  status: string
  joined_on: string
  offers_role: boolean
  card: Card | null
}

/** A membership of this network by id, if the viewer may know of it. */
export async function findMember(
  tx: Tx,
  network: Id,
  membership: Id,
): Promise<OneMember | undefined> {
  const row = await tx.row<Omit<OneMember, 'card'> & { sealed: Uint8Array | null }>(sql`
    select m.id, m.category, m.status, m.joined_on, m.offers_role, c.sealed
    from members.membership m left join members.card c on c.membership_id = m.id
    where m.network_id = ${network} and m.id = ${membership}`)
  if (!row) return undefined
  const { sealed, ...rest } = row
  return { ...rest, card: sealed && openCard(tx.keys, network, membership, sealed) }
}

/** Members who would take on a role, with their names, for leads. */
export async function offers(tx: Tx, network: Id): Promise<{ id: Id; card: Card }[]> {
  const rows = await tx.rows<{ id: Id; sealed: Uint8Array }>(sql`
    select m.id, c.sealed from members.membership m join members.card c on c.membership_id = m.id
    where m.network_id = ${network} and m.status = 'active' and m.offers_role order by m.joined_on, m.id limit 50`)
  return rows.map((row) => ({ id: row.id, card: openCard(tx.keys, network, row.id, row.sealed) }))
}
