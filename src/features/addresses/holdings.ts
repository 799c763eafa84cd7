import { sql } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import { undoDays } from './undo.ts'

export const holds: readonly Holding[] = [
  {
    what: 'Your email addresses as they were before you changed them',
    why: 'So that a change can be taken back if it was not you who made it',
    keptFor: `${undoDays} days`,
    export: async (tx, me) =>
      tx.rows(
        sql`select made_at as "changed", ends_at as "canBeTakenBackUntil" from addresses.undo where person_id = ${me.person} order by made_at`,
      ),
    erase: async (tx, me) =>
      void (await tx.run(sql`delete from addresses.undo where person_id = ${me.person}`)),
    // What would be taken back of an account that is no more goes with it.
    async carry(tx, from, to) {
      if (from.person !== to.person)
        await tx.run(sql`delete from addresses.undo where person_id = ${from.person}`)
    },
    retire: (tx) => tx.run(sql`delete from addresses.undo where ends_at < ${tx.now}`),
  },
]
