import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { addRings, type Details } from '#features/people/index.ts'
import { bondPlace, bondTag } from './bond.ts'
import { cardOf, sealCard } from './card.ts'

export type ManyAdmitted = { id: Id; person: Id; details: Details; organisationName: string | null; category: 'member' | 'ally'; status: 'active' | 'requested'; joined_on: string }

/**
 * Makes many memberships of one network at once, as the sample and the bench need: the same rows as `admit`
 * writes, without its checks. Nobody given may have a membership there yet. As the application.
 */
export async function admitMany(tx: Tx, network: Id, people: readonly ManyAdmitted[]): Promise<void> {
  const rows = people.map((each) => {
    const { sealed, words } = sealCard(tx.keys, network, each.id, cardOf(each.details, each.organisationName))
    return {
      id: each.id,
      category: each.category,
      status: each.status,
      joined_on: each.joined_on,
      tag: bondTag(tx.keys, network, each.person).toString('hex'),
      person: tx.keys.seal(`network:${network}`, bondPlace(each.id), each.person).toString('hex'),
      card: sealed.toString('hex'),
      words: words.map((word) => word.toString('hex')),
    }
  })
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, category text, status text, joined_on date, tag text, person text, card text, words jsonb)`
  await tx.run(sql`insert into members.membership (id, network_id, category, status, joined_on) select id, ${network}, category, status, joined_on from ${given}`)
  await tx.run(sql`insert into members.bond (membership_id, network_id, tag, person_sealed) select id, ${network}, decode(tag, 'hex'), decode(person, 'hex') from ${given}`)
  await tx.run(sql`
    insert into members.card (membership_id, network_id, sealed, words)
    select id, ${network}, decode(card, 'hex'), array(select decode(word, 'hex') from jsonb_array_elements_text(words) as word) from ${given}`)
  await addRings(tx, people.map((each) => ({ person: each.person, membership: each.id })))
}
