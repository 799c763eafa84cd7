import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import type { Id } from '#kernel/viewer.ts'
import { openCardContent } from './cards.ts'

/** For how many days a card stays up. */
const staysUp = 180

export const holds: Holding[] = [
  {
    what: 'Your cards of the challenge swap, and that you joined around a network’s launch',
    why: 'So that members can help each other, and a network sees whether those who came to its launch stay',
    keptFor:
      'Cards until you take them down, or 180 days; then 30 days more. That you joined then, as long as the membership',
    async export(tx, me) {
      const rows = await tx.rows<{
        id: Id
        network_id: Id
        network: string | null
        kind: string
        put_on: string
        content_sealed: Uint8Array
      }>(sql`
        select c.id, c.network_id, n.name as network, c.kind, c.put_on, c.content_sealed
        from launch.owner o join launch.card c on c.id = o.card_id left join networks.network n on n.id = c.network_id
        where o.membership_id = any (${me.memberships}::uuid[]) order by c.put_on, c.id`)
      return rows.map(({ id, network_id, content_sealed, ...row }) => ({
        ...row,
        ...openCardContent(tx.keys, network_id, id, content_sealed),
      }))
    },
    async erase(tx, me) {
      await tx.run(sql`
        delete from launch.card where id in (
          select card_id from launch.owner where membership_id = any (${me.memberships}::uuid[]))`)
      await tx.run(
        sql`delete from launch.cohort where membership_id = any (${me.memberships}::uuid[])`,
      )
    },
    // They are the membership's, and go where that goes.
    carry: async () => {},
    async retire(tx) {
      const today = dateOf(tx.now)
      const over = await tx.run(sql`
        update launch.card set ended_on = ${today} where ended_on is null and put_on < ${addDays(today, -staysUp)}`)
      const gone = await tx.run(
        sql`delete from launch.card where ended_on < ${addDays(today, -30)}`,
      )
      return over + gone
    },
  },
]

/** Cards of a membership are those of the one that stays. As the application. */
export async function ownAs(tx: Tx, _network: Id, kept: Id, dropped: Id): Promise<void> {
  await tx.run(
    sql`update launch.owner set membership_id = ${kept} where membership_id = ${dropped}`,
  )
}
