import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import { keyringTag, type Id, type Person } from '#kernel/viewer.ts'

/** What someone tells about themselves, sealed whole in people.person. */
export type Details = {
  name: string
  /** As typed, for delivery. */
  email: string
  organisation: Id | null
  /** Whether the address told the organisation. One that somebody chose opens nothing. */
  organisationTold?: boolean
  region?: string
  gradeScheme?: string
  grade?: string
}

/** The tag by which a person is found: of the address without its +tag, lower case. */
export function emailTag(keys: Keys, key: string): Buffer {
  return keys.tag('people', key)
}

/** Who has this address (its key, from normaliseAddress)? As the application only. */
export async function personByEmail(
  tx: Tx,
  key: string,
): Promise<{ id: Id; details: Details } | undefined> {
  const row = await tx.row<{ id: Id; details_sealed: Uint8Array }>(sql`
    select id, details_sealed from people.person where email_tag = ${emailTag(tx.keys, key)}`)
  return row && { id: row.id, details: openDetails(tx.keys, row.id, row.details_sealed) }
}

/** The signed-in person's own details. */
export async function myDetails(tx: Tx, me: Person): Promise<Details> {
  const row = await tx.row<{ details_sealed: Uint8Array }>(
    sql`select details_sealed from people.person where id = ${me.person}`,
  )
  return openDetails(tx.keys, me.person, row!.details_sealed)
}

/** Changes the signed-in person's details. What networks see of them is changed by their cards (members). */
export async function changeDetails(tx: Tx, me: Person, details: Details): Promise<void> {
  await tx.run(
    sql`update people.person set details_sealed = ${sealDetails(tx.keys, me.person, details)} where id = ${me.person}`,
  )
}

/** Details of a person by id. As the application, for a named piece of work. */
export async function detailsOf(tx: Tx, person: Id): Promise<Details | undefined> {
  const row = await tx.row<{ details_sealed: Uint8Array }>(
    sql`select details_sealed from people.person where id = ${person}`,
  )
  return row && openDetails(tx.keys, person, row.details_sealed)
}

/** Details of several people at once. As the application, for a named piece of work. */
export async function allDetailsOf(tx: Tx, persons: readonly Id[]): Promise<Map<Id, Details>> {
  const rows = await tx.rows<{ id: Id; details_sealed: Uint8Array }>(
    sql`select id, details_sealed from people.person where id = any (${persons}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, openDetails(tx.keys, row.id, row.details_sealed)]))
}

export type Ring = { id: Id; membership_sealed: Uint8Array }

/** Someone's keyring. Works as a stranger, since only the key makes the tag. */
export async function ringsOf(tx: Tx, person: Id): Promise<Ring[]> {
  return tx.rows<Ring>(
    sql`select id, membership_sealed from people.rings(${keyringTag(tx.keys, person)})`,
  )
}

/** The viewer for a person; `second` says that they came by a second address. Works as a stranger. */
export async function viewerOf(
  tx: Tx,
  person: Id,
  session: Id,
  details: Details,
  administrator: boolean,
  second = false,
): Promise<Person> {
  const rings = await ringsOf(tx, person)
  return viewerWith(tx.keys, rings, { person, session, details, administrator, second })
}

/** The same for someone whose keyring has been read. */
export function viewerWith(
  keys: Keys,
  rings: readonly Ring[],
  {
    person,
    session,
    details,
    administrator,
    second,
  }: { person: Id; session: Id; details: Details; administrator: boolean; second: boolean },
): Person {
  const memberships = rings.map((ring) =>
    keys.open('keyring', ringPlace(ring.id), ring.membership_sealed),
  )
  return {
    kind: 'person',
    person,
    session,
    name: details.name,
    email: details.email,
    administrator: administrator && !second,
    organisation: details.organisationTold && !second ? details.organisation : null,
    memberships,
    ...(second ? { bySecondAddress: true as const } : {}),
  }
}

/** Adds a membership to a person's keyring. As the application. */
export async function addRing(tx: Tx, person: Id, membership: Id): Promise<void> {
  const id = crypto.randomUUID()
  await tx.run(sql`
    insert into people.ring (id, tag, membership_sealed)
    values (${id}, ${keyringTag(tx.keys, person)}, ${tx.keys.seal('keyring', ringPlace(id), membership)})`)
}

/** Takes a membership off a person's keyring. As the application, or as the person. */
export async function dropRing(tx: Tx, person: Id, membership: Id): Promise<void> {
  const rings = await tx.rows<{ id: Id; membership_sealed: Uint8Array }>(
    sql`select id, membership_sealed from people.ring where tag = ${keyringTag(tx.keys, person)}`,
  )
  for (const ring of rings) {
    if (tx.keys.open('keyring', ringPlace(ring.id), ring.membership_sealed) === membership)
      await tx.run(sql`delete from people.ring where id = ${ring.id}`)
  }
}

/** Opens sealed details, as the session function hands them over. */
export function openDetails(keys: Keys, person: Id, sealed: Uint8Array): Details {
  return JSON.parse(keys.open('people', detailsPlace(person), sealed)) as Details
}

/** Seals details for their row. */
export function sealDetails(keys: Keys, person: Id, details: Details): Buffer {
  return keys.seal('people', detailsPlace(person), JSON.stringify(details))
}

const detailsPlace = (person: Id) => ({ table: 'people.person', column: 'details', row: person })
/** Where the sealed membership of a keyring stands. */
export const ringPlace = (ring: Id) => ({ table: 'people.ring', column: 'membership', row: ring })
