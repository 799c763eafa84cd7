import type { Ask, View } from '#kernel/http.ts'
import { networkBand, type Network } from '#features/networks/index.ts'

/** Where the launch of a network is. */
export const home = ({ slug }: Pick<Network, 'slug'>) => `/networks/${slug}/launch`

/** Where the challenge swap of a network is. */
export const board = (network: Pick<Network, 'slug'>) => `${home(network)}/board`

/** A page of the launch. */
export function page(
  ask: Ask,
  network: Network,
  title: string,
  more: Pick<View, 'body'> & Partial<View>,
): View {
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, network.leads ? 'launch' : ''),
    robots: 'none',
    ...more,
  }
}

/** The way back to the page about the launch. */
export const toLaunch = (network: Network) => ({
  text: 'Back to the launch',
  href: home(network),
})
