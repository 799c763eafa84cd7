import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'

/** What someone answered when they joined. Several choices stand on lines of their own. */
export type GivenAnswer = { question: Id; asked: string; text: string }

/** What these memberships answered, in the order of the questions, as far as the viewer may see it. One query. */
export async function answersOf(
  tx: Tx,
  network: Id,
  memberships: readonly Id[],
): Promise<Map<Id, GivenAnswer[]>> {
  if (memberships.length === 0) return new Map()
  const rows = await tx.rows<{
    id: Id
    membership_id: Id
    question_id: Id
    asked: string
    sealed: Uint8Array
  }>(sql`
    select a.id, a.membership_id, a.question_id, q.text as asked, a.sealed
    from members.answer a join members.question q on q.id = a.question_id
    where a.network_id = ${network} and a.membership_id = any (${memberships}::uuid[]) order by q.position, q.id`)
  const answers = rows.map((row) => ({
    membership: row.membership_id,
    question: row.question_id,
    asked: row.asked,
    text: tx.keys.open(`network:${network}`, answerPlace(row.id), row.sealed),
  }))
  return Map.groupBy(answers, (answer) => answer.membership)
}

/** Puts new answers of the viewer in the place of their old ones to the questions asked now. */
export async function changeAnswers(
  tx: Tx,
  network: Id,
  membership: Id,
  answers: readonly { question: Id; text: string }[],
): Promise<void> {
  await tx.run(sql`
    delete from members.answer where membership_id = ${membership}
      and question_id in (select id from members.question where network_id = ${network} and retired_on is null)`)
  await keepAnswers(tx, network, membership, answers)
}

/** Keeps answers, sealed under the network's key. An answer that is there already stays. */
export async function keepAnswers(
  tx: Tx,
  network: Id,
  membership: Id,
  answers: readonly { question: Id; text: string }[],
): Promise<void> {
  for (const answer of answers) {
    const id = crypto.randomUUID()
    const sealed = sealAnswer(tx.keys, network, id, answer.text)
    await tx.run(sql`
      insert into members.answer (id, membership_id, network_id, question_id, sealed)
      values (${id}, ${membership}, ${network}, ${answer.question}, ${sealed})
      on conflict (membership_id, question_id) do nothing`)
  }
}

/** An answer as it is kept. */
export function sealAnswer(keys: Keys, network: Id, answer: Id, text: string): Buffer {
  return keys.seal(`network:${network}`, answerPlace(answer), text)
}

const answerPlace = (answer: Id) => ({ table: 'members.answer', column: 'sealed', row: answer })
