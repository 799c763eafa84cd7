import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

export type QuestionKind = 'text' | 'long-text' | 'choice' | 'choices'

/** What a network asks of those who join. */
export type Question = {
  id: Id
  text: string
  hint: string
  kind: QuestionKind
  choices: string[]
  required: boolean
}

/** More than this, and people give up half-way. */
export const mostQuestions = 10

/** What a network asks now, in order, for whoever may see the network. */
export async function questionsOf(tx: Tx, network: Id): Promise<Question[]> {
  return tx.rows<Question>(sql`
    select id, text, hint, kind, choices, required from members.question
    where network_id = ${network} and retired_on is null order by position, id`)
}

/** Asks one more question, after the others. */
export async function addQuestion(
  tx: Tx,
  network: Id,
  question: Omit<Question, 'id'>,
  actor: Id,
): Promise<void> {
  await tx.run(sql`
    insert into members.question (network_id, position, text, hint, kind, choices, required)
    select ${network}, coalesce(max(position), 0) + 1, ${question.text}, ${question.hint}, ${question.kind}, ${question.choices}::text[], ${question.required}
    from members.question where network_id = ${network}`)
  await auditNetwork(tx, 'members.question-added', { network, actor })
}

/**
 * Changes a question. Answers belong to the words they were given to: where there are any and the words
 * change, the old question is retired and the new one takes its place.
 */
export async function changeQuestion(
  tx: Tx,
  network: Id,
  id: Id,
  question: Omit<Question, 'id'>,
  actor: Id,
): Promise<void> {
  const replaced = await tx.row<{ position: number }>(sql`
    update members.question q set retired_on = ${dateOf(tx.now)}
    where id = ${id} and network_id = ${network} and retired_on is null
      and (text, kind, choices) is distinct from (${question.text}, ${question.kind}, ${question.choices}::text[])
      and exists (select from members.answer where question_id = q.id)
    returning position`)
  if (replaced) {
    await tx.run(sql`
      insert into members.question (network_id, position, text, hint, kind, choices, required)
      values (${network}, ${replaced.position}, ${question.text}, ${question.hint}, ${question.kind}, ${question.choices}::text[], ${question.required})`)
  } else {
    await tx.run(sql`
      update members.question set text = ${question.text}, hint = ${question.hint}, kind = ${question.kind}, choices = ${question.choices}::text[], required = ${question.required}
      where id = ${id} and network_id = ${network} and retired_on is null`)
  }
  await auditNetwork(tx, 'members.question-changed', { network, actor })
}

/** Moves a question one place up or down. */
export async function moveQuestion(tx: Tx, network: Id, id: Id, by: 1 | -1): Promise<void> {
  const order = (await questionsOf(tx, network)).map((question) => question.id)
  const at = order.indexOf(id)
  const other = order[at + by]
  if (at < 0 || !other) return
  order[at] = other
  order[at + by] = id
  await tx.run(sql`
    update members.question set position = place.position
    from unnest(${order}::uuid[]) with ordinality as place (id, position) where question.id = place.id and network_id = ${network}`)
}

/** Asks this no longer. Answers given stay for a while with those who gave them. */
export async function retireQuestion(tx: Tx, network: Id, id: Id, actor: Id): Promise<void> {
  const retired = await tx.run(
    sql`update members.question set retired_on = ${dateOf(tx.now)} where id = ${id} and network_id = ${network} and retired_on is null`,
  )
  if (retired) await auditNetwork(tx, 'members.question-retired', { network, actor })
}
