import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { openDetails } from './queries.ts'

export type Administrator = { id: Id; name: string; email: string; since: string }

/** Those who run the installation, the longest-serving first. As the application. */
export async function administratorsOf(tx: Tx): Promise<Administrator[]> {
  const rows = await tx.rows<{ id: Id; details_sealed: Uint8Array; since: string }>(sql`
    select p.id, p.details_sealed, a.since from people.administrator a join people.person p on p.id = a.person_id
    order by a.since, p.id limit 200`)
  return rows.map(({ id, details_sealed, since }) => {
    const { name, email } = openDetails(tx.keys, id, details_sealed)
    return { id, name, email, since }
  })
}

/** Whether someone is an administrator. As the application. */
export async function isAdministrator(tx: Tx, person: Id): Promise<boolean> {
  return (
    (await tx.row(sql`select person_id from people.administrator where person_id = ${person}`)) !==
    undefined
  )
}

/** Makes someone an administrator. As the application. Out: false when they were one already. */
export async function makeAdministrator(tx: Tx, person: Id): Promise<boolean> {
  const made = await tx.run(sql`
    insert into people.administrator (person_id, since) values (${person}, ${dateOf(tx.now)})
    on conflict (person_id) do nothing`)
  return made > 0
}

/**
 * Someone stops being an administrator. As the application. Out: false when they are the last, or are none.
 * Of two who remove each other at once, the second waits here, and then finds that nobody else is left.
 */
export async function stopAdministrating(tx: Tx, person: Id): Promise<boolean> {
  await tx.run(sql`select pg_advisory_xact_lock(7268433)`)
  const stopped = await tx.run(sql`
    delete from people.administrator where person_id = ${person}
    and exists (select from people.administrator other where other.person_id <> ${person})`)
  return stopped > 0
}

/** Someone is an administrator no longer, even if they were the last: the start prints a link that makes another. As the application. */
export async function endAdministrating(tx: Tx, person: Id): Promise<boolean> {
  return (await tx.run(sql`delete from people.administrator where person_id = ${person}`)) > 0
}

/** Whether there is no other administrator than this person. As the application. */
export async function isOnlyAdministrator(tx: Tx, me: Person): Promise<boolean> {
  const rows = await tx.rows<{ person_id: Id }>(
    sql`select person_id from people.administrator limit 2`,
  )
  return rows.length === 1 && rows[0]!.person_id === me.person
}
