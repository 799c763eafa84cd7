import { get, open } from '#kernel/http.ts'
import { allWaiting, myNetworks, openNetworks } from './queries.ts'
import { frontView, homeView } from './views.ts'

export const routes = [
  open.get('/', async (tx) => frontView(await openNetworks(tx))),
  get('/home', async (tx, ask) =>
    homeView({
      name: ask.me.name,
      waiting: await allWaiting(tx, ask.me, ask.app),
      networks: await myNetworks(tx, ask.me),
    }),
  ),
]
