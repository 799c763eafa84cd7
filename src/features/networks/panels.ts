import type { Tx } from '#kernel/db.ts'
import type { Feature, Panel } from '#kernel/feature.ts'
import type { Html } from '#kernel/html.ts'
import type { Network } from './find.ts'

/** What every capability adds to a page about a network, in order. */
export async function panelsOf(
  tx: Tx,
  features: readonly Feature[],
  place: Panel['place'],
  network: Network,
): Promise<Html[]> {
  const viewer = {
    signedIn: tx.viewer.kind === 'person',
    member: network.member,
    leads: network.leads,
  }
  const panels = features
    .flatMap((feature) => feature.panels ?? [])
    .filter((panel) => panel.place === place)
  const inOrder = panels.sort((a, b) => a.order - b.order)
  const pieces = await Promise.all(inOrder.map((panel) => panel.render(tx, network, viewer)))
  return pieces.filter((piece) => piece !== undefined)
}
