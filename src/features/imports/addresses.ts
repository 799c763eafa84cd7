import type { Tx } from '#kernel/db.ts'
import { normaliseAddress, shutOut } from '#features/sign-in/index.ts'
import type { Options } from './candidates.ts'

/**
 * Reads the addresses of a list as a form would, and refuses those that could not join because nobody has
 * let their domain in. One query at most, however long the list.
 */
export async function addressReader(tx: Tx, typed: readonly string[]): Promise<Options['address']> {
  const written = new Set(
    typed.flatMap((cell) => /@([^\s@<>;,]+)/.exec(cell.slice(0, 500))?.[1] ?? []),
  )
  const read = [...written].map((domain) => normaliseAddress(`somebody@${domain}`))
  const refused = await shutOut(
    tx,
    read.flatMap(({ domain }) => domain ?? []),
  )
  return (cell) => {
    const { error, address, domain, key } = normaliseAddress(cell)
    if (error !== undefined) return { error }
    if (!refused.has(domain)) return { address, key }
    return { error: `Addresses at ${domain} are not let in yet`, because: 'bad-domain' }
  }
}
