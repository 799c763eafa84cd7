import type { Tx } from '#kernel/db.ts'
import { get, post, redirect, type Ask } from '#kernel/http.ts'
import { approve, decisionOn, decline } from '#features/members/index.ts'
import { ledNetwork, type Network } from '#features/networks/index.ts'
import { welcomeWords } from '#features/welcome/index.ts'
import { approvedLetter, declinedLetter, waitingLetter } from './emails.ts'
import { actor, memberAt } from './find.ts'
import { readReason } from './forms.ts'
import { decidedView, declineView } from './requests-views.ts'

export const requestsRoutes = [
  post('/networks/:slug/members/:id/approval', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const { baseUrl } = ask.app.config
    const asked = await deciding(tx, ask, network)
    const words = await welcomeWords(tx, ask.app, network.id, asked.membership)
    const won = await approve(tx, {
      ...asked,
      letters: {
        active: approvedLetter(network, baseUrl, words),
        waiting: (place) => waitingLetter(network, baseUrl, place),
      },
    })
    if (!won) return alreadyDecided(tx, ask, network)
    return redirect(
      `/networks/${network.slug}/members`,
      won === 'active'
        ? 'Approved. They are in the network now, and have been told by email'
        : 'Approved. There is no room for another ally just now, so they are on the waiting list, and have been told by email',
    )
  }),

  get('/networks/:slug/members/:id/decline', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await memberAt(tx, ask, network)
    return waits(member.status)
      ? declineView(ask, network, member)
      : alreadyDecided(tx, ask, network)
  }),

  post('/networks/:slug/members/:id/decline', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await memberAt(tx, ask, network)
    if (!waits(member.status)) return alreadyDecided(tx, ask, network)
    const filled = readReason(ask.body)
    if (!filled.ok) return declineView(ask, network, member, filled)
    const letter = declinedLetter(network, ask.app.config.baseUrl, filled.value)
    const won = await decline(tx, {
      ...(await deciding(tx, ask, network)),
      letter,
      reason: filled.value,
    })
    if (!won) return alreadyDecided(tx, ask, network)
    return redirect(`/networks/${network.slug}/members`, 'Declined. They have been told by email')
  }),
]

const waits = (status: string) => status === 'requested' || status === 'waiting'

async function deciding(tx: Tx, ask: Ask, network: Network) {
  return {
    network: network.id,
    membership: (await memberAt(tx, ask, network)).id,
    actor: await actor(tx, network),
  }
}

async function alreadyDecided(tx: Tx, ask: Ask, network: Network) {
  const decision = await decisionOn(tx, network.id, ask.params['id']!)
  return decidedView(ask, network, decision, decision?.decided_by === (await actor(tx, network)))
}
