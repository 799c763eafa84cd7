import { auditInstallation } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { slugOf } from './import.ts'
import type { Organisation } from './queries.ts'

export type Kept = Organisation & { domains: string[] }

const pageSize = 50

/** Organisations by name, fifty at a time, from after a name; a search matches the name or a domain. */
export async function organisationList(
  tx: Tx,
  search: string,
  after: string,
): Promise<{ rows: Kept[]; next: string | undefined }> {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await tx.rows<Kept>(sql`
    select o.id, o.slug, o.name, o.sector, coalesce(array_agg(d.domain order by d.domain) filter (where d.domain is not null), '{}') as domains
    from organisations.organisation o left join organisations.domain d on d.organisation_id = o.id
    where o.merged_into is null and lower(o.name) > ${after.toLowerCase()}
      and (lower(o.name) like ${pattern} or exists (select from organisations.domain x where x.organisation_id = o.id and x.domain like ${pattern}))
    group by o.id order by lower(o.name) limit ${sql.lit(pageSize + 1)}`)
  return {
    rows: rows.slice(0, pageSize),
    next: rows.length > pageSize ? rows[pageSize - 1]!.name : undefined,
  }
}

/** One organisation with its domains. */
export async function keptOrganisation(tx: Tx, id: Id): Promise<Kept | undefined> {
  return tx.row<Kept>(sql`
    select o.id, o.slug, o.name, o.sector, array(select domain from organisations.domain where organisation_id = o.id order by domain) as domains
    from organisations.organisation o where o.id = ${id} and o.merged_into is null`)
}

export type Change = { name: string; sector: string; domains: string[] }

/** What stands in the way: the name, or a domain, of another organisation. */
export async function clashes(
  tx: Tx,
  change: Change,
  id: Id | null,
): Promise<{ name?: string; domain?: { domain: string; name: string } }> {
  const named = await tx.row<{ name: string }>(sql`
    select name from organisations.organisation where lower(name) = lower(${change.name}) and merged_into is null and id is distinct from ${id}`)
  const owned = await tx.row<{ domain: string; name: string }>(sql`
    select d.domain, o.name from organisations.domain d join organisations.organisation o on o.id = d.organisation_id
    where d.domain = any (${change.domains}::text[]) and d.organisation_id is distinct from ${id} limit 1`)
  return { name: named?.name, domain: owned }
}

/** Adds an organisation. Out: its id. */
export async function addOrganisation(tx: Tx, change: Change): Promise<Id> {
  const row = await tx.row<{ id: Id }>(sql`
    insert into organisations.organisation (name, sector, slug, created_on) values (${change.name}, ${change.sector}, ${await freeSlug(tx, change.name)}, ${dateOf(tx.now)}) returning id`)
  await setDomains(tx, row!.id, change.domains)
  await auditInstallation(tx, 'organisations.added', { organisation: change.name })
  return row!.id
}

/** Changes an organisation's name, sector and domains. Its address stays. */
export async function changeOrganisation(tx: Tx, id: Id, change: Change): Promise<void> {
  await tx.run(
    sql`update organisations.organisation set name = ${change.name}, sector = ${change.sector} where id = ${id}`,
  )
  await setDomains(tx, id, change.domains)
  await auditInstallation(tx, 'organisations.changed', { organisation: change.name })
}

/** Merges one organisation into another: its domains go over, and who belonged to it now belongs to the other. */
export async function mergeOrganisation(tx: Tx, from: Kept, into: Kept): Promise<void> {
  await tx.run(
    sql`update organisations.domain set organisation_id = ${into.id} where organisation_id = ${from.id}`,
  )
  await tx.run(
    sql`update organisations.organisation set merged_into = ${into.id} where id = ${from.id} or merged_into = ${from.id}`,
  )
  await auditInstallation(tx, 'organisations.merged', { from: from.name, into: into.name })
}

async function setDomains(tx: Tx, id: Id, domains: string[]): Promise<void> {
  await tx.run(
    sql`delete from organisations.domain where organisation_id = ${id} and domain <> all (${domains}::text[])`,
  )
  await tx.run(sql`
    insert into organisations.domain (domain, organisation_id) select domain, ${id} from unnest(${domains}::text[]) as domain on conflict (domain) do nothing`)
}

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name)
  const taken = new Set(
    (
      await tx.rows<{ slug: string }>(
        sql`select slug from organisations.organisation where slug like ${`${base}%`} limit 1000`,
      )
    ).map((row) => row.slug),
  )
  for (let i = 1; ; i++) {
    const slug = i === 1 ? base : `${base}-${i}`
    if (!taken.has(slug)) return slug
  }
}
