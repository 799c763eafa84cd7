import { allowed, found, type Tx } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { get, idIn, one, post, redirect, type Ask } from '#kernel/http.ts'
import { myCard } from '#features/members/index.ts'
import { findNetwork, type Network } from '#features/networks/index.ts'
import { wordForm } from './forms.ts'
import { endIntroduction, sayHelped, sayYes } from './introductions.ts'
import { myIntroduction, type Mine } from './mine.ts'
import { tellBoth } from './telling.ts'
import { introductionView } from './views.ts'

export const routes = [
  get('/networks/:slug/introductions/:id', async (tx, ask) => {
    const { network, mine } = await introductionAt(tx, ask)
    const card = await myCard(tx, network.id, mine.membership)
    const typed = mine.own ?? {
      name: card?.name ?? '',
      reach: network.sensitive ? '' : ask.me.email,
    }
    return introductionView(ask, network, mine, { typed })
  }),

  post('/networks/:slug/introductions/:id/yes', async (tx, ask) => {
    const { network, mine } = await introductionAt(tx, ask)
    const filled = fill(wordForm, ask.body)
    if (!filled.ok && mine.state === 'asked') return introductionView(ask, network, mine, filled)
    const here = `/networks/${network.slug}/introductions/${mine.id}`
    if (!filled.ok) return redirect(here)
    const answer = await tx.asSystem(
      'note that someone agrees to an introduction',
      async (system) => {
        const came = await sayYes(system, mine.id, mine.membership, filled.value)
        if (came === 'agreed') await tellBoth(system, ask.app, network, mine.id)
        return came
      },
    )
    if (!answer) return redirect(`/networks/${network.slug}/membership`, 'It was over already')
    return redirect(here, answer === 'agreed' ? 'You have both said yes' : 'You said yes')
  }),

  post('/networks/:slug/introductions/:id/end', async (tx, ask) => {
    const { network, mine } = await introductionAt(tx, ask)
    await tx.asSystem('end an introduction for one of the two', (system) =>
      endIntroduction(system, mine.id),
    )
    return redirect(`/networks/${network.slug}/membership`, 'It is over. Nobody was told')
  }),

  post('/networks/:slug/introductions/:id/helped', async (tx, ask) => {
    const { network, mine } = await introductionAt(tx, ask)
    allowed(mine.state === 'agreed')
    await tx.asSystem('note whether an introduction helped', (system) =>
      sayHelped(system, mine.id, mine.membership, one(ask.body, 'helped') === 'yes'),
    )
    return redirect(`/networks/${network.slug}/introductions/${mine.id}`, 'Thank you')
  }),
]

/** The introduction of an address, for one of the two. */
async function introductionAt(tx: Tx, ask: Ask): Promise<{ network: Network; mine: Mine }> {
  const network = found(await findNetwork(tx, ask.params['slug']!))
  allowed(network.member)
  return { network, mine: found(await myIntroduction(tx, network.id, idIn(ask))) }
}
