import { sql, type Query, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { figuresOf, type Figure } from './figures.ts'
import type { Network } from './find.ts'
import type { NetworkType } from './words.ts'

/** What the directory is asked for. Nothing given: every network that is live or resting. */
export type Filters = {
  search?: string
  type?: NetworkType
  theme?: string
  region?: string
  /** Ids of organisations: those that the typed name may mean. */
  organisations?: readonly Id[]
  status?: 'live' | 'dormant' | 'closed' | 'proposed'
  /** The id of an umbrella: its parts. */
  umbrella?: Id
}

export type Listed = Pick<
  Network,
  | 'id'
  | 'slug'
  | 'name'
  | 'type'
  | 'status'
  | 'joining'
  | 'sensitive'
  | 'purpose'
  | 'audience'
  | 'theme'
  | 'region'
  | 'live_on'
> & { figure?: Figure }

/** A page of the directory: `before` and `after` are the addresses to go on from, where there is more. */
export type Listing = {
  networks: Listed[]
  count: number
  more: boolean
  previous?: string
  next?: string
}

/** Where to go on: behind the network of this address, or before it. */
export type From = { after?: string; before?: string }

const pageSize = 20
/** Counts stop here, so that counting costs the same however many there are. */
const countTo = 100

const columns = sql`n.id, n.slug, n.name, n.type, n.status, n.joining, n.sensitive, n.purpose, n.audience, n.theme, n.region, n.live_on`

/** A page of networks that the viewer may know of, by name; those whose name holds the words come first. */
export async function directory(tx: Tx, filters: Filters, from: From = {}): Promise<Listing> {
  const where = await conditions(tx, filters)
  if (!where) return { networks: [], count: 0, more: false }
  const counted = await tx.row<{ count: number }>(sql`
    select count(*)::int as count from (select 1 from networks.network n where ${where.all} limit ${sql.lit(countTo + 1)}) c`)
  const count = counted?.count ?? 0
  const mark = await markOf(tx, from.before ?? from.after, where.rank)
  const back = mark !== undefined && from.before !== undefined
  const rows = await tx.rows<Listed>(sql`
    select ${columns} from networks.network n where ${where.all} ${mark ? beyond(where, mark, back) : sql``}
    order by ${inOrder(where, back)} limit ${sql.lit(pageSize + 1)}`)
  const further = rows.length > pageSize
  // Fewer than a page lie before: that is the first page, and it is shown whole.
  if (back && !further) return directory(tx, filters)
  const page = back ? rows.slice(0, pageSize).reverse() : rows.slice(0, pageSize)
  return {
    networks: await withFigures(tx, page),
    count: Math.min(count, countTo),
    more: count > countTo,
    previous: page.length > 0 && mark ? page[0]!.slug : undefined,
    next: page.length > 0 && (back || further) ? page.at(-1)!.slug : undefined,
  }
}

/** The newest live networks, for the feed. */
export async function newest(tx: Tx, filters: Filters, most = 50): Promise<Listed[]> {
  const where = await conditions(tx, filters)
  if (!where) return []
  const rows = await tx.rows<Listed>(sql`
    select ${columns} from networks.network n where ${where.all} and n.live_on is not null
    order by n.live_on desc, n.id limit ${sql.lit(most)}`)
  return withFigures(tx, rows)
}

/** Typed words as a search for their beginnings: `Carer's net` → `'carer' & 's':* & 'net':*`. '' when there is none. */
export function searchWords(typed: string): string {
  const words =
    typed
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return [...new Set(words.map((word) => word.slice(0, 40)))]
    .slice(0, 8)
    .map((word) => `'${word}':*`)
    .join(' & ')
}

type Conditions = { all: Query; rank?: Query }
type Mark = { rank: number; sort_name: string; id: Id }

/** What rows must meet, written so that an index answers. Undefined where nothing can. */
async function conditions(tx: Tx, filters: Filters): Promise<Conditions | undefined> {
  const words = filters.search === undefined ? null : searchWords(filters.search)
  if (words === '' || filters.organisations?.length === 0) return undefined
  const all: Query[] = [statusIs(filters.status)]
  if (filters.type) all.push(sql`n.type = ${filters.type}`)
  if (filters.theme) all.push(sql`n.theme = ${filters.theme}`)
  if (filters.umbrella) all.push(sql`n.parent_id = ${filters.umbrella}`)
  let rank: Query | undefined
  if (words || filters.region || filters.organisations) {
    const narrowed = await tx.row<{ ids: Id[] | null }>(sql`
      select networks.narrowed(${words}, ${filters.region ?? null}, ${filters.organisations ?? null}::text[]) as ids`)
    if (narrowed?.ids) {
      if (narrowed.ids.length === 0) return undefined
      all.push(sql`n.id = any (${narrowed.ids}::uuid[])`)
      if (words)
        rank = sql`(case when n.search @@ to_tsquery('simple', ${words.replaceAll(':*', ':*A')}) then 0 else 1 end)`
    } else all.push(...inline(words, filters))
  }
  return { all: sql.join(all, sql` and `), rank }
}

/** Where hundreds fit, reading on by name finds enough of them soon. */
function inline(words: string | null, filters: Filters): Query[] {
  const scoped = (kind: string, values: readonly string[]) => sql`exists (
    select from networks.scope s where s.network_id = n.id and s.kind = ${kind} and s.value = any (${values}::text[]))`
  return [
    ...(words
      ? [sql`n.search @@ (to_tsquery('english', ${words}) || to_tsquery('simple', ${words}))`]
      : []),
    ...(filters.region
      ? [sql`(n.region = ${filters.region} or ${scoped('region', [filters.region])})`]
      : []),
    ...(filters.organisations ? [scoped('organisation', filters.organisations)] : []),
  ]
}

/** In words of SQL, not as a value: the indexes are of live and resting networks, of closed ones, and of those proposed. */
function statusIs(status: Filters['status']): Query {
  if (status === 'closed') return sql`n.status = 'closed'`
  if (status === 'proposed') return sql`n.status = 'proposed'`
  if (status === 'live') return sql`n.status in ('live', 'dormant') and n.status = 'live'`
  if (status === 'dormant') return sql`n.status in ('live', 'dormant') and n.status = 'dormant'`
  return sql`n.status in ('live', 'dormant')`
}

/** What lies behind, or before, the network that the last page ended with. */
function beyond({ rank }: Conditions, mark: Mark, back: boolean): Query {
  const than = back ? sql`<` : sql`>`
  if (!rank) return sql`and (n.sort_name, n.id) ${than} (${mark.sort_name}, ${mark.id}::uuid)`
  return sql`and (${rank}, n.sort_name, n.id) ${than} (${mark.rank}::int, ${mark.sort_name}, ${mark.id}::uuid)`
}

function inOrder({ rank }: Conditions, back: boolean): Query {
  const way = back ? sql`desc` : sql`asc`
  return rank
    ? sql`${rank} ${way}, n.sort_name ${way}, n.id ${way}`
    : sql`n.sort_name ${way}, n.id ${way}`
}

async function markOf(
  tx: Tx,
  slug: string | undefined,
  rank: Query = sql`0`,
): Promise<Mark | undefined> {
  return slug
    ? tx.row<Mark>(
        sql`select ${rank} as rank, n.sort_name, n.id from networks.network n where n.slug = ${slug}`,
      )
    : undefined
}

async function withFigures(tx: Tx, networks: Listed[]): Promise<Listed[]> {
  const figures = await figuresOf(
    tx,
    networks.map((each) => each.id),
  )
  return networks.map((each) => ({ ...each, figure: figures.get(each.id) }))
}
