import type { Tx } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import type { Person } from '#kernel/viewer.ts'
import { refreshCards } from '#features/members/index.ts'
import { organisationById } from '#features/organisations/index.ts'
import type { Details } from '#features/people/index.ts'

/**
 * All that every capability holds about `from` is held about `to` from now on. As the application. What leans on
 * others goes first, so in the reverse of the order in which capabilities are listed.
 */
export async function carryOver(
  tx: Tx,
  features: readonly Feature[],
  from: Person,
  to: Person,
): Promise<void> {
  for (const feature of features.toReversed())
    for (const holding of feature.holds) await holding.carry(tx, from, to)
}

/** Shows new details to every network of somebody's that may see them. */
export async function showDetails(
  tx: Tx,
  me: Person,
  details: Details,
  names: 'new' | 'as-known' = 'new',
): Promise<void> {
  const organisation = details.organisation
    ? await organisationById(tx, details.organisation)
    : undefined
  await refreshCards(tx, me, details, organisation?.name ?? null, names)
}
