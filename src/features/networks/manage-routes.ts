import { get } from '#kernel/http.ts'
import { ledNetwork } from './find.ts'
import { manageView } from './manage-view.ts'
import { waitingHere } from './waiting.ts'

/** Everything that the leads of a network do, from one page. */
export const manageRoutes = [
  get('/networks/:slug/manage', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return manageView(ask, network, await waitingHere(tx, ask, network))
  }),
]
