import type { App } from '#kernel/app.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Job } from '#kernel/feature.ts'
import { enqueue } from '#kernel/jobs.ts'
import { roomForMail, sendMails } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import { invitationEmail, reminderEmail, type Inviting } from './emails.ts'
import { refusedAmong } from './in-peace.ts'
import { openDays } from './invite.ts'
import { openContent } from './queries.ts'

const some = 500
/** So many days without an answer, and whoever was invited is reminded. */
const patience = 14

export const jobs: Job[] = [
  {
    // Every minute, for those that waited: for their turn, or for their network to go live.
    name: 'invitations.send',
    every: '* * * * *',
    async run(app) {
      await app.db.asSystem('send invitations', (tx) => sendSome(tx, app))
      await app.db.asSystem('remind of invitations', (tx) => remindSome(tx, app))
    },
  },
]

type Going = Inviting & {
  id: Id
  network_id: Id
  tag: string
  content_sealed: Uint8Array
  sent_on: string
  expires_on: string
}

const columns = sql`i.id, i.network_id, encode(i.tag, 'hex') as tag, i.content_sealed, i.origin,
  i.sent_on, i.expires_on, n.name, n.purpose, n.sensitive`

/**
 * Sends as many invitations as this minute has room for, a few of each network in turn. Each is marked as sent
 * in the transaction that hands its email over, so that none goes twice whatever dies when. A network that is
 * not live keeps its own.
 */
async function sendSome(tx: Tx, app: App): Promise<void> {
  const waiting = await tx.rows<{ id: Id }>(sql`
    select i.id from invitations.invitation i join (
      select w.id, row_number() over (partition by w.network_id order by w.invited_on, w.id) as turn
      from invitations.invitation w join networks.network n on n.id = w.network_id
      where w.status = 'waiting' and w.sent_on is null and n.status = 'live'
      order by turn limit ${some}) queue on queue.id = i.id
    where i.status = 'waiting' and i.sent_on is null order by queue.turn, i.id
    for update of i skip locked`)
  const today = dateOf(tx.now)
  const chosen = await choose(tx, app, waiting)
  if (chosen.length === 0) return
  const going = await tx.rows<Going>(sql`
    update invitations.invitation i set sent_on = ${today}, expires_on = ${addDays(today, openDays)}
    from networks.network n where n.id = i.network_id and i.id = any (${chosen}::uuid[]) returning ${columns}`)
  const wanted = await withoutRefusals(tx, going)
  await sendMails(
    tx,
    wanted.map((each) => invitationEmail(app, each, each.id, contentOf(tx, each))),
  )
  if (waiting.length === some) await enqueue(tx, 'invitations.send')
}

/** Reminds those who have not answered for a fortnight: once, where the network wants it. */
async function remindSome(tx: Tx, app: App): Promise<void> {
  const today = dateOf(tx.now)
  const waiting = await tx.rows<{ id: Id }>(sql`
    select i.id from invitations.invitation i join networks.network n on n.id = i.network_id
      left join invitations.setting s on s.network_id = n.id
    where i.status = 'waiting' and i.reminded_on is null and i.sent_on <= ${addDays(today, -patience)} and i.expires_on > ${today}
      and n.status = 'live' and coalesce(s.reminders, not n.sensitive and n.names <> 'nobody')
    order by i.sent_on, i.id limit ${some} for update of i skip locked`)
  const chosen = await choose(tx, app, waiting)
  if (chosen.length === 0) return
  const going = await tx.rows<Going>(sql`
    update invitations.invitation i set reminded_on = ${today}
    from networks.network n where n.id = i.network_id and i.id = any (${chosen}::uuid[]) returning ${columns}`)
  const wanted = await withoutRefusals(tx, going)
  await sendMails(
    tx,
    wanted.map((each) =>
      reminderEmail(
        app,
        each,
        { id: each.id, sentOn: each.sent_on, expiresOn: each.expires_on },
        contentOf(tx, each),
      ),
    ),
  )
}

/** The first of these, as many as there is room for. */
async function choose(tx: Tx, app: App, waiting: readonly { id: Id }[]): Promise<Id[]> {
  if (waiting.length === 0) return []
  const room = await roomForMail(tx, app, waiting.length)
  return waiting.slice(0, room).map((row) => row.id)
}

/** Those to write to: invitations to whoever has come to want none at all end here. */
async function withoutRefusals(tx: Tx, going: readonly Going[]): Promise<Going[]> {
  const refused = await refusedAmong(
    tx,
    going.map((each) => each.tag),
  )
  const over = going.filter((each) => refused.has(each.tag)).map((each) => each.id)
  if (over.length > 0)
    await tx.run(sql`
      update invitations.invitation set status = 'expired', content_sealed = null where id = any (${over}::uuid[])`)
  return going.filter((each) => !refused.has(each.tag))
}

const contentOf = (tx: Tx, each: Going) =>
  openContent(tx.keys, each.network_id, each.id, each.content_sealed)
