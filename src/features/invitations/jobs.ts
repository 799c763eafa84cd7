import type { App } from '#kernel/app.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Job } from '#kernel/feature.ts'
import { enqueue } from '#kernel/jobs.ts'
import { sendMail } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import { networkById, type Network } from '#features/networks/index.ts'
import { invitationEmail } from './emails.ts'
import { openContent } from './queries.ts'

const some = 100
const days = 30

export const jobs: Job[] = [
  {
    name: 'invitations.send',
    run: (app, payload) =>
      app.db.asSystem('send invitations', (tx) => sendSome(tx, app, String(payload['network']))),
  },
  // Those written before their network went live.
  {
    name: 'invitations.send-held',
    every: '*/10 * * * *',
    run: (app) => app.db.asSystem('send invitations', sendHeld),
  },
]

/**
 * Sends some of a network's invitations, and asks for the next lot. Each is marked as sent in the transaction
 * that hands its email over, so that none goes twice. A network that is not live yet keeps them.
 */
async function sendSome(tx: Tx, app: App, id: Id): Promise<void> {
  const network = await networkById(tx, id)
  if (network?.status !== 'live') return
  const today = dateOf(tx.now)
  const rows = await tx.rows<{ id: Id; content_sealed: Uint8Array }>(sql`
    update invitations.invitation set sent_on = ${today}, expires_on = ${addDays(today, days)}
    where id in (select id from invitations.invitation where network_id = ${id} and status = 'waiting' and sent_on is null order by id limit ${some} for update skip locked)
    returning id, content_sealed`)
  for (const row of rows) await sendOne(tx, app, network, row)
  if (rows.length === some) await enqueue(tx, 'invitations.send', { network: id })
}

async function sendOne(
  tx: Tx,
  app: App,
  network: Network,
  row: { id: Id; content_sealed: Uint8Array },
): Promise<void> {
  await sendMail(
    tx,
    invitationEmail(
      app,
      network,
      row.id,
      openContent(tx.keys, network.id, row.id, row.content_sealed),
    ),
  )
}

async function sendHeld(tx: Tx): Promise<void> {
  const networks = await tx.rows<{ id: Id }>(sql`
    select n.id from networks.network n where n.status = 'live'
      and exists (select from invitations.invitation i where i.network_id = n.id and i.status = 'waiting' and i.sent_on is null) limit 500`)
  for (const network of networks) await enqueue(tx, 'invitations.send', { network: network.id })
}
