import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import type { Id } from '#kernel/viewer.ts'

export const holds: Holding[] = [
  {
    what: 'Which emails of your first weeks in a network went to you, whether you stopped them, and whether you asked for a buddy or offered to be one',
    why: 'So that each email goes once, and none that you do not want; so that you can be brought together with a buddy',
    keptFor: 'Which went, 90 days; the rest until you take it back or leave the network',
    export: (tx, me) =>
      tx.rows(sql`
        select n.name as network, s.step as day, s.sent_on as sent, null as choice
        from welcome.sent s left join networks.network n on n.id = s.network_id where s.membership_id = any (${me.memberships}::uuid[])
        union all
        select n.name, null, null, 'stopped these emails'
        from welcome.stop o left join networks.network n on n.id = o.network_id where o.membership_id = any (${me.memberships}::uuid[])
        union all
        select n.name, null, b.since, case b.part when 'asks' then 'asked for a buddy' else 'offered to be a buddy' end
        from welcome.buddy b left join networks.network n on n.id = b.network_id where b.membership_id = any (${me.memberships}::uuid[])`),
    async erase(tx, me) {
      await tx.run(
        sql`delete from welcome.sent where membership_id = any (${me.memberships}::uuid[])`,
      )
      await tx.run(
        sql`delete from welcome.buddy where membership_id = any (${me.memberships}::uuid[])`,
      )
      await tx.run(
        sql`delete from welcome.stop where membership_id = any (${me.memberships}::uuid[])`,
      )
    },
    // It is the membership's, and goes where that goes.
    carry: async () => {},
    // An email whose day is long past cannot become due again.
    retire: (tx) =>
      tx.run(sql`delete from welcome.sent where sent_on < ${addDays(dateOf(tx.now), -90)}`),
  },
]

/** What someone chose under one membership holds for the one that stays. As the application. */
export async function chooseWith(tx: Tx, network: Id, kept: Id, dropped: Id): Promise<void> {
  await tx.run(sql`
    insert into welcome.buddy (membership_id, part, network_id, since)
    select ${kept}, part, network_id, since from welcome.buddy where membership_id = ${dropped} on conflict do nothing`)
  await tx.run(sql`delete from welcome.buddy where membership_id = ${dropped}`)
  const stopped = await tx.run(sql`delete from welcome.stop where membership_id = ${dropped}`)
  if (stopped)
    await tx.run(
      sql`insert into welcome.stop (membership_id, network_id) values (${kept}, ${network}) on conflict do nothing`,
    )
}
