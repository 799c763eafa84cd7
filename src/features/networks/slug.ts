import { randomBytes } from 'node:crypto'
import { sql, type Tx } from '#kernel/db.ts'
import type { Findable } from './words.ts'

/** Words that are, or may become, pages of their own under `/networks`. */
const reserved = new Set(
  'new all archive atom closed create directory edit feed find help hubs index join json leave map mine my popular propose proposed random rss search settings start themes types'.split(
    ' ',
  ),
)

/** A readable end of an address made from a name: `Carers’ Network (Wales)` → `carers-network-wales`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}|['’‘]/gu, '')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '')
  if (plain === '' || reserved.has(plain)) return plain ? `${plain}-network` : 'network'
  return plain
}

/** An address that says nothing: of a network that not everyone may know of. */
const opaqueSlug = (): string => `n-${randomBytes(7).toString('hex')}`

/** Whether a network must not be named in its address. */
export const isUnnamed = (findable: Findable): boolean =>
  findable === 'invited' || findable === 'organisations'

/**
 * An address that no network has yet. One that not everyone may find gets an opaque one: a readable one
 * would show, by the number that the next of the same name gets, that it exists. As the application.
 */
export async function freeSlug(tx: Tx, name: string, findable: Findable): Promise<string> {
  if (isUnnamed(findable)) return opaqueSlug()
  const base = slugOf(name)
  const rows = await tx.rows<{ slug: string }>(sql`
    select slug from networks.network where slug = ${base} or slug like ${`${base}-%`}`)
  const taken = new Set(rows.map((row) => row.slug))
  if (!taken.has(base)) return base
  let number = 2
  while (taken.has(`${base}-${number}`)) number++
  return `${base}-${number}`
}
