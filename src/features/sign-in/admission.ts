import { sql, type Tx } from '#kernel/db.ts'
import { isAllowedDomain, organisationByDomain } from '#features/organisations/index.ts'
import { stranger, type Id } from '#kernel/viewer.ts'
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

/** Those of many domains whose addresses are not let in. One query, however many. */
export async function shutOut(tx: Tx, domains: Iterable<string>): Promise<Set<string>> {
  const doubtful = [...new Set(domains)].filter((domain) => tierOf(`somebody@${domain}`).tier === 3)
  if (doubtful.length === 0) return new Set()
  const asked = JSON.stringify([...new Set(doubtful.flatMap(under))])
  const rows = await tx.as(stranger, (anyone) =>
    anyone.rows<{ domain: string }>(sql`
      with asked as (select jsonb_array_elements_text(${asked}::jsonb) as domain)
      select domain from organisations.domain join asked using (domain)
      union select domain from organisations.allowed_domain join asked using (domain)`),
  )
  const letIn = new Set(rows.map((row) => row.domain))
  return new Set(doubtful.filter((domain) => !under(domain).some((each) => letIn.has(each))))
}

/** `a.example.org` → itself and every domain it is under. */
function under(domain: string): string[] {
  const parts = domain.split('.')
  return parts.map((_, i) => parts.slice(i).join('.'))
}
