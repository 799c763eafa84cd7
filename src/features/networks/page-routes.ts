import { dateOf } from '#kernel/clock.ts'
import { found, type Tx } from '#kernel/db.ts'
import type { Waiting } from '#kernel/feature.ts'
import { open, type Ask } from '#kernel/http.ts'
import { faceOf } from './face.ts'
import { findNetwork, type Network } from './find.ts'
import { pageView } from './page-view.ts'

/** The page of a network: its public face, and home for its members. */
export const pageRoutes = [
  open.get('/networks/:slug', async (tx, ask) => {
    const network = found(await findNetwork(tx, ask.params['slug'] ?? ''))
    const face = await faceOf(tx, ask.app.features, network)
    return pageView(
      ask,
      face,
      dateOf(tx.now),
      network.member ? await waitingHere(tx, ask, network) : [],
    )
  }),
]

/** What waits for a member in this network, out of all that waits for them. */
async function waitingHere(tx: Tx, ask: Ask, network: Network): Promise<Waiting[]> {
  const all: Waiting[] = []
  for (const feature of ask.app.features)
    all.push(...((await feature.waiting?.(tx, ask.me, ask.app)) ?? []))
  return all.filter((each) => each.href.startsWith(`/networks/${network.slug}/`))
}
