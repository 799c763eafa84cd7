import { fieldError, fill } from '#kernel/forms.ts'
import { get, post, redirect } from '#kernel/http.ts'
import { aboutView } from './about-view.ts'
import { changeNetwork } from './change.ts'
import { ledNetwork } from './find.ts'
import { namesake } from './founding.ts'
import { scopeView } from './scope-view.ts'
import { changeScope, readOrganisations, scopeOf } from './scope.ts'
import { aboutForm, scopeForm, statusForm, typedAbout, typedScope } from './settings-forms.ts'
import { settingsView } from './settings-views.ts'
import { statusView } from './status-view.ts'
import { changeStatus, lastChange, mayBecome } from './status.ts'
import type { NetworkStatus } from './words.ts'

/** What leads change: what the network says of itself, whom it is for, and its status. */
export const settingsRoutes = [
  get('/networks/:slug/settings', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return settingsView(ask, network, await scopeOf(tx, network.id))
  }),
  get('/networks/:slug/settings/about', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return aboutView(ask, network, { typed: typedAbout(network) })
  }),
  post('/networks/:slug/settings/about', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = fill(aboutForm, ask.body)
    if (!filled.ok) return aboutView(ask, network, filled)
    const same = await namesake(tx, filled.value.name, network.id)
    if (same && filled.value.name !== network.name) {
      return aboutView(ask, network, {
        ...filled,
        errors: [
          fieldError('name', `There is a network called ${same.name} already. Choose another name`),
        ],
      })
    }
    await changeNetwork(tx, network, filled.value)
    return redirect(`/networks/${network.slug}/settings`, 'Saved')
  }),
  get('/networks/:slug/settings/scope', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return scopeView(ask, network, { typed: typedScope(await scopeOf(tx, network.id)) })
  }),
  post('/networks/:slug/settings/scope', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = fill(scopeForm, ask.body)
    if (!filled.ok) return scopeView(ask, network, filled)
    const { organisations, problem } = await readOrganisations(tx, filled.value.organisations)
    if (problem)
      return scopeView(ask, network, { ...filled, errors: [fieldError('organisations', problem)] })
    const ids = organisations.map(({ id }) => id)
    await changeScope(tx, network, { ...filled.value, organisations: ids })
    return redirect(`/networks/${network.slug}/settings`, 'Saved')
  }),
  get('/networks/:slug/settings/status', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return statusView(ask, network, mayBecome(network), await lastChange(tx, network))
  }),
  post('/networks/:slug/settings/status', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const may = mayBecome(network)
    const filled = fill(statusForm(may), ask.body)
    if (!filled.ok) return statusView(ask, network, may, await lastChange(tx, network), filled)
    const done = await changeStatus(
      tx,
      network,
      filled.value.status as NetworkStatus,
      filled.value.reason,
    )
    return redirect(
      `/networks/${network.slug}`,
      done
        ? 'The status has been changed, and members are told by email'
        : 'Another lead changed the status first',
    )
  }),
]
