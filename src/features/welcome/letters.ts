import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'
import { auditAct, type Network } from '#features/networks/index.ts'
import { usualWords, type Step, type Words } from './words.ts'

/** The words of one email, and whether the leads wrote them. */
export type StepWords = { words: Words; own: boolean }

type Named = Pick<Network, 'id' | 'purpose' | 'contact'>

/** What the email of a day says. */
export async function wordsOf(tx: Tx, network: Named, step: Step): Promise<StepWords> {
  return (await allWords(tx, network))[step]
}

/** What every email of the first weeks says. One query. */
export async function allWords(tx: Tx, network: Named): Promise<Record<Step, StepWords>> {
  const rows = await tx.rows<{ id: Id; step: Step; content_sealed: Uint8Array }>(
    sql`select id, step, content_sealed from welcome.letter where network_id = ${network.id}`,
  )
  const own = new Map(
    rows.map((row) => [row.step, open(tx.keys, network.id, row.id, row.content_sealed)]),
  )
  const at = (step: Step): StepWords => ({
    words: own.get(step) ?? usualWords(step, network),
    own: own.has(step),
  })
  return { 0: at(0), 7: at(7), 30: at(30) }
}

/** Keeps the leads' words for the email of a day. Two leads at once: the later one stands. */
export async function writeWords(tx: Tx, network: Id, step: Step, words: Words): Promise<void> {
  const known = await tx.row<{ id: Id }>(sql`
    insert into welcome.letter (id, network_id, step, content_sealed)
    values (${crypto.randomUUID()}, ${network}, ${step}, '') on conflict (network_id, step) do update set step = excluded.step returning id`)
  const sealed = tx.keys.seal(`network:${network}`, place(known!.id), JSON.stringify(words))
  await tx.run(sql`update welcome.letter set content_sealed = ${sealed} where id = ${known!.id}`)
  await auditAct(tx, 'welcome.written', network, { day: step })
}

/** The email of a day says what it says everywhere. */
export async function forgetWords(tx: Tx, network: Id, step: Step): Promise<void> {
  const gone = await tx.run(
    sql`delete from welcome.letter where network_id = ${network} and step = ${step}`,
  )
  if (gone) await auditAct(tx, 'welcome.reset', network, { day: step })
}

function open(keys: Keys, network: Id, id: Id, sealed: Uint8Array): Words {
  return JSON.parse(keys.open(`network:${network}`, place(id), sealed)) as Words
}

const place = (row: Id) => ({ table: 'welcome.letter', column: 'content', row })
