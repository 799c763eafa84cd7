import { addDays } from '#kernel/clock.ts'
import type { Figure } from './figures.ts'
import type { Network } from './find.ts'

/** How alive a network is, in words, from what is published about it. `today` is yyyy-mm-dd. */
export function aliveWords(
  network: Pick<Network, 'status' | 'live_on'>,
  figure: Figure | undefined,
  today: string,
): string {
  if (network.status === 'closed') return 'Closed'
  if (network.status === 'dormant') return 'Resting'
  if (network.status === 'proposed') return 'An idea: say if you would join'
  const size = figure?.members ? `about ${figure.members.toLocaleString('en-GB')} members` : ''
  if (network.live_on && network.live_on > addDays(today, -90))
    return size ? `New, with ${size}` : 'New'
  if (!size) return 'Active'
  return figure?.joined_lately ? `Growing: ${size}` : `${size[0]!.toUpperCase()}${size.slice(1)}`
}

/** How to join a network, in a few words. */
export function joiningWords(network: Pick<Network, 'status' | 'joining'>): string {
  if (network.status === 'closed') return 'Closed to new members'
  if (network.status === 'dormant') return 'Not while it is resting'
  if (network.status !== 'live') return 'Once it is live'
  return {
    open: 'Straight away',
    request: 'Ask, and a lead says yes or no',
    invitation: 'By personal invitation',
  }[network.joining]
}
