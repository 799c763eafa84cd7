import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import { addressesOf, type Person } from '#kernel/viewer.ts'
import { normaliseAddress } from '#features/sign-in/index.ts'
import { addressTag, retireSponsors, sponsorshipsOf } from './sponsors.ts'

/** What is held about those who sponsor, or were asked to: found by their address. */
export const sponsorHolding: Holding = {
  what: 'Networks that you sponsor or were asked to sponsor: your name, work email address and position',
  why: 'So that you can answer, and be named where you agreed to be',
  keptFor: 'While you are the sponsor or may answer; 90 days after that',
  async export(tx, me) {
    const held = await tx.asSystem('give a sponsor what is held about them', (system) =>
      sponsorshipsOf(system, tagsOf(system, me)),
    )
    return held.map(({ name, email, position, status, invitedOn, answeredOn }) => ({
      name,
      email,
      position,
      status,
      invitedOn,
      answeredOn,
    }))
  },
  erase: async (tx, me) =>
    void (await tx.run(
      sql`delete from governance.sponsor where address_tag = any (${tagsOf(tx, me)}::bytea[])`,
    )),
  carry,
  retire: (tx) => retireSponsors(tx, addDays(dateOf(tx.now), -90)),
}

/**
 * What was asked of another address can be answered from this one. The leads keep the address that they wrote
 * to, and no other. Of two for one network the one that was accepted stays.
 */
async function carry(tx: Tx, from: Person, to: Person): Promise<void> {
  const after = addressTag(tx.keys, normaliseAddress(to.email).key ?? to.email)
  for (const before of tagsOf(tx, from)) {
    if (before.equals(after)) continue
    const over = sql`status = 'ended', ended_on = ${dateOf(tx.now)}, public_name = null, public_position = null`
    const twin = (other: Buffer) =>
      sql`exists (select from governance.sponsor o where o.network_id = s.network_id and o.address_tag = ${other} and o.status in ('invited', 'accepted')`
    await tx.run(sql`
      update governance.sponsor s set ${over}
      where address_tag = ${after} and status = 'invited' and ${twin(before)} and o.status = 'accepted')`)
    await tx.run(sql`
      update governance.sponsor s set ${over}
      where address_tag = ${before} and status in ('invited', 'accepted') and ${twin(after)})`)
    await tx.run(
      sql`update governance.sponsor set address_tag = ${after} where address_tag = ${before}`,
    )
  }
}

const tagsOf = (tx: Tx, me: Person): Buffer[] =>
  addressesOf(me).map((address) => addressTag(tx.keys, normaliseAddress(address).key ?? address))
