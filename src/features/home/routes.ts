import { get, open } from '#kernel/http.ts'
import { allWaiting, myNetworks, openNetworks } from './queries.ts'
import { frontView, homeView } from './views.ts'

export const routes = [
  open.get('/', async (tx) => frontView(await openNetworks(tx))),
  get('/home', async (tx, ask) => {
    const [waiting, networks] = await Promise.all([
      allWaiting(tx, ask.me, ask.app),
      myNetworks(tx, ask.me),
    ])
    return homeView({ name: ask.me.name, waiting, networks })
  }),
]
