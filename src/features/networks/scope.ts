import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { organisationsMatching } from '#features/organisations/index.ts'
import { auditAct } from './acting.ts'
import type { Network } from './find.ts'

/** Whom a network is for: nothing named means everyone. Grades are written `scheme/grade`. */
export type Scope = {
  organisations: { id: Id; name: string }[]
  regions: string[]
  grades: string[]
}

type Kind = 'organisation' | 'region' | 'grade'

/** Whom a network is for, as the viewer may see it. */
export async function scopeOf(tx: Tx, network: Id): Promise<Scope> {
  const rows = await tx.rows<{ kind: Kind; value: string; name: string | null }>(sql`
    select s.kind, s.value, o.name from networks.scope s
    left join organisations.organisation o on o.id = case when s.kind = 'organisation' then s.value::uuid end
    where s.network_id = ${network} order by o.name, s.value`)
  const values = (kind: Kind) => rows.filter((row) => row.kind === kind).map((row) => row.value)
  return {
    organisations: rows.flatMap((row) =>
      row.kind === 'organisation' && row.name ? [{ id: row.value, name: row.name }] : [],
    ),
    regions: values('region'),
    grades: values('grade'),
  }
}

/** Sets the organisations a network is for. As a lead, or as the application. */
export const putOrganisations = (tx: Tx, network: Id, ids: readonly Id[]): Promise<void> =>
  put(tx, network, 'organisation', ids)

/** Sets the regions and grades a network is for. As a lead. */
export async function putPlaces(
  tx: Tx,
  network: Id,
  scope: { regions: readonly string[]; grades: readonly string[] },
): Promise<void> {
  await put(tx, network, 'region', scope.regions)
  await put(tx, network, 'grade', scope.grades)
}

/**
 * Changes whom a network is for. As a lead. Where its organisations say who can find it, they are a matter
 * of privacy, and stay.
 */
export async function changeScope(
  tx: Tx,
  network: Network,
  to: { organisations: readonly Id[]; regions: readonly string[]; grades: readonly string[] },
): Promise<void> {
  if (network.findable !== 'organisations') await putOrganisations(tx, network.id, to.organisations)
  await putPlaces(tx, network.id, to)
  await auditAct(tx, 'networks.scope-changed', network.id)
}

/**
 * Reads the names of organisations, one on each line. Out: the organisations, or what is wrong with the
 * first line that names none or several.
 */
export async function readOrganisations(
  tx: Tx,
  typed: string,
): Promise<{ organisations: { id: Id; name: string }[]; problem?: string }> {
  const lines = [
    ...new Set(
      typed
        .split('\n')
        .map((line) => line.trim().replace(/^[-•*]\s*/, ''))
        .filter(Boolean),
    ),
  ]
  if (lines.length > most)
    return { organisations: [], problem: `Name ${most} organisations or fewer` }
  const organisations: { id: Id; name: string }[] = []
  for (const line of lines) {
    const matches = await organisationsMatching(tx, line.slice(0, 200), 6)
    const exact = matches.find((each) => each.name.toLowerCase() === line.toLowerCase())
    const [one, another] = exact ? [exact] : matches
    if (!one)
      return {
        organisations,
        problem: `We do not know an organisation called ${line.slice(0, 100)}. Check the spelling, or use a part of its name`,
      }
    if (another)
      return {
        organisations,
        problem: `${line} could be ${either(matches.map((each) => each.name))}. Write the full name`,
      }
    if (!organisations.some((each) => each.id === one.id))
      organisations.push({ id: one.id, name: one.name })
  }
  return { organisations }
}

const most = 50

async function put(tx: Tx, network: Id, kind: Kind, values: readonly string[]): Promise<void> {
  await tx.run(sql`
    delete from networks.scope where network_id = ${network} and kind = ${kind} and value <> all (${values}::text[])`)
  await tx.run(sql`
    insert into networks.scope (network_id, kind, value) select ${network}, ${kind}, unnest(${values}::text[])
    on conflict do nothing`)
}

function either(names: readonly string[]): string {
  const some = names.slice(0, 3)
  return names.length > 3
    ? `${some.join(', ')} or others`
    : `${some.slice(0, -1).join(', ')} or ${some.at(-1)}`
}
