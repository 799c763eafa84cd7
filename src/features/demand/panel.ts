import { dateOf } from '#kernel/clock.ts'
import type { Panel } from '#kernel/feature.ts'
import { myInterest } from './interest.ts'
import { lettersOf } from './letters.ts'
import { panelView } from './panel-views.ts'
import { proposalOf } from './proposals.ts'

/** On the page of a proposed network: how far it is, and whether one would join. */
export const panel: Panel = {
  place: 'network',
  order: 1,
  async render(tx, network, viewer) {
    if (network.status !== 'proposed') return undefined
    const proposal = await proposalOf(tx, network.id)
    if (!proposal) return undefined
    const mine =
      tx.viewer.kind === 'person' && !viewer.member
        ? await myInterest(tx, network.id, tx.viewer.person)
        : undefined
    const letters = (await lettersOf(tx, network.id)).filter(({ kind }) => kind === 'update')
    return panelView({ network, proposal, viewer, mine, letters, today: dateOf(tx.now) })
  },
}
