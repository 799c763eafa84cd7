import { sql, type Tx } from '#kernel/db.ts'
import { one, type Fields } from '#kernel/http.ts'
import type { Id } from '#kernel/viewer.ts'
import { organisationsMatching, type Organisation } from '#features/organisations/index.ts'
import { regions } from '#features/people/index.ts'
import { findNetwork, type Network } from './find.ts'
import type { Filters, From } from './listing.ts'
import { themeLabel } from './themes.ts'
import { isKeyOf, networkTypes } from './words.ts'

/** What was asked of the directory: as typed, for the form, and as understood. */
export type Asked = {
  typed: Record<(typeof names)[number], string>
  filters: Filters
  from: From
  organisations?: readonly { name: string }[]
  umbrella?: Network
}

const names = ['q', 'type', 'organisation', 'region', 'theme', 'status', 'umbrella'] as const
const statuses = { live: 1, dormant: 1, closed: 1, proposed: 1 }

/** Reads the query of the directory. What is no choice of ours is as if it was not asked. */
export async function readAsked(tx: Tx, query: Fields): Promise<Asked> {
  const typed = Object.fromEntries(
    names.map((name) => [name, one(query, name).slice(0, 200)]),
  ) as Asked['typed']
  const { q, type, region, theme, status } = typed
  const organisations = typed.organisation
    ? await organisationsMeant(tx, typed.organisation)
    : undefined
  const umbrella = typed.umbrella ? await findNetwork(tx, typed.umbrella) : undefined
  const filters: Filters = {
    ...(q && { search: q }),
    ...(isKeyOf(networkTypes, type) && { type }),
    ...(themeLabel(theme) && { theme }),
    ...(regions.some((each) => each.key === region) && { region }),
    ...(organisations && { organisations: organisations.map((each) => each.id) }),
    ...(isKeyOf(statuses, status) && { status: status as Filters['status'] }),
    ...(umbrella && { umbrella: umbrella.id }),
  }
  return {
    typed,
    filters,
    organisations,
    umbrella,
    from: { after: one(query, 'after') || undefined, before: one(query, 'before') || undefined },
  }
}

/** The address of the directory with what was asked, such as `/networks?type=profession&after=…`. */
export function addressWith(
  path: string,
  { typed }: Asked,
  more: Record<string, string | undefined> = {},
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...typed, ...more }))
    if (value) query.set(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}

/** The organisation of this address, else those whose name holds the words. */
async function organisationsMeant(tx: Tx, typed: string): Promise<{ id: Id; name: string }[]> {
  const exact = await tx.row<Organisation>(sql`
    select id, name from organisations.organisation where slug = ${typed} and merged_into is null`)
  return exact ? [exact] : organisationsMatching(tx, typed, 50)
}
