import type { Moments } from '#kernel/feature.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql } from '#kernel/db.ts'
import { organisationById } from '#features/organisations/index.ts'
import { detailsOf } from '#features/people/index.ts'
import { appoint } from './appointments.ts'
import { admit } from './joining.ts'
import { mailLeads, mailMembers } from './letters.ts'
import { handOver } from './merging.ts'

/** What happens to a network, and what that means for who is in it. Run as the application. */
export const moments: Moments = {
  async founded(tx, network, founder) {
    const details = (await detailsOf(tx, founder.person))!
    const organisation = details.organisation
      ? await organisationById(tx, details.organisation)
      : undefined
    const { membership } = await admit(tx, {
      network: network.id,
      person: founder.person,
      details,
      organisationName: organisation?.name ?? null,
      category: 'member',
      status: 'active',
    })
    await appoint(tx, network.id, { membership, role: 'chair', manages: true, actor: membership })
  },

  async tell(tx, network, whom, write) {
    if (whom === 'leads') return mailLeads(tx, network, write)
    return mailMembers(tx, network, write)
  },

  membershipsMerged: handOver,

  async example(tx, network) {
    const id = crypto.randomUUID()
    await tx.run(sql`
      insert into members.membership (id, network_id, category, status, joined_on)
      values (${id}, ${network}, 'member', 'active', ${dateOf(tx.now)})`)
    return id
  },
}
