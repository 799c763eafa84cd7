import type { Tx } from '#kernel/db.ts'
import type { Task } from '#kernel/feature.ts'
import type { Id } from '#kernel/viewer.ts'
import { draftOrCurrentCharter } from '#features/governance/index.ts'
import { networkById, scopeOf, type Network } from '#features/networks/index.ts'

/** What setting up itself asks of a network. */
export const tasks: Task[] = [
  {
    key: 'purpose',
    step: 1,
    title: 'Say what the network is for, and for whom',
    required: true,
    href: (slug) => `/networks/${slug}/setup/aim`,
    done: (_tx, network) => network.purpose !== '' && network.audience !== '',
  },
  {
    key: 'mission',
    step: 1,
    title: 'Write your mission in one sentence',
    hint: 'Templates help you to begin.',
    required: true,
    href: (slug) => `/networks/${slug}/setup/mission`,
    done: (_tx, network) => network.mission !== '',
  },
  {
    key: 'scope',
    step: 1,
    title: 'Say which organisations, regions or grades it is for',
    hint: 'So that people find what is meant for them. Leave it out if it is for everyone.',
    required: false,
    href: (slug) => `/networks/${slug}/setup/scope`,
    async done(tx, network) {
      const scope = await scopeOf(tx, network.id)
      return scope.organisations.length + scope.regions.length + scope.grades.length > 0
    },
  },
  {
    key: 'privacy',
    step: 4,
    title: 'Check who can find you, how people join and who sees names',
    required: true,
    href: (slug) => `/networks/${slug}/setup/privacy`,
    done: async (tx, network) => (await privacyGaps(tx, network.id)).length === 0,
  },
  {
    key: 'contact',
    step: 4,
    title: 'Say who to contact',
    required: true,
    href: (slug) => `/networks/${slug}/setup/contact`,
    done: (_tx, network) => network.contact !== '',
  },
]

/** What does not fit together in a network's privacy: nobody could find it, or it is closed without saying why. */
export type PrivacyGap = 'no-organisations' | 'no-reason'

/** Looks at a network's privacy choices as a whole. As a lead. */
export async function privacyGaps(tx: Tx, id: Id): Promise<PrivacyGap[]> {
  const network = await networkById(tx, id)
  if (!network) return []
  const gaps: PrivacyGap[] = []
  const named =
    network.findable !== 'organisations' || (await scopeOf(tx, id)).organisations.length > 0
  if (!named) gaps.push('no-organisations')
  if (network.joining !== 'open' && !(await hasReason(tx, network))) gaps.push('no-reason')
  return gaps
}

/** A closed network says why: in its settings, or in the charter that it is writing. */
async function hasReason(tx: Tx, network: Network): Promise<boolean> {
  return (
    network.joining_reason !== '' ||
    (await draftOrCurrentCharter(tx, network)).membership_reason !== ''
  )
}
