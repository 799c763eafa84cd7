import { addDays, dateOf } from '#kernel/clock.ts'
import { sql } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { keyringTag } from '#kernel/viewer.ts'

export { installationLog, networkLog } from './queries.ts'
export { installationLogView, networkLogView } from './views.ts'

export const audit: Feature = {
  name: 'audit',
  folder: import.meta.dirname,
  events: {},
  holds: [
    {
      what: 'The log of what happened to your account and memberships',
      why: 'So that you, and the leads of your networks, can see who changed what',
      keptFor: 'A year',
      export: (tx, me) =>
        tx.rows(
          sql`select event, day, detail from audit.entry where person_tag = ${keyringTag(tx.keys, me.person)} or subject_id = any (${[...me.memberships]}::uuid[]) order by day desc limit 10000`,
        ),
      erase: async (tx, me) =>
        void (await tx.run(
          sql`delete from audit.entry where person_tag = ${keyringTag(tx.keys, me.person)}`,
        )),
      async carry(tx, from, to) {
        if (from.person === to.person) return
        const [before, after] = [keyringTag(tx.keys, from.person), keyringTag(tx.keys, to.person)]
        await tx.run(sql`update audit.entry set person_tag = ${after} where person_tag = ${before}`)
      },
      retire: (tx) =>
        tx.run(sql`delete from audit.entry where day < ${addDays(dateOf(tx.now), -365)}`),
    },
  ],
}
