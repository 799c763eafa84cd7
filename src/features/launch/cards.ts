import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Position } from '#kernel/position.ts'
import type { Id } from '#kernel/viewer.ts'

export type Kind = 'challenge' | 'help'

/** A card of the challenge swap. `name` is what its owner chose to show; '' is nothing. */
export type SwapCard = {
  id: Id
  kind: Kind
  text: string
  name: string
  put_on: string
  mine: boolean
}

const pageOf = 20
/** More cards than one person can look after. */
export const mostCards = 10

/** The cards that are up, the newest first, a page at a time. One query. */
export async function cardsOf(
  tx: Tx,
  network: Id,
  kind: Kind,
  after?: Position,
  size = pageOf,
): Promise<{ cards: SwapCard[]; next?: Position }> {
  const found = await read(
    tx,
    network,
    sql`
    and c.kind = ${kind} ${after ? sql`and (c.put_on < ${after.on} or (c.put_on = ${after.on} and c.id > ${after.id}))` : sql``}`,
    size + 1,
  )
  const last = found.length > size ? found[size - 1] : undefined
  return {
    cards: found.slice(0, size),
    next: last && { on: last.put_on, id: last.id },
  }
}

/** One card that is up. */
export async function findCard(tx: Tx, network: Id, id: Id): Promise<SwapCard | undefined> {
  return (await read(tx, network, sql`and c.id = ${id}`, 1))[0]
}

/** The viewer's own cards that are up. */
export async function myCards(tx: Tx, network: Id): Promise<SwapCard[]> {
  return read(tx, network, sql`and c.id = any ((select launch.my_cards())::uuid[])`, mostCards)
}

/** Puts up a card for a member of the network. Out: false when they have as many as they can. */
export async function putCard(
  tx: Tx,
  network: Id,
  membership: Id,
  card: { kind: Kind; text: string; name: string },
): Promise<boolean> {
  return tx.asSystem('put up a card of the challenge swap', async (system) => {
    // Two at once wait for each other, so that nobody has one too many.
    await system.run(sql`select id from members.membership where id = ${membership} for update`)
    const up = await system.row<{ count: number }>(sql`
      select count(*)::int as count from launch.owner o join launch.card c on c.id = o.card_id
      where o.membership_id = ${membership} and c.ended_on is null`)
    if (up!.count >= mostCards) return false
    const id = crypto.randomUUID()
    const { kind, text, name } = card
    await system.run(sql`
      insert into launch.card (id, network_id, kind, content_sealed, put_on)
      values (${id}, ${network}, ${kind}, ${seal(system.keys, network, id, { text, name })}, ${dateOf(system.now)})`)
    await system.run(sql`
      insert into launch.owner (card_id, network_id, membership_id) values (${id}, ${network}, ${membership})`)
    return true
  })
}

/** The viewer takes a card of theirs down; a lead, any card. Who may is asked before. */
export async function takeDown(tx: Tx, network: Id, id: Id): Promise<void> {
  await tx.asSystem('take down a card of the challenge swap', (system) =>
    system.run(sql`
      update launch.card set ended_on = ${dateOf(system.now)} where id = ${id} and network_id = ${network} and ended_on is null`),
  )
}

async function read(
  tx: Tx,
  network: Id,
  which: ReturnType<typeof sql>,
  most: number,
): Promise<SwapCard[]> {
  const rows = await tx.rows<Omit<SwapCard, 'text' | 'name'> & { content_sealed: Uint8Array }>(sql`
    select c.id, c.kind, c.content_sealed, c.put_on, o.card_id is not null as mine
    from launch.card c left join launch.owner o on o.card_id = c.id and o.membership_id = any ((select app.memberships())::uuid[])
    where c.network_id = ${network} and c.ended_on is null ${which}
    order by c.put_on desc, c.id limit ${sql.lit(most)}`)
  return rows.map(({ content_sealed, ...row }) => ({
    ...row,
    ...openCardContent(tx.keys, network, row.id, content_sealed),
  }))
}

/** Opens what stands on a card. */
export function openCardContent(
  keys: Keys,
  network: Id,
  id: Id,
  sealed: Uint8Array,
): { text: string; name: string } {
  return JSON.parse(keys.open(`network:${network}`, place(id), sealed)) as {
    text: string
    name: string
  }
}

const seal = (keys: Keys, network: Id, id: Id, content: { text: string; name: string }) =>
  keys.seal(`network:${network}`, place(id), JSON.stringify(content))
const place = (row: Id) => ({ table: 'launch.card', column: 'content', row })
