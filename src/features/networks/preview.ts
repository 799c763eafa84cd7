import type { App } from '#kernel/app.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id, Viewer } from '#kernel/viewer.ts'
import { faceOf, type Face } from './face.ts'
import { findNetwork, type Network } from './find.ts'
import { directory } from './listing.ts'

/** Those through whose eyes a lead can look at the network. */
export const onlookers = {
  stranger: 'A stranger',
  'signed-in': 'Someone signed in',
  colleague: 'Someone in an organisation you named',
  member: 'A member',
} as const

export type Onlooker = keyof typeof onlookers

/** What an onlooker sees: the page, or nothing; and whether the directory lists it. */
export type Sight = { face?: Face; listed: boolean }

/**
 * What someone else sees of a network once it is live: read as that viewer, through the same rules, in a
 * live network that is taken back afterwards. As a lead.
 */
export async function sightOf(
  tx: Tx,
  app: App,
  network: Network,
  onlooker: Onlooker,
): Promise<Sight> {
  return tx.pretend(async (pretended) => {
    const viewer = await pretended.asSystem('show a preview', async (system) => {
      await system.run(
        sql`update networks.network set status = 'live', live_on = ${dateOf(tx.now)} where id = ${network.id} and status = 'setting-up'`,
      )
      return viewerFor(system, app, network.id, onlooker)
    })
    return pretended.as(viewer, async (seen) => {
      const found = await findNetwork(seen, network.slug)
      const listing = await directory(seen, { search: network.name })
      return {
        face: found && (await faceOf(seen, app, found)),
        listed: listing.networks.some((each) => each.id === network.id),
      }
    })
  })
}

async function viewerFor(tx: Tx, app: App, network: Id, onlooker: Onlooker): Promise<Viewer> {
  if (onlooker === 'stranger') return { kind: 'stranger' }
  const memberships: Id[] = []
  if (onlooker === 'member') {
    for (const feature of app.features) {
      const example = await feature.moments?.example?.(tx, network)
      if (example) memberships.push(example)
    }
  }
  const organisation = onlooker === 'colleague' ? await firstOrganisation(tx, network) : null
  // Nobody: an account that there is not, with no session to use it.
  return {
    kind: 'person',
    person: crypto.randomUUID(),
    session: crypto.randomUUID(),
    name: 'Someone',
    email: 'someone@example.invalid',
    administrator: false,
    organisation,
    memberships,
  }
}

async function firstOrganisation(tx: Tx, network: Id): Promise<Id | null> {
  const row = await tx.row<{ value: Id }>(sql`
    select value from networks.scope where network_id = ${network} and kind = 'organisation' order by value limit 1`)
  return row?.value ?? null
}
