import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { interestTag, sealPerson } from './interest.ts'

export const holds: Holding[] = [
  {
    what: 'The proposed networks that you said you would join',
    why: 'So that the people who propose a network can tell whether there are enough, and you hear how it goes',
    keptFor:
      'Until you change your mind, or the network starts and you are invited; 30 days when it is dropped; at most a year after it was decided to start it',
    export: exportMine,
    erase: async (tx, me) =>
      void (await tx.run(
        sql`delete from demand.interest where tag = any (${await tagsOf(tx, me)}::bytea[])`,
      )),
    carry,
    retire,
  },
]

async function exportMine(tx: Tx, me: Person): Promise<Record<string, unknown>[]> {
  return tx.asSystem('give someone what is held of their interest', async (system) =>
    system.rows(sql`
      select n.name as network, i.said_on as since, h.interest_id is not null as "would help and be named"
      from demand.interest i join networks.network n on n.id = i.network_id left join demand.helper h on h.interest_id = i.id
      where i.tag = any (${await tagsOf(system, me)}::bytea[]) order by i.said_on desc, n.name`),
  )
}

/** What one account said counts as said by the other; a network of which both said it counts once. */
async function carry(tx: Tx, from: Person, to: Person): Promise<void> {
  if (from.person === to.person) return
  const rows = await tx.rows<{ id: Id; network_id: Id }>(sql`
    select id, network_id from demand.interest where tag = any (${await tagsOf(tx, from)}::bytea[])`)
  for (const { id, network_id } of rows) {
    const tag = interestTag(tx.keys, network_id, to.person)
    await tx.run(sql`delete from demand.interest where network_id = ${network_id} and tag = ${tag}`)
    await tx.run(sql`
      update demand.interest set tag = ${tag}, person_sealed = ${sealPerson(tx.keys, network_id, id, to.person)} where id = ${id}`)
  }
}

/** Only the key can tell which rows are somebody's: a tag for each network that was ever proposed and may have rows. */
async function tagsOf(tx: Tx, me: Person): Promise<Buffer[]> {
  const rows = await tx.rows<{ network_id: Id }>(sql`
    select p.network_id from demand.proposal p where exists (select from demand.interest i where i.network_id = p.network_id)`)
  return rows.map((row) => interestTag(tx.keys, row.network_id, me.person))
}

async function retire(tx: Tx): Promise<number> {
  const today = dateOf(tx.now)
  const over = sql`select network_id from demand.proposal
    where ended_on < ${addDays(today, -30)} or started_on < ${addDays(today, -365)}`
  return tx.run(sql`delete from demand.interest where network_id in (${over})`)
}
