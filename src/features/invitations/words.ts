import type { Network } from '#features/networks/index.ts'
import type { Invited } from './invite.ts'

/** What became of those whom a lead invited, in a sentence or two. */
export function whatBecame(
  outcomes: readonly Invited[],
  network: Pick<Network, 'names' | 'status'>,
): string {
  const count = (of: Invited) => outcomes.filter((outcome) => outcome === of).length
  const sentences = [
    `${people(count('invited'))} invited`,
    count('member') > 0 && `${people(count('member'))} in the network already, or asking to be`,
    count('before') > 0 && `${people(count('before'))} invited before, and not asked again`,
    network.names === 'nobody' && 'Those who had answered before were not asked again',
    network.status !== 'live' && 'The emails go out when the network goes live',
  ]
  return sentences.filter(Boolean).join('. ')
}

const people = (count: number) =>
  count === 1 ? '1 person' : `${count === 0 ? 'No' : count} people`
