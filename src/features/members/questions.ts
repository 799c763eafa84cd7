import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

export type QuestionKind = 'text' | 'long-text' | 'choice' | 'choices'

/** What a network asks of those who join. */
export type Question = { id: Id; text: string; hint: string; kind: QuestionKind; choices: string[]; required: boolean }

/** What a network asks now, in order, for whoever may see the network. */
export async function questionsOf(tx: Tx, network: Id): Promise<Question[]> {
  return tx.rows<Question>(sql`
    select id, text, hint, kind, choices, required from members.question
    where network_id = ${network} and retired_on is null order by position, id`)
}
