import { sql, type Tx } from '#kernel/db.ts'
import { keyringTag, type Id } from '#kernel/viewer.ts'
import { emailTag, ringPlace, sealDetails, type Details } from './queries.ts'

/** Makes many accounts at once, as the sample and the bench need. All are new: an address that is known is an error. As the application. */
export async function registerMany(
  tx: Tx,
  people: readonly { id: Id; key: string; details: Details; joined_on: string }[],
): Promise<void> {
  const rows = people.map((each) => ({
    id: each.id,
    tag: emailTag(tx.keys, each.key).toString('hex'),
    sealed: sealDetails(tx.keys, each.id, each.details).toString('hex'),
    joined_on: each.joined_on,
  }))
  await tx.run(sql`
    insert into people.person (id, email_tag, details_sealed, joined_on)
    select id, decode(tag, 'hex'), decode(sealed, 'hex'), joined_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, tag text, sealed text, joined_on date)`)
}

/** Adds many memberships to their people's keyrings at once. As the application. */
export async function addRings(
  tx: Tx,
  rings: readonly { person: Id; membership: Id }[],
): Promise<void> {
  const rows = rings.map(({ person, membership }) => {
    const id = crypto.randomUUID()
    return {
      id,
      tag: keyringTag(tx.keys, person).toString('hex'),
      sealed: tx.keys.seal('keyring', ringPlace(id), membership).toString('hex'),
    }
  })
  await tx.run(sql`
    insert into people.ring (id, tag, membership_sealed)
    select id, decode(tag, 'hex'), decode(sealed, 'hex') from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, tag text, sealed text)`)
}
