import type { Network } from '#features/networks/index.ts'
import type { Invited } from './invite.ts'
import { isDiscreet } from './sendings.ts'

/** What became of those whom somebody invited, in a sentence or two. To a member it tells nothing of anyone. */
export function whatBecame(
  outcomes: readonly Invited[],
  network: Pick<Network, 'names' | 'sensitive' | 'status'>,
  byMember = false,
): string {
  const count = (of: Invited) => outcomes.filter((outcome) => outcome === of).length
  const sentences = [
    `${people(count('invited'))} invited`,
    count('member') > 0 && `${people(count('member'))} in the network already, or asking to be`,
    count('before') > 0 &&
      `${people(count('before'))} not asked again: invited before, or wanting no invitations`,
    (byMember || isDiscreet(network)) &&
      'Those who are in already, or do not want to be asked, get no email',
    network.status !== 'live' && 'The emails go out when the network goes live',
  ]
  return sentences.filter(Boolean).join('. ')
}

const people = (count: number) =>
  count === 1 ? '1 person' : `${count === 0 ? 'No' : count.toLocaleString('en-GB')} people`
