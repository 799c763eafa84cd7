import { sql, type Tx } from '#kernel/db.ts'
import { stranger } from '#kernel/viewer.ts'
import { normaliseAddress, tierOf } from '#features/sign-in/index.ts'
import type { Options } from './candidates.ts'

/**
 * Reads the addresses of a list as a form would, and refuses those that could not join because nobody has
 * let their domain in. Two queries at most, however long the list.
 */
export async function addressReader(tx: Tx, typed: readonly string[]): Promise<Options['address']> {
  const written = new Set(
    typed.flatMap((cell) => /@([^\s@<>;,]+)/.exec(cell.slice(0, 500))?.[1] ?? []),
  )
  const read = [...written].map((domain) => normaliseAddress(`somebody@${domain}`))
  const domains = new Set(read.flatMap(({ domain }) => domain ?? []))
  const doubtful = [...domains].filter((domain) => tierOf(`somebody@${domain}`).tier === 3)
  const letIn = await domainsLetIn(tx, doubtful)
  const refused = new Set(
    doubtful.filter((domain) => !under(domain).some((each) => letIn.has(each))),
  )
  return (cell) => {
    const { error, address, domain, key } = normaliseAddress(cell)
    if (error !== undefined) return { error }
    if (!refused.has(domain)) return { address, key }
    return { error: `Addresses at ${domain} are not let in yet`, because: 'bad-domain' }
  }
}

/** Those domains of organisations, and those let in besides, that any of these are or are under. */
async function domainsLetIn(tx: Tx, domains: readonly string[]): Promise<Set<string>> {
  if (domains.length === 0) return new Set()
  const asked = JSON.stringify([...new Set(domains.flatMap(under))])
  const rows = await tx.as(stranger, (anyone) =>
    anyone.rows<{ domain: string }>(sql`
      with asked as (select jsonb_array_elements_text(${asked}::jsonb) as domain)
      select domain from organisations.domain join asked using (domain)
      union select domain from organisations.allowed_domain join asked using (domain)`),
  )
  return new Set(rows.map((row) => row.domain))
}

/** `a.example.org` → itself and every domain it is under. */
function under(domain: string): string[] {
  const parts = domain.split('.')
  return parts.map((_, i) => parts.slice(i).join('.'))
}
