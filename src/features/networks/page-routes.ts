import { dateOf } from '#kernel/clock.ts'
import { found } from '#kernel/db.ts'
import { open } from '#kernel/http.ts'
import { faceOf } from './face.ts'
import { findNetwork } from './find.ts'
import { pageView } from './page-view.ts'
import { waitingHere } from './waiting.ts'

/** The page of a network: its public face, and home for its members. */
export const pageRoutes = [
  open.get('/networks/:slug', async (tx, ask) => {
    const network = found(await findNetwork(tx, ask.params['slug'] ?? ''))
    const face = await faceOf(tx, ask.app, network)
    return pageView(
      ask,
      face,
      dateOf(tx.now),
      network.member ? await waitingHere(tx, ask, network) : [],
    )
  }),
]
