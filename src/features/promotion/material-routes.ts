import { found, type Tx } from '#kernel/db.ts'
import { fieldError } from '#kernel/forms.ts'
import { download, get, one, post, redirect, type Ask, type Later } from '#kernel/http.ts'
import type { Network } from '#features/networks/index.ts'
import { materialsView, pictured, wordsView } from './material-views.ts'
import { fileOf, filenameOf, isGuarded, types } from './materials.ts'
import { messageOf, type Version } from './message.ts'
import { namingView } from './naming-view.ts'
import { chooseNaming, type Placement } from './placements.ts'
import { printed, wordsOn } from './printing.ts'
import { placed } from './routes.ts'

/** What is made for a place: posters, pictures and words, with or without the network's name. */
export const materialRoutes = [
  get('/networks/:slug/promote/:code', async (tx, ask) => {
    const { network, placement } = await placed(tx, ask)
    const message = messageFor(ask, network, placement)
    return async () =>
      materialsView(ask, network, placement, message, await wordsOn(message, pictured))
  }),
  get('/networks/:slug/promote/:code/words', async (tx, ask) => {
    const { network, placement } = await placed(tx, ask)
    return wordsView(ask, network, placement, messageFor(ask, network, placement))
  }),
  get('/networks/:slug/promote/:code/files/:file', file),
  get('/networks/:slug/promote/:code/naming', async (tx, ask) => {
    const { network, placement } = await placed(tx, ask)
    found(isGuarded(network) || undefined)
    return namingView(ask, network, placement)
  }),
  post('/networks/:slug/promote/:code/naming', async (tx, ask) => {
    const { network, placement } = await placed(tx, ask)
    found(isGuarded(network) || undefined)
    const isNamed = placement.named_on === null
    if (isNamed && one(ask.body, 'understood') !== 'yes') {
      const text = 'Confirm that posters for this place may name the network'
      return namingView(ask, network, placement, [fieldError('understood', text)])
    }
    await chooseNaming(tx, placement, isNamed)
    const page = `/networks/${network.slug}/promote/${placement.code}`
    return isNamed
      ? redirect(`${page}?version=named`, 'Posters for this place can name the network now')
      : redirect(page, 'Posters for this place no longer name the network')
  }),
]

async function file(tx: Tx, ask: Ask): Promise<Later> {
  const { network, placement } = await placed(tx, ask)
  const of = found(fileOf(ask.params['file']!))
  ask.app.pace('pictures made for', ask.me.person, 300, 10)
  const message = messageFor(ask, network, placement)
  const type = types[of.format]
  return async () => {
    const content = await printed(message, of)
    if (one(ask.query, 'show') === 'yes') return { type, content }
    return download(filenameOf(network, message, of), type, content)
  }
}

/** The version asked for, where it may be had: a network that is guarded is named only where a lead chose so. */
function messageFor(ask: Ask, network: Network, placement: Placement) {
  const asked = one(ask.query, 'version')
  const mayName = !isGuarded(network) || placement.named_on !== null
  const usual: Version = isGuarded(network) ? 'discreet' : 'named'
  const version = asked === 'discreet' ? 'discreet' : asked === 'named' && mayName ? 'named' : usual
  return messageOf(ask.app, network, placement, version)
}
