import { z } from 'zod'
import { found, type Tx } from '#kernel/db.ts'
import { fieldError, fill, text, type Filled } from '#kernel/forms.ts'
import { administrators, get, idIn, one, redirect, type Ask } from '#kernel/http.ts'
import { isId } from '#kernel/viewer.ts'
import { ledNetwork, readOrganisations } from '#features/networks/index.ts'
import {
  changeSet,
  deleteSet,
  keptSet,
  makeSet,
  readNetworks,
  setList,
  type InSet,
  type SetChange,
  type SetPlace,
} from './keeping-sets.ts'
import { hasParts } from './sets.ts'
import { linkView } from './views/link.ts'
import { deletionView, setsView, setView } from './views/sets.ts'

/** Sets of networks that administrators keep, and the address of a network's form for its leads to pass on. */
export const setRoutes = [
  administrators.get('/admin/sets', async (tx, ask) =>
    setsView(await setList(tx, placeOf(one(ask.query, 'after')))),
  ),
  administrators.get('/admin/sets/new', (_tx, ask) => setView(ask, {})),
  administrators.post('/admin/sets/new', async (tx, ask) => {
    const filled = await fillSet(tx, ask)
    if (!filled.ok) return setView(ask, filled)
    const id = await makeSet(tx, filled.value)
    return redirect(`/admin/sets/${id}`, 'The set is made. Its address is on this page')
  }),
  administrators.get('/admin/sets/:id', async (tx, ask) =>
    setView(ask, { set: await setOf(tx, ask) }),
  ),
  administrators.post('/admin/sets/:id', async (tx, ask) => {
    const set = await setOf(tx, ask)
    const filled = await fillSet(tx, ask, set.networks)
    if (!filled.ok) return setView(ask, { set, ...filled })
    await changeSet(tx, set.id, filled.value)
    return redirect(`/admin/sets/${set.id}`, 'Set saved')
  }),
  administrators.get('/admin/sets/:id/deletion', async (tx, ask) =>
    deletionView(await setOf(tx, ask)),
  ),
  administrators.post('/admin/sets/:id/deletion', async (tx, ask) => {
    const set = await setOf(tx, ask)
    await deleteSet(tx, set)
    return redirect('/admin/sets', `${set.title} is deleted`)
  }),
  get('/networks/:slug/join-link', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return linkView(ask, network, await hasParts(tx, network.id))
  }),
]

const setForm = z.object({
  title: text('Enter a title', 'The title', 120),
  organisation: text('Enter the name of the organisation', 'The name', 200),
  networks: text('Enter at least one network', 'The list', 20_000),
})

/** Reads what an administrator says of a set. The organisation and the networks have to be there. */
async function fillSet(
  tx: Tx,
  ask: Ask,
  already?: readonly InSet[],
): Promise<Filled<SetChange & { networks: string[] }>> {
  const filled = fill(setForm, ask.body)
  if (!filled.ok) return filled
  const { title } = filled.value
  const named = await readOrganisations(tx, filled.value.organisation)
  const read = await readNetworks(tx, filled.value.networks, already)
  const [organisation] = named.organisations
  const errors = [
    ...(named.problem ? [fieldError('organisation', named.problem)] : []),
    ...(read.problem ? [fieldError('networks', read.problem)] : []),
  ]
  if (errors.length > 0 || !organisation) return { ok: false, typed: ask.body, errors }
  const networks = read.networks.map((network) => network.id)
  return { ...filled, value: { title, organisation: organisation.id, networks } }
}

async function setOf(tx: Tx, ask: Ask) {
  return found(await keptSet(tx, idIn(ask)))
}

function placeOf(typed: string): SetPlace | undefined {
  const id = typed.slice(0, 36)
  return isId(id) ? { id, title: typed.slice(37, 200) } : undefined
}
