import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { emailTag, sealDetails, type Details } from './queries.ts'
import { personByAnyAddress } from './second.ts'

/**
 * Makes an account for an address that has proved itself, or finds the one there is. As the application.
 * `second` says that it was found by an address kept beside the work address.
 */
export async function register(
  tx: Tx,
  key: string,
  details: Details,
): Promise<{ id: Id; details: Details; isNew: boolean; second: boolean }> {
  const id = crypto.randomUUID()
  const tag = emailTag(tx.keys, key)
  const made = await tx.run(sql`
    insert into people.person (id, email_tag, details_sealed, joined_on)
    select ${id}, ${tag}, ${sealDetails(tx.keys, id, details)}, ${dateOf(tx.now)}
    where not exists (select from people.second_address where email_tag = ${tag}) on conflict (email_tag) do nothing`)
  if (made) return { id, details, isNew: true, second: false }
  return { ...(await personByAnyAddress(tx, key))!, isNew: false }
}

/**
 * Gives a person another address, which has proved itself, and what it tells. As the application. If they kept
 * it as a second address, it is that no longer. Out: false when it is an address of somebody else's account.
 */
export async function changeEmail(
  tx: Tx,
  me: Pick<Person, 'person'>,
  key: string,
  details: Details,
): Promise<boolean> {
  const other = await personByAnyAddress(tx, key)
  if (other && other.id !== me.person) return false
  await tx.run(
    sql`delete from people.second_address where email_tag = ${emailTag(tx.keys, key)} and person_id = ${me.person}`,
  )
  await tx.run(
    sql`update people.person set email_tag = ${emailTag(tx.keys, key)}, details_sealed = ${sealDetails(tx.keys, me.person, details)} where id = ${me.person}`,
  )
  return true
}

/**
 * Locks accounts until the transaction ends, always in the same order, so that two changes of them at once
 * come one after the other. As the application. Out: false when one of them is there no longer.
 */
export async function holdAccounts(tx: Tx, persons: readonly Id[]): Promise<boolean> {
  const there = await tx.rows(
    sql`select id from people.person where id = any (${persons}::uuid[]) order by id for update`,
  )
  return there.length === new Set(persons).size
}

/** Keeps an account from being merged into another until the transaction ends. As the application. Out: false when it is gone. */
export async function keepAccount(tx: Tx, person: Id): Promise<boolean> {
  return (
    (await tx.row(sql`select id from people.person where id = ${person} for key share`)) !==
    undefined
  )
}
