import type { Tx } from '#kernel/db.ts'
import { isAllowedDomain, organisationByDomain } from '#features/organisations/index.ts'
import type { Id } from '#kernel/viewer.ts'
import { normaliseAddress, tierOf } from './domains.ts'

/** Whether an address may register, and what it tells of the organisation. Undefined: this domain is not let in. */
export async function admissible(
  tx: Tx,
  given: { address: string; domain: string },
): Promise<{ tier: 1 | 2 | 3; organisation: { id: Id; name: string } | null } | undefined> {
  const { tier } = tierOf(given.address)
  const organisation = (await organisationByDomain(tx, given.domain)) ?? null
  if (tier === 3 && !organisation && !(await isAllowedDomain(tx, given.domain))) return undefined
  return { tier, organisation }
}

/** The organisation that an address tells, for those who are known already; undefined when it tells none. */
export async function organisationTold(
  tx: Tx,
  address: string,
): Promise<{ id: Id; name: string } | undefined> {
  const read = normaliseAddress(address)
  return read.error === undefined
    ? ((await admissible(tx, read))?.organisation ?? undefined)
    : undefined
}
