import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { emailTag, openDetails, type Details } from './queries.ts'

/** An address kept to sign in with, beside the work address. */
export type SecondAddress = { id: Id; address: string; addedOn: string }

/** More than these nobody needs, and each is one more mailbox that opens the account. */
export const mostSecondAddresses = 2

/** Someone found by an address: `second` when it is one they keep beside their work address. */
export type FoundByAddress = { id: Id; details: Details; second: boolean }

/** Whose address is this (its key, from normaliseAddress): their work address, or a second one? As the application. */
export async function personByAnyAddress(tx: Tx, key: string): Promise<FoundByAddress | undefined> {
  const tag = emailTag(tx.keys, key)
  const row = await tx.row<{ id: Id; details_sealed: Uint8Array; second: boolean }>(sql`
    select id, details_sealed, email_tag <> ${tag} as second from people.person
    where email_tag = ${tag} or id = (select person_id from people.second_address where email_tag = ${tag})
    order by second limit 1`)
  if (!row) return undefined
  const details = openDetails(tx.keys, row.id, row.details_sealed)
  return { id: row.id, details: row.second ? untold(details) : details, second: row.second }
}

/** Details as far as a second address proves them: it does not tell where someone works. */
const untold = (details: Details): Details => ({ ...details, organisationTold: false })

/** The viewer's second addresses, the oldest first. Also as the application. */
export async function mySecondAddresses(
  tx: Tx,
  me: Pick<Person, 'person'>,
): Promise<SecondAddress[]> {
  const rows = await tx.rows<{ id: Id; address_sealed: Uint8Array; added_on: string }>(sql`
    select id, address_sealed, added_on from people.second_address where person_id = ${me.person} order by added_on, id`)
  return rows.map((row) => ({
    id: row.id,
    address: tx.keys.open('people', addressPlace(row.id), row.address_sealed),
    addedOn: row.added_on,
  }))
}

/**
 * Keeps an address that has proved itself. As the application. Out: its id, or undefined when there are as
 * many as there can be, or somebody has it already.
 */
export async function addSecondAddress(
  tx: Tx,
  person: Id,
  { key, address }: { key: string; address: string },
): Promise<Id | undefined> {
  const id = crypto.randomUUID()
  // Of two who add at once the second waits here.
  await tx.run(sql`select id from people.person where id = ${person} for update`)
  const made = await tx.run(sql`
    insert into people.second_address (id, person_id, email_tag, address_sealed, added_on)
    select ${id}, ${person}, ${emailTag(tx.keys, key)}, ${tx.keys.seal('people', addressPlace(id), address)}, ${dateOf(tx.now)}
    where (select count(*) from people.second_address where person_id = ${person}) < ${mostSecondAddresses}
      and not exists (select from people.person where email_tag = ${emailTag(tx.keys, key)})
    on conflict (email_tag) do nothing`)
  return made ? id : undefined
}

/** Gives up a second address. As its owner, or as the application. Out: false when there is no such. */
export async function dropSecondAddress(tx: Tx, person: Id, id: Id): Promise<boolean> {
  return (
    (await tx.run(
      sql`delete from people.second_address where id = ${id} and person_id = ${person}`,
    )) === 1
  )
}

/** The same person, with every address that something may be held under. */
export async function withAddresses(tx: Tx, me: Person): Promise<Person> {
  const second = await mySecondAddresses(tx, me)
  return { ...me, alsoAt: second.map(({ address }) => address) }
}

const addressPlace = (row: Id) => ({ table: 'people.second_address', column: 'address', row })
