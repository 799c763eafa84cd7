import { z } from 'zod'
import type { Tx } from '#kernel/db.ts'
import { fieldError, fill, text } from '#kernel/forms.ts'
import { get, post, redirect, type Ask } from '#kernel/http.ts'
import { familyView } from './family-views.ts'
import { askersOf, askToBePart, decidePart, leaveUmbrella, letGo, partsOf } from './family.ts'
import { findNetwork, ledNetwork, networkById, type Network } from './find.ts'
import { namesake } from './founding.ts'
import { forms } from './new-steps.ts'

/** Being part of another network, and taking others in. */
export const familyRoutes = [
  get('/networks/:slug/settings/family', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return view(tx, ask, network)
  }),
  post('/networks/:slug/settings/family', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = fill(umbrellaForm, ask.body)
    const part = fill(forms.part, ask.body)
    if (!filled.ok || !part.ok)
      return view(tx, ask, network, { typed: ask.body, errors: [...filled.errors, ...part.errors] })
    const umbrella = await named(tx, filled.value.umbrella)
    const problem = umbrella
      ? await askToBePart(tx, network, umbrella, {
          kind: part.value.kind,
          region: part.value.kind === 'regional-hub' ? part.value.region : null,
        })
      : 'We know no network of that name. Check the spelling, or paste the address of its page'
    if (problem)
      return view(tx, ask, network, { typed: ask.body, errors: [fieldError('umbrella', problem)] })
    return back(
      network,
      umbrella!.leads
        ? 'Saved'
        : 'You have asked. The leads of the other network decide, and we will email you',
    )
  }),
  post('/networks/:slug/settings/family/leaving', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    await leaveUmbrella(tx, network)
    return back(network, 'Saved')
  }),
  post('/networks/:slug/settings/family/decisions', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const decision = fill(decisionForm, ask.body)
    if (!decision.ok) return back(network, 'Nothing was decided')
    const { part, decision: what } = decision.value
    const done =
      what === 'let-go'
        ? await letGo(tx, network, part)
        : await decidePart(tx, network, part, what === 'take-in')
    return back(
      network,
      done
        ? { 'take-in': 'Taken in', decline: 'Declined', 'let-go': 'Let go' }[what]
        : 'That was decided already',
    )
  }),
]

const umbrellaForm = z.object({
  umbrella: text('Enter the name of the network that it should be part of', 'The name', 300),
})
const decisionForm = z.object({
  part: z.uuid(),
  decision: z.enum(['take-in', 'decline', 'let-go']),
})

async function view(tx: Tx, ask: Ask, network: Network, shown?: Parameters<typeof familyView>[3]) {
  const family = {
    umbrella: network.parent_id ? await networkById(tx, network.parent_id) : undefined,
    asked: network.parent_asked_id ? await networkById(tx, network.parent_asked_id) : undefined,
    askers: await askersOf(tx, network.id),
    parts: await partsOf(tx, network.id),
  }
  return familyView(ask, network, family, shown)
}

/** A network that the viewer can see, by its name or its address. */
async function named(tx: Tx, typed: string): Promise<Network | undefined> {
  const slug = /\/networks\/([^/?#\s]+)/.exec(typed)?.[1] ?? (await namesake(tx, typed))?.slug
  return slug ? findNetwork(tx, slug) : undefined
}

const back = (network: Network, notice: string) =>
  redirect(`/networks/${network.slug}/settings/family`, notice)
