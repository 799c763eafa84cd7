import { fieldError, fill } from '#kernel/forms.ts'
import { get, post, redirect } from '#kernel/http.ts'
import type { Tx } from '#kernel/db.ts'
import { ledNetwork, type Network } from './find.ts'
import type { Privacy } from './privacy.ts'
import { agree, changePrivacy, comingChange, consents, withdrawChange } from './privacy-change.ts'
import { planOf, privacyOf } from './privacy-plan.ts'
import { planView, privacyView, type Progress } from './privacy-views.ts'
import { readOrganisations, scopeOf } from './scope.ts'
import { privacyForm, typedPrivacy } from './settings-forms.ts'

/** How private a network is: its choices, and changes on their way. */
export const privacyRoutes = [
  get('/networks/:slug/settings/privacy', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const typed = typedPrivacy(await privacyOf(tx, network), await scopeOf(tx, network.id))
    return privacyView(ask, network, { typed }, await progressOf(tx, network))
  }),
  post('/networks/:slug/settings/privacy', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = fill(privacyForm, ask.body)
    if (!filled.ok) return privacyView(ask, network, filled, await progressOf(tx, network))
    const { confirmed, organisations: names, ...choices } = filled.value
    const { organisations, problem } =
      choices.findable === 'organisations'
        ? await readOrganisations(tx, names)
        : { organisations: [] }
    if (problem)
      return privacyView(
        ask,
        network,
        { ...filled, errors: [fieldError('organisations', problem)] },
        await progressOf(tx, network),
      )
    const asked: Privacy = { ...choices, organisations: organisations.map((each) => each.id) }
    if (confirmed === 'yes') return change(tx, network, asked)
    const plan = await planOf(tx, network, asked)
    if (!plan.changes)
      return redirect(`/networks/${network.slug}/settings/privacy`, 'Nothing has changed')
    return planView(ask, network, filled.typed, plan, organisations)
  }),
  post('/networks/:slug/settings/privacy/agreement', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const done = await agree(tx, network)
    return back(
      network,
      done ? 'You have agreed to the change' : 'There is no change to agree to any more',
    )
  }),
  post('/networks/:slug/settings/privacy/withdrawal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const done = await withdrawChange(tx, network)
    return back(
      network,
      done ? 'The change has been taken back' : 'There is no change to take back any more',
    )
  }),
]

async function change(tx: Tx, network: Network, asked: Privacy) {
  const { slug, changes, waits } = await changePrivacy(tx, network, asked)
  const notice = waits
    ? 'What makes the network more private holds now. The rest waits for every lead, and then for 30 days'
    : 'Saved. The new choices hold from now on'
  return redirect(`/networks/${slug}/settings/privacy`, changes ? notice : 'Nothing has changed')
}

async function progressOf(tx: Tx, network: Network): Promise<Progress | undefined> {
  const coming = await comingChange(tx, network.id)
  return coming && { coming, ...(await consents(tx, coming)) }
}

const back = (network: Network, notice: string) =>
  redirect(`/networks/${network.slug}/settings/privacy`, notice)
