import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'
import { allDetailsOf, detailsOf, type Details } from '#features/people/index.ts'

/** Tag of a person in a network: under the network's key, so the same person has another tag in every network. */
export function bondTag(keys: Keys, network: Id, person: Id): Buffer {
  return keys.tag(`network:${network}`, person)
}

/**
 * Makes a membership, tied to the person behind it. Out: the status that it has, which is another than was asked
 * for where an ally has to wait, and whether anyone waits there; undefined, and nothing made, when that person
 * has one in this network already. As the application.
 */
export async function tieNew(
  tx: Tx,
  person: Id,
  { id, network, category, status }: { id: Id; network: Id; category: string; status: string },
): Promise<{ status: string; waits: boolean } | undefined> {
  const sealed = tx.keys.seal(`network:${network}`, bondPlace(id), person)
  return tx.row(sql`
    with bond as (
      insert into members.bond (membership_id, network_id, tag, person_sealed)
      values (${id}, ${network}, ${bondTag(tx.keys, network, person)}, ${sealed}) on conflict (network_id, tag) do nothing
      returning membership_id)
    insert into members.membership (id, network_id, category, status, joined_on)
    select membership_id, ${network}, ${category}, ${status}, ${dateOf(tx.now)} from bond
    returning status, members.anyone_waits(network_id) as waits`)
}

/** The membership that a person has in a network, whatever its status. As the application. */
export async function membershipOf(
  tx: Tx,
  network: Id,
  person: Id,
): Promise<{ id: Id; status: string; category: string } | undefined> {
  return tx.row(sql`
    select m.id, m.status, m.category from members.bond b join members.membership m on m.id = b.membership_id
    where b.network_id = ${network} and b.tag = ${bondTag(tx.keys, network, person)}`)
}

/** Who of several people is in a network, or has asked to be: one query. As the application. */
export async function insideAmong(tx: Tx, network: Id, persons: readonly Id[]): Promise<Set<Id>> {
  const personOf = new Map(
    persons.map((person) => [bondTag(tx.keys, network, person).toString('hex'), person]),
  )
  const bonds = await tx.rows<{ tag: string }>(sql`
    select encode(b.tag, 'hex') as tag from members.bond b join members.membership m on m.id = b.membership_id
    where b.network_id = ${network} and m.status in ('active', 'requested', 'waiting')
      and b.tag = any (select decode(tag, 'hex') from jsonb_array_elements_text(${JSON.stringify([...personOf.keys()])}::jsonb) as given (tag))`)
  return new Set(bonds.map((bond) => personOf.get(bond.tag)!))
}

/** Who stands behind a membership, to write to them. As the application, for a named piece of work. */
export async function personBehind(
  tx: Tx,
  membership: Id,
): Promise<{ person: Id; details: Details } | undefined> {
  const row = await tx.row<{ network_id: Id; person_sealed: Uint8Array | null }>(sql`
    select network_id, person_sealed from members.bond where membership_id = ${membership}`)
  if (!row?.person_sealed) return undefined
  const person = tx.keys.open(`network:${row.network_id}`, bondPlace(membership), row.person_sealed)
  const details = await detailsOf(tx, person)
  return details && { person, details }
}

/** Who stands behind each of several memberships, in two queries. As the application, for a named piece of work. */
export async function peopleBehind(tx: Tx, memberships: readonly Id[]): Promise<Map<Id, Details>> {
  const bonds = await tx.rows<{ membership_id: Id; network_id: Id; person_sealed: Uint8Array }>(sql`
    select membership_id, network_id, person_sealed from members.bond
    where membership_id = any (${memberships}::uuid[]) and person_sealed is not null`)
  const persons = new Map(
    bonds.map((bond) => [
      bond.membership_id,
      tx.keys.open(`network:${bond.network_id}`, bondPlace(bond.membership_id), bond.person_sealed),
    ]),
  )
  const details = await allDetailsOf(tx, [...new Set(persons.values())])
  const behind = new Map<Id, Details>()
  for (const [membership, person] of persons)
    if (details.has(person)) behind.set(membership, details.get(person)!)
  return behind
}

/** Nobody stands behind the membership any more. As the application. */
export async function untie(tx: Tx, membership: Id): Promise<void> {
  await tx.run(sql`delete from members.bond where membership_id = ${membership}`)
}

/** Where the sealed person behind a membership stands. */
export const bondPlace = (membership: Id) => ({
  table: 'members.bond',
  column: 'person',
  row: membership,
})
