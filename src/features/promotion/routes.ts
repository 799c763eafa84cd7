import { found, type Tx } from '#kernel/db.ts'
import { fieldError } from '#kernel/forms.ts'
import { get, post, redirect, type Ask } from '#kernel/http.ts'
import { ledNetwork, type Network } from '#features/networks/index.ts'
import { figuresOf } from './figures.ts'
import { readName, readPlaces } from './forms.ts'
import {
  findPlacement,
  makePlacements,
  mostPlacements,
  placementsOf,
  renamePlacement,
  retirePlacement,
  type Placement,
} from './placements.ts'
import { placeView, placesView, renameView, retirementView } from './views.ts'

/** The links of a network: where they are seen, and what came of them. */
export const routes = [
  get('/networks/:slug/promote', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const placements = await placementsOf(tx, network.id)
    return placesView(ask, network, placements, await figuresOf(tx, network))
  }),
  get('/networks/:slug/promote/new', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return placeView(ask, network, await placementsOf(tx, network.id))
  }),
  post('/networks/:slug/promote/new', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const before = await placementsOf(tx, network.id)
    const filled = readPlaces(ask.body, before)
    if (!filled.ok) return placeView(ask, network, before, filled)
    if (await makePlacements(tx, network.id, filled.value)) {
      const words = filled.value.length === 1 ? 'Link made' : `${filled.value.length} links made`
      return redirect(`/networks/${network.slug}/promote`, words)
    }
    const text = `A network can have ${mostPlacements} links. Retire one that you no longer use`
    return placeView(ask, network, before, { ...filled, errors: [fieldError('place', text)] })
  }),
  get('/networks/:slug/promote/:code/name', async (tx, ask) => {
    const { network, placement } = await placed(tx, ask)
    return renameView(ask, network, placement)
  }),
  post('/networks/:slug/promote/:code/name', async (tx, ask) => {
    const { network, placement } = await placed(tx, ask)
    const filled = readName(ask.body, placement, await placementsOf(tx, network.id))
    if (!filled.ok) return renameView(ask, network, placement, filled)
    await renamePlacement(tx, placement, filled.value.name)
    return redirect(`/networks/${network.slug}/promote`, 'Name changed')
  }),
  get('/networks/:slug/promote/:code/retirement', async (tx, ask) => {
    const { network, placement } = await placed(tx, ask)
    return retirementView(ask, network, placement)
  }),
  post('/networks/:slug/promote/:code/retirement', async (tx, ask) => {
    const { network, placement } = await placed(tx, ask)
    await retirePlacement(tx, placement)
    return redirect(`/networks/${network.slug}/promote`, 'Link retired')
  }),
]

/** A link of a network, for the network's leads. */
export async function placed(
  tx: Tx,
  ask: Ask,
): Promise<{ network: Network; placement: Placement }> {
  const network = await ledNetwork(tx, ask)
  return { network, placement: found(await findPlacement(tx, network.id, ask.params['code']!)) }
}
