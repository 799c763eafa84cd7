import { sql, type Tx } from '#kernel/db.ts'
import { addressesOf, invitedTag, type Id, type Person } from '#kernel/viewer.ts'
import { allTags } from './queries.ts'

/**
 * What waits for an answer at another address of the same person waits at this one. As the application. An
 * answer stays with the address that gave it: a no there is a no for good, and where either address has said
 * no, what waits at the other is over.
 */
export async function carryInvitations(tx: Tx, from: Person, to: Person): Promise<void> {
  const after = invitedTag(tx.keys, to.email)
  for (const address of addressesOf(from)) {
    const before = invitedTag(tx.keys, address)
    if (before.equals(after)) continue
    await tx.run(sql`
      update invitations.invitation i set status = 'withdrawn', content_sealed = null
      where tag = ${before} and status = 'waiting' and exists (select from invitations.invitation o
        where o.network_id = i.network_id and o.tag = ${after} and o.status in ('waiting', 'declined'))`)
    await tx.run(sql`
      update invitations.invitation i set status = 'withdrawn', content_sealed = null
      where tag = ${after} and status = 'waiting' and exists (select from invitations.invitation o
        where o.network_id = i.network_id and o.tag = ${before} and o.status = 'declined')`)
    await tx.run(
      sql`update invitations.invitation set tag = ${after} where tag = ${before} and status = 'waiting'`,
    )
  }
}

/** Nothing of someone stays, whichever address it was sent to. As the application. */
export async function eraseInvitations(tx: Tx, me: Person): Promise<void> {
  const tags = await allTags(tx, addressesOf(me))
  await tx.run(sql`delete from invitations.invitation where tag = any (${tags}::bytea[])`)
}

/** The invitations that went to someone, whichever address they were sent to. A network that they may not know of is not named. */
export async function invitationsTo(tx: Tx, me: Person): Promise<Record<string, unknown>[]> {
  const rows = await tx.asSystem('give someone the invitations that went to them', async (system) =>
    system.rows<{ network_id: Id; status: string; invited_on: string }>(sql`
        select network_id, status, invited_on from invitations.invitation
        where tag = any (${await allTags(system, addressesOf(me))}::bytea[]) order by invited_on desc`),
  )
  const networks = await tx.rows<{ id: Id; name: string }>(sql`
    select id, name from networks.network where id = any (${rows.map((row) => row.network_id)}::uuid[])`)
  const names = new Map(networks.map(({ id, name }) => [id, name]))
  return rows.map(({ network_id, status, invited_on: invited }) => ({
    network: names.get(network_id) ?? null,
    status,
    invited,
  }))
}
