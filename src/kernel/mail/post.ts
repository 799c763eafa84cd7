import type { App } from '../app.ts'
import { sql, type Tx } from '../db.ts'
import { openEmail, type Email } from '../mail.ts'
import { emailHtml, emailText } from './email.ts'
import { AddressRefused, CannotDeliver } from './transport.ts'
import { noteReached, noteUnreachable } from './unreachable.ts'

const batch = 25
const threeDays = 3 * 24 * 60 * 60_000

/**
 * Takes some of the emails that are due and hands them to the mail server, side by side; without a mail
 * server it leaves them in the outbox page. Out: how many were taken. At most once: an email that was being
 * sent when the process died is not sent again, since it may have gone. One that the server did not take is
 * due again after as long as it has waited, up to an hour, for three days.
 */
export async function post(app: App): Promise<number> {
  if (app.config.mail.via === 'outbox') return app.db.asSystem(sending, keep)
  const taken = await app.db.asSystem(sending, take)
  if (taken.length === 0) return 0
  const outcomes = await Promise.all(taken.map((letter) => deliver(app, letter)))
  // Notify tells later whether what it took arrived.
  const reached =
    app.config.mail.via === 'smtp' ? outcomes.flatMap((outcome) => outcome.taken ?? []) : []
  await app.db.asSystem(sending, (tx) =>
    Promise.all([note(tx, taken, outcomes), noteReached(tx, reached)]),
  )
  return taken.length
}

const sending = 'send an email'

type Letter = { id: string; content_sealed: Uint8Array; created_at: Date }

/** `taken` and `refused`: the address, where it took the email, or is the reason why it did not go. */
type Outcome =
  | { taken: string }
  | { taken?: undefined; status: 'failed' | 'waiting'; reason: string; refused?: string }

const keep = (tx: Tx) =>
  tx.run(sql`update kernel.message set status = 'kept' where status = 'waiting'`)

const take = (tx: Tx) =>
  tx.rows<Letter>(sql`
    update kernel.message set status = 'sending' where id in (
      select id from kernel.message where status = 'waiting' and due_at <= ${tx.now}
      order by due_at limit ${sql.lit(batch)} for update skip locked)
    returning id, content_sealed, created_at`)

const notTaken = 'The mail server did not take it.'

async function deliver(app: App, { id, content_sealed }: Letter): Promise<Outcome> {
  const email = readable(app, id, content_sealed)
  // One that no key opens must not keep the others from going.
  if (!email) return { status: 'failed', reason: 'It could not be read.' }
  try {
    await app.transport.deliver({
      ...email,
      text: emailText(email.blocks),
      html: emailHtml(email.subject, email.blocks),
      id,
    })
    return { taken: email.to.address }
  } catch (error) {
    if (error instanceof AddressRefused) {
      const refused = email.to.address
      if (error.later) return { status: 'waiting', reason: notTaken, refused }
      return { status: 'failed', reason: error.message, refused }
    }
    if (error instanceof CannotDeliver) return { status: 'failed', reason: error.message }
    // What a server answers repeats the address, and is not ours to keep.
    return { status: 'waiting', reason: notTaken }
  }
}

function readable(app: App, id: string, sealed: Uint8Array): Email | undefined {
  try {
    return openEmail(app.db.keys, id, sealed)
  } catch {
    return undefined
  }
}

async function note(tx: Tx, letters: Letter[], outcomes: Outcome[]): Promise<void> {
  const gone = letters.filter((_, i) => outcomes[i]!.taken).map((letter) => letter.id)
  // Not even that there was one stays: its moment would stand beside those of sessions.
  if (gone.length > 0)
    await tx.run(sql`delete from kernel.message where id = any (${gone}::uuid[])`)
  for (const [i, { id, created_at }] of letters.entries()) {
    const outcome = outcomes[i]!
    if (outcome.taken !== undefined) continue
    const waited = tx.now.getTime() - created_at.getTime()
    if (outcome.status === 'waiting' && waited < threeDays)
      await tx.run(sql`
        update kernel.message set status = 'waiting', reason = ${outcome.reason}, due_at = ${again(tx.now, waited)} where id = ${id}`)
    else {
      await tx.run(sql`
        update kernel.message set status = 'failed', reason = ${outcome.reason}, content_sealed = null where id = ${id}`)
      if (outcome.refused) await noteUnreachable(tx, [outcome.refused])
    }
  }
}

const again = (now: Date, waited: number): Date =>
  new Date(now.getTime() + Math.min(Math.max(waited, 30_000), 3_600_000))
