import { z } from 'zod'
import { found, type Tx } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { get, post, redirect, type Ask } from '#kernel/http.ts'
import { goLive, ledNetwork, type Network } from '#features/networks/index.ts'
import { stepGuidance, type Step } from './guidance.ts'
import { goLiveView, liveView, setAsideView } from './live-views.ts'
import { planOf, type Planned } from './plan.ts'
import { setAside, takeUp } from './set-aside.ts'
import { setupView, stepView } from './setup-views.ts'

export const setupRoutes = [
  get('/networks/:slug/setup', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return setupView(ask, network, await planOf(tx, ask.app, network))
  }),
  get('/networks/:slug/setup/live', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    if (network.status === 'live') return liveView(ask, network)
    return (await isReady(tx, ask, network))
      ? goLiveView(ask, network)
      : redirect(`/networks/${network.slug}/setup`)
  }),
  post('/networks/:slug/setup/live', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    // Two leads may press at once, and something may have been taken away since the page was shown.
    if (network.status !== 'live' && !(await isReady(tx, ask, network))) {
      return redirect(
        `/networks/${network.slug}/setup`,
        'Not live yet: something that is needed is missing',
      )
    }
    await goLive(tx, network)
    return redirect(`/networks/${network.slug}/setup/live`)
  }),
  get('/networks/:slug/setup/skipped/:task', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return setAsideView(ask, network, await optionalTask(tx, ask, network))
  }),
  post('/networks/:slug/setup/skipped/:task', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const task = await optionalTask(tx, ask, network)
    const filled = fill(reasonForm, ask.body)
    if (!filled.ok) return setAsideView(ask, network, task, filled)
    await setAside(tx, network.id, task.key, filled.value.reason)
    return redirect(
      `/networks/${network.slug}/setup`,
      'Task set aside. You can take it up again at any time',
    )
  }),
  post('/networks/:slug/setup/skipped/:task/end', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const task = await optionalTask(tx, ask, network)
    await takeUp(tx, network.id, task.key)
    return redirect(task.href)
  }),
  get('/networks/:slug/setup/:step', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return stepView(ask, network, await planOf(tx, ask.app, network), found(stepAsked(ask)))
  }),
]

const missing = 'Enter why it is not for you now'
const reasonForm = z.object({
  reason: z
    .string({ message: missing })
    .min(1, missing)
    .max(300, 'The reason must be 300 characters or fewer'),
})

async function isReady(tx: Tx, ask: Ask, network: Network): Promise<boolean> {
  return (
    network.status === 'setting-up' && (await planOf(tx, ask.app, network)).missing.length === 0
  )
}

/** Only what is optional can be set aside. */
async function optionalTask(tx: Tx, ask: Ask, network: Network): Promise<Planned> {
  const { tasks } = await planOf(tx, ask.app, network)
  return found(tasks.find((task) => task.key === ask.params['task'] && !task.required))
}

/** A step by its number, or by the name it shares with its chapter of the guide. */
function stepAsked(ask: Ask): Step | undefined {
  const asked = ask.params['step']
  const step = Object.entries(stepGuidance).find(
    ([number, { guide }]) => asked === number || asked === guide,
  )?.[0]
  return step === undefined ? undefined : (Number(step) as Step)
}
