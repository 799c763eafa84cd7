import type { App } from '#kernel/app.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { enqueue } from '#kernel/jobs.ts'
import { sendMails } from '#kernel/mail.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'
import { networkById } from '#features/networks/index.ts'
import { letterEmail } from './emails.ts'
import { peopleOf } from './interest.ts'

export type LetterKind = 'update' | 'extended' | 'started' | 'dropped'
export type Letter = { id: Id; number: number; kind: LetterKind; text: string; written_on: string }

/** Of their own accord leads write this often: each is an email to many. */
export const mostUpdates = 5

const some = 200

/** What those who would join have been told, the newest first. */
export async function lettersOf(tx: Tx, network: Id): Promise<Letter[]> {
  const rows = await tx.rows<Omit<Letter, 'text'> & { text_sealed: Uint8Array | null }>(sql`
    select id, number, kind, text_sealed, written_on from demand.letter where network_id = ${network} order by number desc limit 20`)
  return rows.map(({ text_sealed, ...row }) => ({
    ...row,
    text: text_sealed ? open(tx.keys, network, row.id, text_sealed) : '',
  }))
}

/** Writes to everyone who would join: the emails go out in the background. As a lead, or as the application. */
export async function write(tx: Tx, network: Id, kind: LetterKind, text = ''): Promise<void> {
  const id = crypto.randomUUID()
  // Two who write at once: the second waits for the first, and gets the next number.
  await tx.run(sql`select network_id from demand.proposal where network_id = ${network} for update`)
  await tx.run(sql`
    insert into demand.letter (id, network_id, number, kind, text_sealed, written_on)
    select ${id}, ${network}, coalesce(max(number), 0) + 1, ${kind}, ${text ? seal(tx.keys, network, id, text) : null}, ${dateOf(tx.now)}
    from demand.letter where network_id = ${network}`)
  await enqueue(tx, 'demand.write', { network })
}

/**
 * Sends some of what people have not been told yet, each letter after the one before it, and asks for the
 * next lot. A letter counts as sent in the transaction that hands its email over, so that none goes twice.
 */
export async function sendLetters(tx: Tx, app: App, network: Id): Promise<void> {
  const about = await networkById(tx, network)
  if (!about) return
  const rows = await tx.rows<{ id: Id; person_sealed: Uint8Array; told: number }>(sql`
    update demand.interest set told = told + 1
    where id in (
      select id from demand.interest where network_id = ${network} and told < (select max(number) from demand.letter where network_id = ${network})
      order by told, id limit ${sql.lit(some)} for update skip locked)
    returning id, person_sealed, told`)
  if (rows.length === 0) return
  const letters = new Map((await lettersOf(tx, network)).map((letter) => [letter.number, letter]))
  const people = await peopleOf(tx, network, rows)
  await sendMails(
    tx,
    rows.flatMap(({ id, told }) => {
      const person = people.get(id)
      const letter = letters.get(told)
      if (!person || !letter) return []
      return [letterEmail(app, about, letter, id, { name: person.name, address: person.email })]
    }),
  )
  await enqueue(tx, 'demand.write', { network })
}

const placeOf = (id: Id) => ({ table: 'demand.letter', column: 'text', row: id })
const seal = (keys: Keys, network: Id, id: Id, text: string) =>
  keys.seal(`network:${network}`, placeOf(id), text)
const open = (keys: Keys, network: Id, id: Id, sealed: Uint8Array) =>
  keys.open(`network:${network}`, placeOf(id), sealed)
