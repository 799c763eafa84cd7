import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import type { Id } from '#kernel/viewer.ts'
import { openWord } from './introductions.ts'

export const holds: Holding[] = [
  {
    what: 'Introductions to other members that you were asked about: the name and the way to reach you that you gave',
    why: 'So that two people who both want to can find each other',
    keptFor:
      'What you wrote until it is over; that there was one, without your words, for 90 days after',
    async export(tx, me) {
      const rows = await tx.rows<{
        network_id: Id
        network: string | null
        purpose: string
        part: string
        made_on: string
        ended_on: string | null
        word_id: Id | null
        content_sealed: Uint8Array | null
      }>(sql`
        select s.network_id, n.name as network, i.purpose, s.part, i.made_on, i.ended_on, w.id as word_id, w.content_sealed
        from introductions.side s join introductions.introduction i on i.id = s.introduction_id
        left join networks.network n on n.id = s.network_id
        left join introductions.word w on w.introduction_id = i.id and w.membership_id = s.membership_id
        where s.membership_id = any (${me.memberships}::uuid[]) order by i.made_on, i.id`)
      return rows.map(({ network_id, word_id, content_sealed, ...row }) => ({
        ...row,
        ...(word_id && content_sealed
          ? openWord(tx.keys, network_id, word_id, content_sealed)
          : {}),
      }))
    },
    async erase(tx, me) {
      const theirs = sql`(select introduction_id from introductions.side where membership_id = any (${me.memberships}::uuid[]))`
      await tx.run(sql`delete from introductions.introduction where id in ${theirs}`)
    },
    // It is the membership's, and goes where that goes.
    carry: async () => {},
    retire: (tx) =>
      tx.run(
        sql`delete from introductions.introduction where ended_on < ${addDays(dateOf(tx.now), -90)}`,
      ),
  },
]

/** Introductions of a membership go on under the one that stays; nobody is introduced to themselves. As the application. */
export async function meetAs(tx: Tx, _network: Id, kept: Id, dropped: Id): Promise<void> {
  await tx.run(sql`
    delete from introductions.introduction where id in (
      select a.introduction_id from introductions.side a join introductions.side b on b.introduction_id = a.introduction_id
      where a.membership_id = ${kept} and b.membership_id = ${dropped})`)
  await tx.run(
    sql`update introductions.side set membership_id = ${kept} where membership_id = ${dropped}`,
  )
  await tx.run(
    sql`update introductions.word set membership_id = ${kept} where membership_id = ${dropped}`,
  )
}
