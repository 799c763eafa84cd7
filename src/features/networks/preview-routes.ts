import { dateOf } from '#kernel/clock.ts'
import { get, one } from '#kernel/http.ts'
import { ledNetwork } from './find.ts'
import { onlookers, sightOf, type Onlooker } from './preview.ts'
import { previewView } from './preview-view.ts'
import { isKeyOf } from './words.ts'

/** What others will see of a network, for its leads. */
export const previewRoutes = [
  get('/networks/:slug/preview', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const asked = one(ask.query, 'as')
    const onlooker: Onlooker = isKeyOf(onlookers, asked) ? asked : 'stranger'
    return previewView(
      ask,
      network,
      onlooker,
      await sightOf(tx, ask.app, network, onlooker),
      dateOf(tx.now),
    )
  }),
]
