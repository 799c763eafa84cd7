import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { addRings, type Details } from '#features/people/index.ts'
import { sealAnswer } from './answers.ts'
import { bondPlace, bondTag } from './bond.ts'
import { cardOf, sealCard } from './card.ts'
import type { Answer } from './joining.ts'

export type ManyAdmitted = {
  id: Id
  person: Id
  details: Details
  organisationName: string | null
  category: 'member' | 'ally'
  status: 'active' | 'requested' | 'waiting'
  joined_on: string
  /** The name that this network sees, when it is not the person's own. */
  displayName?: string
  answers?: readonly Answer[]
}

/**
 * Makes many memberships of one network at once, as the sample and the bench need: the same rows as `admit`
 * writes, without its checks. Nobody given may have a membership there yet. As the application.
 */
export async function admitMany(
  tx: Tx,
  network: Id,
  people: readonly ManyAdmitted[],
): Promise<void> {
  const rows = people.map((each) => {
    const { sealed, words } = sealCard(
      tx.keys,
      network,
      each.id,
      cardOf(each.details, each.organisationName, each.displayName),
    )
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
  await tx.run(
    // Members first: how many allies there is room for depends on them.
    sql`insert into members.membership (id, network_id, category, status, joined_on) select id, ${network}, category, status, joined_on from ${given}
      order by category = 'ally', status, joined_on, id`,
  )
  await tx.run(
    sql`insert into members.bond (membership_id, network_id, tag, person_sealed) select id, ${network}, decode(tag, 'hex'), decode(person, 'hex') from ${given}`,
  )
  await tx.run(sql`
    insert into members.card (membership_id, network_id, sealed, words)
    select id, ${network}, decode(card, 'hex'), array(select decode(word, 'hex') from jsonb_array_elements_text(words) as word) from ${given}`)
  const answers = people.flatMap(({ id: membership, answers: given = [] }) =>
    given.map((answer) => {
      const id = crypto.randomUUID()
      return {
        id,
        membership,
        question: answer.question,
        sealed: sealAnswer(tx.keys, network, id, answer.text).toString('hex'),
      }
    }),
  )
  if (answers.length > 0)
    await tx.run(sql`
    insert into members.answer (id, membership_id, network_id, question_id, sealed)
    select id, membership, ${network}, question, decode(sealed, 'hex')
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as r(id uuid, membership uuid, question uuid, sealed text)`)
  await addRings(
    tx,
    people.map((each) => ({ person: each.person, membership: each.id })),
  )
}
