import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { enqueue } from '#kernel/jobs.ts'
import type { Id } from '#kernel/viewer.ts'
import { invite } from '#features/invitations/index.ts'
import { networkById } from '#features/networks/index.ts'
import { normaliseAddress } from '#features/sign-in/index.ts'
import { peopleOf } from './interest.ts'
import { write } from './letters.ts'

/** How many are invited in one transaction. */
const some = 500

/**
 * Looks for networks that were proposed, started and have gone live, and has those invited who said that they
 * would join; of one that was closed before it went live, it tells them. As the application.
 */
export async function lookForOpened(tx: Tx): Promise<void> {
  const started = await tx.rows<{ id: Id; status: string }>(sql`
    select n.id, n.status from demand.proposal p join networks.network n on n.id = p.network_id
    where p.started_on is not null and p.ended_on is null and n.status in ('live', 'closed') order by n.id limit 200`)
  for (const { id, status } of started) {
    if (status === 'live') await enqueue(tx, 'demand.invite', { network: id })
    else {
      await write(tx, id, 'dropped')
      await end(tx, id, 'dropped')
    }
  }
}

/**
 * Invites some of those who would join, and asks for the next lot; nobody is enrolled. Who has been invited is
 * forgotten here in the same transaction, so that nobody is invited twice. As the application.
 */
export async function inviteInterested(tx: Tx, id: Id): Promise<void> {
  const network = await networkById(tx, id)
  if (network?.status !== 'live') return
  const rows = await tx.rows<{ id: Id; person_sealed: Uint8Array }>(sql`
    delete from demand.interest where id in (
      select i.id from demand.interest i join demand.proposal p on p.network_id = i.network_id
      where i.network_id = ${id} and p.started_on is not null order by i.id limit ${sql.lit(some)} for update of i skip locked)
    returning id, person_sealed`)
  const people = [...(await peopleOf(tx, id, rows)).values()].flatMap(({ name, email }) => {
    const { address, key } = normaliseAddress(email)
    return address === undefined ? [] : [{ name, address, key }]
  })
  if (people.length > 0)
    await invite(tx, network, { people, origin: 'interest', actor: undefined, note: '' })
  if (rows.length === some) await enqueue(tx, 'demand.invite', { network: id })
  else await end(tx, id, 'started')
}

async function end(tx: Tx, network: Id, outcome: 'started' | 'dropped'): Promise<void> {
  await tx.run(sql`
    update demand.proposal set ended_on = ${dateOf(tx.now)}, outcome = ${outcome} where network_id = ${network} and ended_on is null`)
}
