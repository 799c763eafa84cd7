import type { App } from '#kernel/app.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql } from '#kernel/db.ts'
import type { Job } from '#kernel/feature.ts'
import type { Id } from '#kernel/viewer.ts'
import { networkById } from '#features/networks/index.ts'
import { followAfter } from './mine.ts'
import { followUp } from './telling.ts'

const some = 100

/** Every morning: what is over ends, and those who met a month ago are asked whether it helped. */
export const jobs: Job[] = [
  {
    name: 'introductions.morning',
    every: '20 9 * * *',
    async run(app) {
      await app.db.asSystem('end introductions that are over', async (tx) => {
        const over = await tx.rows<{ id: Id }>(sql`
          update introductions.introduction set ended_on = ${dateOf(tx.now)}
          where ended_on is null and ends_on < ${dateOf(tx.now)} returning id`)
        const ids = over.map((each) => each.id)
        await tx.run(
          sql`delete from introductions.word where introduction_id = any (${ids}::uuid[])`,
        )
      })
      while ((await followSome(app)) === some);
    },
  },
]

/** Asks some. That they were asked is written in the transaction that hands the emails over: nobody is asked twice. */
function followSome(app: App): Promise<number> {
  return app.db.asSystem('ask whether an introduction helped', async (tx) => {
    const today = dateOf(tx.now)
    const due = await tx.rows<{ id: Id; network_id: Id }>(sql`
      update introductions.introduction set followed_on = ${today} where id in (
        select id from introductions.introduction
        where purpose = 'swap' and ended_on is null and followed_on is null and agreed_on <= ${addDays(today, -followAfter)}
        order by agreed_on limit ${sql.lit(some)} for update skip locked)
      returning id, network_id`)
    for (const { id, network_id } of due) {
      const network = await networkById(tx, network_id)
      if (network?.status === 'live') await followUp(tx, app, network, id)
    }
    return due.length
  })
}
