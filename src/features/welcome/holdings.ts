import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import type { Id } from '#kernel/viewer.ts'

export const holds: Holding[] = [
  {
    what: 'Which emails of your first weeks in a network went to you, and whether you stopped them',
    why: 'So that each goes once, and none that you do not want',
    keptFor: '90 days; that you stopped them, until you leave the network',
    export: (tx, me) =>
      tx.rows(sql`
        select n.name as network, s.step as day, s.sent_on as sent, false as stopped
        from welcome.sent s left join networks.network n on n.id = s.network_id where s.membership_id = any (${me.memberships}::uuid[])
        union all
        select n.name, null, null, true
        from welcome.stop o left join networks.network n on n.id = o.network_id where o.membership_id = any (${me.memberships}::uuid[])`),
    async erase(tx, me) {
      await tx.run(
        sql`delete from welcome.sent where membership_id = any (${me.memberships}::uuid[])`,
      )
      await tx.run(
        sql`delete from welcome.stop where membership_id = any (${me.memberships}::uuid[])`,
      )
    },
    // It is the membership's, and goes where that goes.
    carry: async () => {},
    async retire(tx) {
      // An email whose day is long past cannot become due again.
      const sent = await tx.run(
        sql`delete from welcome.sent where sent_on < ${addDays(dateOf(tx.now), -90)}`,
      )
      const stopped = await tx.run(sql`
        delete from welcome.stop o using members.membership m where m.id = o.membership_id and m.status <> 'active'`)
      return sent + stopped
    },
  },
]

/** Whoever has stopped the emails under one membership has stopped them under the one that stays. As the application. */
export async function stopWith(tx: Tx, network: Id, kept: Id, dropped: Id): Promise<void> {
  const stopped = await tx.run(sql`delete from welcome.stop where membership_id = ${dropped}`)
  if (stopped)
    await tx.run(
      sql`insert into welcome.stop (membership_id, network_id) values (${kept}, ${network}) on conflict do nothing`,
    )
}
