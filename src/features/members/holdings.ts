import { addDays, addMonths, dateOf } from '#kernel/clock.ts'
import { sql } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import type { Tx } from '#kernel/db.ts'
import { answersOf } from './answers.ts'
import { bondTag } from './bond.ts'
import { openCard } from './card.ts'
import { leave } from './joining.ts'
import { placeWords } from './place-words.ts'
import { ledAlone } from './leaving.ts'
import { tieAnew } from './merging.ts'

/** Somebody has to lead each network: the person makes someone else a lead, or closes it, before they go. */
export class LeadsAlone extends Error {}

export const holds: Holding[] = [
  {
    what: 'The networks you are in: your card there, what you answered when you joined, and the roles you hold',
    why: 'So that you can take part, and leads know whom their network is for',
    keptFor:
      'Until you leave, then nothing that says it was you; dates without a name for 12 months; why a request was declined for 90 days',
    export: exportMine,
    erase: eraseMine,
    carry: async (tx, from, to) => {
      if (from.person !== to.person) await tieAnew(tx, from, to)
    },
    retire,
  },
]

async function exportMine(tx: Tx, me: Person): Promise<Record<string, unknown>[]> {
  const rows = await tx.rows<{
    id: Id
    network_id: Id
    network: string | null
    category: string
    status: string
    joined_on: string
    place: number | null
    sensitive: boolean | null
    sealed: Uint8Array | null
  }>(sql`
    select m.id, m.network_id, n.name as network, m.category, m.status, m.joined_on, n.sensitive, members.my_place(m.network_id) as place, c.sealed
    from members.membership m left join networks.network n on n.id = m.network_id left join members.card c on c.membership_id = m.id
    where m.id = any (${me.memberships}::uuid[]) order by m.joined_on, m.id`)
  const roles = await tx.rows<{
    membership_id: Id
    role: string
    title: string
    starts_on: string
    ends_on: string | null
    ended_on: string | null
    public_name: string | null
  }>(sql`
    select membership_id, role, title, starts_on, ends_on, ended_on, public_name from members.appointment where membership_id = any (${me.memberships}::uuid[]) order by starts_on, id`)
  const out: Record<string, unknown>[] = []
  for (const row of rows) {
    const answers = (await answersOf(tx, row.network_id, [row.id])).get(row.id) ?? []
    const card = row.sealed && openCard(tx.keys, row.network_id, row.id, row.sealed)
    out.push({
      network: row.network,
      category: row.category,
      status: row.status,
      since: row.joined_on,
      ...(row.place ? { place: placeWords(row.place, { sensitive: row.sensitive ?? true }) } : {}),
      ...(card
        ? {
            name: card.name,
            organisation: card.organisation?.name ?? '',
            region: card.region,
            grade: card.grade,
          }
        : {}),
      answers: answers.map(({ asked, text }) => ({ asked, answer: text })),
      roles: roles
        .filter((role) => role.membership_id === row.id)
        .map(({ membership_id: _, ...role }) => role),
    })
  }
  return out
}

/** Leaves every network, and forgets from which ones the person was removed. */
async function eraseMine(tx: Tx, me: Person): Promise<void> {
  if ((await ledAlone(tx, me)).length > 0)
    throw new LeadsAlone('Someone who leads a network alone cannot be forgotten yet.')
  const mine = await tx.rows<{ id: Id; network_id: Id }>(
    // In one order: two who are forgotten at once do not wait for each other crosswise.
    sql`select id, network_id from members.membership where id = any (${me.memberships}::uuid[]) order by network_id`,
  )
  for (const { id, network_id } of mine) await leave(tx, network_id, id, me.person)
  // Only the key can tell which networks hold a tie of someone who was removed: their ring is gone.
  const networks = await tx.rows<{ id: Id }>(sql`select id from networks.network`)
  const tags = networks.map(({ id }) => bondTag(tx.keys, id, me.person))
  await tx.run(sql`delete from members.bond where tag = any (${tags}::bytea[])`)
}

async function retire(tx: Tx): Promise<number> {
  const today = dateOf(tx.now)
  const reasons = await tx.run(
    sql`update members.decision set reason_sealed = null where reason_sealed is not null and decided_on < ${addDays(today, -90)}`,
  )
  const answers = await tx.run(sql`
    delete from members.answer where question_id in (select id from members.question where retired_on < ${addDays(today, -90)})`)
  const over = sql`select id from members.membership where status in ('left', 'removed') and ended_on < ${addMonths(today, -12)}`
  await tx.run(
    sql`update members.appointment set membership_id = null where membership_id in (${over})`,
  )
  const memberships = await tx.run(sql`delete from members.membership where id in (${over})`)
  return reasons + answers + memberships
}
