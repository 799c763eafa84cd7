import { dateOf } from '#kernel/clock.ts'
import { found } from '#kernel/db.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { get, one, open, post, redirect } from '#kernel/http.ts'
import { findNetwork, ledNetwork } from '#features/networks/index.ts'
import { endingForm, readGoal, typedGoal, typedPreset } from './goal-form.ts'
import { goalPresets } from './goal-presets.ts'
import { endingView, goalView } from './goal-form-views.ts'
import { goalsView } from './goal-views.ts'
import {
  changeGoal,
  endedGoalsOf,
  endGoal,
  findGoal,
  goalsOf,
  mostGoals,
  setGoal,
} from './goals.ts'

export const goalRoutes = [
  open.get('/networks/:slug/goals', async (tx, ask) => {
    const network = found(await findNetwork(tx, ask.params['slug']!))
    const goals = await goalsOf(tx, network.id)
    return goalsView(ask, network, goals, await endedGoalsOf(tx, network.id), dateOf(tx.now))
  }),
  get('/networks/:slug/goals/new', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const example = goalPresets.find(({ key }) => key === one(ask.query, 'example'))
    return goalView(ask, network, { typed: example && typedPreset(example, dateOf(tx.now)) })
  }),
  post('/networks/:slug/goals/new', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = readGoal(ask.body, dateOf(tx.now))
    if (!filled.ok) return goalView(ask, network, filled)
    if (await setGoal(tx, network.id, filled.value)) {
      return redirect(`/networks/${network.slug}/goals`, 'Goal added')
    }
    const text = `You have ${mostGoals} goals already. End one before you add another`
    return goalView(ask, network, { ...filled, errors: [fieldError('statement', text)] })
  }),
  get('/networks/:slug/goals/:goal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const goal = found(await findGoal(tx, network.id, ask.params['goal']!))
    return goalView(ask, network, { typed: typedGoal(goal) }, goal)
  }),
  post('/networks/:slug/goals/:goal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const goal = found(await findGoal(tx, network.id, ask.params['goal']!))
    const filled = readGoal(ask.body, dateOf(tx.now), goal)
    if (!filled.ok) return goalView(ask, network, filled, goal)
    await changeGoal(tx, network.id, goal.id, filled.value)
    return redirect(`/networks/${network.slug}/goals`, 'Goal changed')
  }),
  get('/networks/:slug/goals/:goal/ending', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return endingView(ask, network, found(await findGoal(tx, network.id, ask.params['goal']!)))
  }),
  post('/networks/:slug/goals/:goal/ending', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const goal = found(await findGoal(tx, network.id, ask.params['goal']!))
    const filled = fill(endingForm, ask.body)
    if (!filled.ok) return endingView(ask, network, goal, filled)
    await endGoal(tx, network.id, goal.id, filled.value.outcome)
    return redirect(`/networks/${network.slug}/goals`, 'Goal ended')
  }),
]
