import { addDays, dateOf } from '#kernel/clock.ts'
import { allowed, found, type Tx } from '#kernel/db.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { get, post, redirect, type Ask, type View } from '#kernel/http.ts'
import { auditAct, ledNetwork, type Network } from '#features/networks/index.ts'
import { endForm, readBy, readTerms, updateForm } from './forms.ts'
import { helpersOf } from './interest.ts'
import { lettersOf, mostUpdates, write } from './letters.ts'
import { endView, extensionView, startView, updateView } from './decision-views.ts'
import { drop, extend, proposalOf, putForward, start, type Proposal } from './proposals.ts'
import { proposalView, proposeView } from './proposal-views.ts'

/** What the leads of a network do with its proposal. */
export const proposalRoutes = [
  get('/networks/:slug/proposal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const proposal = await proposalOf(tx, network.id)
    if (!proposal) return proposeView(ask, network, {})
    return proposalView(ask, network, {
      proposal,
      today: dateOf(tx.now),
      letters: await lettersOf(tx, network.id),
      helpers: await helpersOf(tx, network.id),
    })
  }),
  post('/networks/:slug/proposal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    if (network.status !== 'setting-up' || network.findable === 'invited') return back(network)
    const filled = readTerms(ask.body, dateOf(tx.now))
    if (!filled.ok) return proposeView(ask, network, filled)
    const done = await putForward(tx, network, filled.value)
    return back(network, done ? 'Your network is proposed. Now share its page' : undefined)
  }),
  get('/networks/:slug/proposal/update', async (tx, ask) => {
    const { network } = await proposed(tx, ask)
    return updateView(ask, network, await updatesLeft(tx, network))
  }),
  post('/networks/:slug/proposal/update', async (tx, ask) => {
    const { network } = await proposed(tx, ask)
    const left = await updatesLeft(tx, network)
    const filled = fill(updateForm, ask.body)
    if (!filled.ok) return updateView(ask, network, left, filled)
    if (left <= 0) return back(network, 'You have written as often as you can')
    await write(tx, network.id, 'update', filled.value.text)
    await auditAct(tx, 'demand.update-written', network.id)
    return back(network, 'Your news is on its way')
  }),
  get('/networks/:slug/proposal/start', async (tx, ask) => {
    const { network, proposal } = await proposed(tx, ask)
    return startView(ask, network, proposal)
  }),
  post('/networks/:slug/proposal/start', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const done = await start(tx, network)
    return done
      ? redirect(`/networks/${network.slug}/setup`, 'It has started. Now set it up')
      : back(network, 'That was decided already')
  }),
  get('/networks/:slug/proposal/extension', async (tx, ask) => {
    const { network, proposal } = await proposed(tx, ask)
    return proposal.extended_on ? back(network) : extensionView(ask, network, proposal)
  }),
  post('/networks/:slug/proposal/extension', async (tx, ask) => {
    const { network, proposal } = await proposed(tx, ask)
    const by = readBy(ask.body, dateOf(tx.now), proposal.by_on)
    if (!by.date) {
      const errors = [fieldError('by-day', by.problem!)]
      return extensionView(ask, network, proposal, { typed: ask.body, errors })
    }
    const done = await extend(tx, network, by.date)
    return back(network, done ? 'It has more time' : 'It has had more time already')
  }),
  get('/networks/:slug/proposal/end', async (tx, ask): Promise<View> => {
    const { network } = await proposed(tx, ask)
    return endView(ask, network)
  }),
  post('/networks/:slug/proposal/end', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = fill(endForm, ask.body)
    if (!filled.ok) return endView(ask, network, filled)
    const done = await drop(tx, network, filled.value.text)
    return back(
      network,
      done ? 'It is dropped. We tell those who would have joined' : 'That was decided already',
    )
  }),
]

/** The network of an address and its proposal, for its leads while they can still decide. */
async function proposed(tx: Tx, ask: Ask): Promise<{ network: Network; proposal: Proposal }> {
  const network = await ledNetwork(tx, ask)
  const proposal = found(await proposalOf(tx, network.id))
  allowed(network.status === 'proposed')
  return { network, proposal }
}

/** At most one update in two days, so that nobody is written to without end. */
async function updatesLeft(tx: Tx, network: Network): Promise<number> {
  const updates = (await lettersOf(tx, network.id)).filter(({ kind }) => kind === 'update')
  const lately = updates.some(({ written_on }) => written_on > addDays(dateOf(tx.now), -2))
  return lately && updates.length < mostUpdates ? 0 : mostUpdates - updates.length
}

const back = (network: Network, notice?: string) =>
  redirect(`/networks/${network.slug}/proposal`, notice)
