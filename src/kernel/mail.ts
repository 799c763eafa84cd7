import type { App } from './app.ts'
import { sql, type Tx } from './db.ts'
import type { Keys } from './keys.ts'
import type { Block } from './mail/email.ts'
import { take } from './limits.ts'
import { wake } from './wake.ts'

/** An email, as features write it: a subject, and blocks that become both text and HTML. */
export type Email = {
  to: { name: string; address: string }
  subject: string
  blocks: Block[]
  /** Where whoever gets it stops emails of this kind; mail programs show it beside the sender. */
  unsubscribe?: string
}

export type KeptEmail = { id: string; email: Email; at: Date; status: string }

/** Sends an email once this transaction commits. It is sealed while it waits, and forgotten once sent. */
export async function sendMail(tx: Tx, email: Email): Promise<void> {
  await sendMails(tx, [email])
}

/** Sends many at once. */
export async function sendMails(tx: Tx, emails: readonly Email[]): Promise<void> {
  if (emails.length === 0) return
  const ids = emails.map(() => crypto.randomUUID())
  const sealed = emails.map((email, i) =>
    tx.keys.seal('mail', place(ids[i]!), JSON.stringify(email)),
  )
  tx.afterCommit(() => wake('mail'))
  await tx.run(sql`
    insert into kernel.message (id, content_sealed, created_at, due_at)
    select id, sealed, ${tx.now}, ${tx.now} from unnest(${ids}::uuid[], ${sealed}::bytea[]) as given (id, sealed)`)
}

/**
 * Room for so many emails in bulk, such as invitations, out of what may leave this minute. Holds across
 * processes. Out: for how many; the others wait for a later minute.
 */
export async function roomForMail(tx: Tx, app: App, wanted: number): Promise<number> {
  const most = app.config.mail.rate
  return take(tx, 'emails in bulk', '', { wanted, most, minutes: 1, part: true })
}

/** Opens what was sealed of an email. */
export function openEmail(keys: Keys, id: string, sealed: Uint8Array): Email {
  return JSON.parse(keys.open('mail', place(id), sealed)) as Email
}

/** What the outbox page shows: the newest first, fifty at a time. */
export async function keptEmails(tx: Tx, before?: Date): Promise<KeptEmail[]> {
  const rows = await tx.rows<{
    id: string
    content_sealed: Uint8Array
    created_at: Date
    status: string
  }>(sql`
    select id, content_sealed, created_at, status from kernel.message
    where content_sealed is not null and created_at < ${before ?? new Date(8.64e15 / 1000)} order by created_at desc limit 50`)
  return rows.map((row) => ({
    id: row.id,
    at: row.created_at,
    status: row.status,
    email: openEmail(tx.keys, row.id, row.content_sealed),
  }))
}

/** The emails to someone that are still here, with or without a +tag: waiting, or kept because there is no mail server. As the application. */
export async function emailsTo(tx: Tx, address: string): Promise<KeptEmail[]> {
  const rows = await tx.rows<{
    id: string
    content_sealed: Uint8Array
    created_at: Date
    status: string
  }>(sql`
    select id, content_sealed, created_at, status from kernel.message where content_sealed is not null order by created_at desc`)
  return rows
    .map((row) => ({
      id: row.id,
      at: row.created_at,
      status: row.status,
      email: openEmail(tx.keys, row.id, row.content_sealed),
    }))
    .filter((kept) => untagged(kept.email.to.address) === untagged(address))
}

/** Forgets the emails to an address. As the application. */
export async function forgetEmailsTo(tx: Tx, address: string): Promise<void> {
  const ids = (await emailsTo(tx, address)).map((kept) => kept.id)
  if (ids.length > 0) await tx.run(sql`delete from kernel.message where id = any (${ids}::uuid[])`)
}

const untagged = (address: string) =>
  address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, '@')

const place = (id: string) => ({ table: 'kernel.message', column: 'content', row: id })
