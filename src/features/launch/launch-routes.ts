import { dateOf } from '#kernel/clock.ts'
import { found, type Tx } from '#kernel/db.ts'
import { typedDate } from '#kernel/dates.ts'
import { fill } from '#kernel/forms.ts'
import { get, idIn, post, redirect } from '#kernel/http.ts'
import { joinedNetwork, ledNetwork, type Network } from '#features/networks/index.ts'
import { placementFor } from '#features/promotion/index.ts'
import { timeWords } from './clock-times.ts'
import { figuresOf } from './figures.ts'
import { lineForm, readPlan } from './forms.ts'
import { dateView, invitationView, launchView } from './launch-views.ts'
import { helpedFigures } from './matching.ts'
import { home } from './page.ts'
import { planOf, setPlan, type Plan } from './plan.ts'
import { clearingView, lineView, runSheetView } from './run-sheet-views.ts'
import { addItem, beginRunSheet, changeItem, dropItems, findItem, runSheet } from './run-sheet.ts'
import { invitationText, usualRunSheet } from './templates.ts'

export const launchRoutes = [
  get('/networks/:slug/launch', async (tx, ask) => {
    const { network } = await joinedNetwork(tx, ask)
    const [plan, lines] = await Promise.all([planOf(tx, network.id), runSheet(tx, network.id)])
    return launchView(ask, network, {
      plan,
      today: dateOf(tx.now),
      lines: lines.length,
      figures: await figuresOf(tx, network.id),
      helped: network.leads ? await helpedFigures(tx, network.id) : null,
    })
  }),

  get('/networks/:slug/launch/date', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return dateView(ask, network, { typed: typedPlan(await planOf(tx, network.id)) })
  }),

  post('/networks/:slug/launch/date', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = readPlan(ask.body, dateOf(tx.now))
    if (!filled.ok) return dateView(ask, network, filled)
    const set = await setPlan(tx, network.id, filled.value)
    await linkCode(tx, network)
    return redirect(
      home(network),
      set ? 'The day is set' : 'The launch is over and counted, so its day stays as it is',
    )
  }),

  get('/networks/:slug/launch/invitation', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const plan = await planOf(tx, network.id)
    if (!plan) return redirect(`${home(network)}/date`)
    const code = await linkCode(tx, network)
    const link = code && `${ask.app.config.baseUrl}/go/${code}`
    return invitationView(ask, network, invitationText(network, plan, link))
  }),

  get('/networks/:slug/launch/run-sheet', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const plan = await planOf(tx, network.id)
    if (!plan) return redirect(`${home(network)}/date`)
    return runSheetView(ask, network, plan, await runSheet(tx, network.id))
  }),

  post('/networks/:slug/launch/run-sheet/usual', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const plan = found(await planOf(tx, network.id))
    await beginRunSheet(tx, network.id, usualRunSheet(network, plan.format))
    return redirect(`${home(network)}/run-sheet`)
  }),

  get('/networks/:slug/launch/run-sheet/clearing', async (tx, ask) =>
    clearingView(ask, await ledNetwork(tx, ask)),
  ),

  post('/networks/:slug/launch/run-sheet/clearing', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    await dropItems(tx, network.id)
    return redirect(`${home(network)}/run-sheet`, 'The run sheet is gone')
  }),

  get('/networks/:slug/launch/run-sheet/new', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    found(await planOf(tx, network.id))
    return lineView(ask, network, {}, {})
  }),

  post('/networks/:slug/launch/run-sheet/new', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    found(await planOf(tx, network.id))
    const filled = fill(lineForm, ask.body)
    if (!filled.ok) return lineView(ask, network, {}, filled)
    const added = await addItem(tx, network.id, filled.value)
    return redirect(
      `${home(network)}/run-sheet`,
      added ? 'Line added' : 'There are as many lines as there can be',
    )
  }),

  get('/networks/:slug/launch/run-sheet/:item', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const item = found(await findItem(tx, network.id, idIn(ask, 'item')))
    const typed = { minute: String(item.minute), what: item.what, who: item.who }
    return lineView(ask, network, item, { typed })
  }),

  post('/networks/:slug/launch/run-sheet/:item', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const item = found(await findItem(tx, network.id, idIn(ask, 'item')))
    const filled = fill(lineForm, ask.body)
    if (!filled.ok) return lineView(ask, network, item, filled)
    await changeItem(tx, network.id, item.id, filled.value)
    return redirect(`${home(network)}/run-sheet`, 'Line changed')
  }),

  post('/networks/:slug/launch/run-sheet/:item/removal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    await dropItems(tx, network.id, idIn(ask, 'item'))
    return redirect(`${home(network)}/run-sheet`, 'Line taken away')
  }),
]

/** The short link of the invitation, made when the day is set; there is none to what only the invited may find. */
async function linkCode(tx: Tx, network: Network): Promise<string | undefined> {
  if (network.sensitive || network.findable === 'invited') return undefined
  return placementFor(tx, network.id, 'launch', 'Invitation to the launch')
}

/** How the form shows a plan. */
function typedPlan(plan: Plan | undefined) {
  return {
    ...typedDate('on', plan?.on_date ?? null),
    starts: plan ? timeWords(plan.starts) : '',
    format: plan?.format ?? '',
    place: plan?.place ?? '',
    'days-before': String(plan?.days_before ?? 7),
    'days-after': String(plan?.days_after ?? 14),
  }
}
