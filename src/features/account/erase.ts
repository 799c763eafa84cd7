import { auditInstallation } from '#kernel/audit.ts'
import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { open, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { stranger, type Id, type Person } from '#kernel/viewer.ts'
import { forgetMove } from '#features/addresses/index.ts'
import { ledAlone, mayStopLeading } from '#features/members/index.ts'
import { isOnlyAdministrator, withAddresses } from '#features/people/index.ts'
import { endSession } from '#features/sign-in/index.ts'
import { eraseView, erasedView, leadsAloneView } from './erase-views.ts'

/** What erasing would do; or, where a network would be left without a lead, what has to happen first. */
export async function erasePage(tx: Tx, ask: Ask): Promise<Reply> {
  const alone = await ledAlone(tx, ask.me)
  if (alone.length > 0) return leadsAloneView(alone)
  const onlyAdministrator =
    ask.me.administrator &&
    (await tx.asSystem('see whether there is another administrator', (system) =>
      isOnlyAdministrator(system, ask.me),
    ))
  return eraseView({
    networks: ask.me.memberships.length,
    onlyAdministrator,
    what: ask.app.features.flatMap((feature) => feature.holds.map((holding) => holding.what)),
  })
}

/** Erases the person, wholly or not at all, and ends the session. */
export async function erase(tx: Tx, ask: Ask): Promise<Reply> {
  await holdLeads(tx, ask.me)
  const alone = await ledAlone(tx, ask.me)
  if (alone.length > 0) return leadsAloneView(alone)
  await forgetMove(tx, ask)
  await eraseEverything(tx, ask.app, ask.me)
  await endSession(tx, ask)
  ask.viewer = stranger
  return redirect('/account/erased')
}

/** Of two leads who erase themselves at once, the second waits here, and then finds that it leads alone. */
async function holdLeads(tx: Tx, me: Person): Promise<void> {
  const led = await tx.rows<{ network_id: Id; membership_id: Id }>(sql`
    select distinct network_id, membership_id from members.appointment
    where membership_id = any (${me.memberships}::uuid[]) and manages and ended_on is null order by network_id`)
  for (const { network_id, membership_id } of led)
    await mayStopLeading(tx, network_id, membership_id)
}

export const goodbye = open.get('/account/erased', () => erasedView())

/**
 * Erases all that every capability holds about a person, in one transaction. What leans on others goes
 * first, so in the reverse of the order in which capabilities are listed: the account itself is the last.
 */
async function eraseEverything(tx: Tx, app: App, me: Person): Promise<void> {
  await tx.asSystem('erase a person at their own wish', async (system) => {
    const everywhere = await withAddresses(system, me)
    for (const feature of app.features.toReversed())
      for (const holding of feature.holds) await holding.erase(system, everywhere)
    await auditInstallation(system, 'account.erased')
  })
}
