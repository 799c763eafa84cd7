import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { choiceColumns, networksOf, type Choice } from './queries.ts'

/** Networks that an organisation or an umbrella offers together, as the viewer may know of them. */
export type Offered = { slug: string; title: string; by: string; networks: Choice[]; more: boolean }

/** A form with more to tick than this is a directory. */
export const mostInSet = 30

/** What the address of an umbrella's own set starts with; no other set's does. */
const partsOf = 'parts-of-'

/** The end of the address of the set that an umbrella has for nothing: made from its parts. */
export const umbrellaSet = (slug: string): string => partsOf + slug

/**
 * The live networks of the set at an address. Out: undefined when the viewer may know of none of them,
 * whether or not there is a set: one query either way.
 */
export async function offeredSet(tx: Tx, slug: string): Promise<Offered | undefined> {
  const rows = slug.startsWith(partsOf)
    ? await umbrellaRows(tx, slug.slice(partsOf.length))
    : await setRows(tx, slug)
  const [first] = rows
  if (!first) return undefined
  return {
    slug,
    title: first.title,
    by: first.by,
    networks: rows.slice(0, mostInSet),
    more: rows.length > mostInSet,
  }
}

/** Whether an umbrella has parts that can be joined, of those that the viewer may know of. */
export async function hasParts(tx: Tx, umbrella: Id): Promise<boolean> {
  const row = await tx.row(
    sql`select id from networks.network where parent_id = ${umbrella} and status = 'live' limit 1`,
  )
  return row !== undefined
}

type Row = Choice & { title: string; by: string }

const setRows = (tx: Tx, slug: string): Promise<Row[]> =>
  tx.rows<Row>(sql`
    select s.title, o.name as by, ${choiceColumns(tx)} ${networksOf(tx)}
      join joining.set_network w on w.network_id = n.id
      join joining.network_set s on s.id = w.set_id
      join organisations.organisation own on own.id = s.organisation_id
      join organisations.organisation o on o.id = coalesce(own.merged_into, own.id)
    where s.slug = ${slug} and n.status = 'live' order by w.position, n.sort_name, n.id limit ${sql.lit(mostInSet + 1)}`)

/** The umbrella itself comes first, if it can be joined; without a part there is no set. */
async function umbrellaRows(tx: Tx, slug: string): Promise<Row[]> {
  const rows = await tx.rows<Row & { isPart: boolean }>(sql`
    select u.name || ' and its networks' as title, '' as by, n.id <> u.id as "isPart", ${choiceColumns(tx)} ${networksOf(tx)}
      join networks.network u on u.id = n.id or u.id = n.parent_id
    where u.slug = ${slug} and n.status = 'live' and u.status in ('live', 'dormant')
    order by n.id <> u.id, n.sort_name, n.id limit ${sql.lit(mostInSet + 1)}`)
  return rows.some((row) => row.isPart) ? rows : []
}
