import type { App } from './app.ts'
import { sql, type Tx } from './db.ts'
import type { Job } from './feature.ts'
import { enqueue } from './jobs.ts'
import { emailHtml, emailText, type Block } from './mail/email.ts'
import { CannotDeliver } from './mail/transport.ts'

/** An email, as features write it: a subject, and blocks that become both text and HTML. */
export type Email = { to: { name: string; address: string }; subject: string; blocks: Block[] }

export type KeptEmail = { id: string; email: Email; at: Date; status: string }

/** Sends an email once this transaction commits. It is sealed while it waits, and forgotten once sent. */
export async function sendMail(tx: Tx, email: Email): Promise<void> {
  const id = crypto.randomUUID()
  const sealed = tx.keys.seal('mail', place(id), JSON.stringify(email))
  await tx.run(
    sql`insert into kernel.message (id, content_sealed, created_at) values (${id}, ${sealed}, ${tx.now})`,
  )
  await enqueue(tx, 'mail.send', { id })
}

/**
 * Hands a message to the mail server, or leaves it in the outbox page when there is none. At most once:
 * a message that was being sent when the process died is not sent again, since it may have gone.
 */
export const mailJob: Job = {
  name: 'mail.send',
  async run(app, payload) {
    const id = String(payload['id'])
    const sealed = await app.db.asSystem('send an email', async (tx) => {
      const to = app.config.mail.via === 'outbox' ? 'kept' : 'sending'
      const row = await tx.row<{ content_sealed: Uint8Array }>(sql`
        update kernel.message set status = ${to} where id = ${id} and status = 'waiting' returning content_sealed`)
      return row?.content_sealed
    })
    if (!sealed || app.config.mail.via === 'outbox') return
    const email = JSON.parse(app.db.keys.open('mail', place(id), sealed)) as Email
    try {
      await app.transport.deliver({
        ...email,
        text: emailText(email.blocks),
        html: emailHtml(email.subject, email.blocks),
        id,
      })
    } catch (error) {
      const final = error instanceof CannotDeliver
      await note(app, id, final ? 'failed' : 'waiting', final ? error.message : null)
      if (final) return
      throw error
    }
    // Not even that there was one stays: its moment would stand beside those of sessions.
    await app.db.asSystem('send an email', (tx) =>
      tx.run(sql`delete from kernel.message where id = ${id}`),
    )
  },
}

/**
 * Asks again for emails that a mail server did not take for half an hour, for three days; then they count
 * as failed. Without it an email would be forgotten once the job runner had given up trying.
 */
export const mailAgainJob: Job = {
  name: 'mail.again',
  every: '*/15 * * * *',
  run: (app) =>
    app.db.asSystem('send an email that waits', async (tx) => {
      const before = (minutes: number) => new Date(tx.now.getTime() - minutes * 60_000)
      await tx.run(sql`
        update kernel.message set status = 'failed', content_sealed = null, reason = 'The mail server took it on none of three days.'
        where status = 'waiting' and created_at < ${before(3 * 24 * 60)}`)
      const waiting = await tx.rows<{ id: string }>(sql`
        select id from kernel.message where status = 'waiting' and created_at < ${before(30)} order by created_at limit 1000`)
      for (const { id } of waiting) await enqueue(tx, 'mail.send', { id })
    }),
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
    email: JSON.parse(tx.keys.open('mail', place(row.id), row.content_sealed)) as Email,
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
      email: JSON.parse(tx.keys.open('mail', place(row.id), row.content_sealed)) as Email,
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

async function note(app: App, id: string, status: string, reason: string | null): Promise<void> {
  await app.db.asSystem('send an email', (tx) =>
    tx.run(sql`
      update kernel.message set status = ${status}, reason = ${reason},
        content_sealed = case when ${status} = 'waiting' then content_sealed end
      where id = ${id}`),
  )
}

const place = (id: string) => ({ table: 'kernel.message', column: 'content', row: id })
