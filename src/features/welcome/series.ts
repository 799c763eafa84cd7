import type { App } from '#kernel/app.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Query, type Tx } from '#kernel/db.ts'
import type { Job } from '#kernel/feature.ts'
import { enqueue } from '#kernel/jobs.ts'
import type { Id } from '#kernel/viewer.ts'
import { mailEach } from '#features/members/index.ts'
import { networkById } from '#features/networks/index.ts'
import { laterLetter } from './emails.ts'
import { allWords } from './letters.ts'

const some = 500
/** An email whose day was missed, because nothing ran, still goes for so many days. */
const grace = 5

/** The emails of the first weeks: every morning, some people at a time. */
export const jobs: Job[] = [
  {
    name: 'welcome.morning',
    every: '10 9 * * *',
    run: (app) =>
      app.db.asSystem('see to whom an email of the first weeks is due', async (tx) => {
        const networks = await tx.rows<{ network_id: Id }>(sql`
          select c.network_id from welcome.choice c where c.series_since is not null
            and exists (${due(tx, sql`c.network_id`)})`)
        for (const { network_id } of networks)
          await enqueue(tx, 'welcome.send', { network: network_id })
      }),
  },
  {
    name: 'welcome.send',
    run: (app, payload) =>
      app.db.asSystem('send emails of the first weeks', (tx) =>
        sendSome(tx, app, String(payload['network'])),
      ),
  },
]

/**
 * Writes to some of those to whom an email is due, and asks for the next lot. That it was sent is written
 * down in the transaction that hands it over, once a membership and day: none goes twice, or is lost half-way.
 */
async function sendSome(tx: Tx, app: App, id: Id): Promise<void> {
  const network = await networkById(tx, id)
  if (!network) return
  const rows = await tx.rows<{ membership_id: Id; step: 7 | 30 }>(sql`
    insert into welcome.sent (membership_id, step, network_id, sent_on)
    ${due(tx, sql`${id}::uuid`)} order by m.id limit ${sql.lit(some)}
    on conflict do nothing returning membership_id, step`)
  if (rows.length === 0) return
  const words = await allWords(tx, network)
  for (const step of [7, 30] as const) {
    const memberships = rows.filter((row) => row.step === step).map((row) => row.membership_id)
    await mailEach(tx, memberships, laterLetter(app, network, step, words[step].words))
  }
  await enqueue(tx, 'welcome.send', { network: id })
}

/**
 * To whom an email is due in a network that is live and sends them: who joined since it does, is still in it,
 * wants them, and does not run it.
 */
function due(tx: Tx, network: Query): Query {
  const today = dateOf(tx.now)
  return sql`
    select m.id, s.step, m.network_id, ${today}::date
    from (values (7, ${addDays(today, -7)}::date), (30, ${addDays(today, -30)}::date)) as s (step, joined_on)
    join members.membership m on m.network_id = ${network} and m.status = 'active'
      and m.joined_on <= s.joined_on and m.joined_on > s.joined_on - ${sql.lit(grace)}
    join welcome.choice w on w.network_id = m.network_id and m.joined_on >= w.series_since
    join networks.network n on n.id = m.network_id and n.status = 'live'
    where not exists (select from welcome.sent t where t.membership_id = m.id and t.step = s.step)
      and not exists (select from welcome.stop o where o.membership_id = m.id)
      and not exists (select from members.appointment a where a.membership_id = m.id and a.manages and a.ended_on is null)`
}
