import type { Tx } from '#kernel/db.ts'
import type { Ask } from '#kernel/http.ts'
import { givenTo, isComplete, readApplication, type Application } from './application.ts'
import { canJoin, chosenNetworks, type Chosen } from './queries.ts'

export type UnderWay = { application: Application; networks: Chosen[] }

/** The application of this browser, and the networks in it that can be joined now. */
export async function underWay(tx: Tx, ask: Ask): Promise<UnderWay> {
  const application = await readApplication(tx, ask)
  return {
    application,
    networks:
      application.chosen.length === 0
        ? []
        : (await chosenNetworks(tx, application.chosen)).filter(canJoin),
  }
}

/** Where to go first, when something has not been told yet. */
export function whatIsMissing(
  ask: Ask,
  application: Application,
  networks: readonly Chosen[],
): string | undefined {
  if (networks.length === 0)
    return ask.viewer.kind === 'person' && ask.cookie('joined') ? '/join/done' : '/join'
  if (ask.viewer.kind !== 'person' && !application.name) return '/join/details'
  if (ask.viewer.kind !== 'person' && !application.admitted) return '/join/domain'
  return networks.every((network) => isComplete(network, givenTo(application, network)))
    ? undefined
    : '/join/details'
}
