import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'

export type Organisation = { id: Id; slug: string; name: string; sector: string }

/** The organisation whose domain is the longest that this one is, or ends with. */
export async function organisationByDomain(
  tx: Tx,
  domain: string,
): Promise<Organisation | undefined> {
  return tx.row<Organisation>(sql`
    select o.id, o.slug, o.name, o.sector from organisations.domain d join organisations.organisation o on o.id = d.organisation_id
    where d.domain = any (${suffixes(domain)}::text[]) order by length(d.domain) desc limit 1`)
}

/** Whether an administrator let this domain, or one it belongs to, in. */
export async function isAllowedDomain(tx: Tx, domain: string): Promise<boolean> {
  return (
    (await tx.row(
      sql`select domain from organisations.allowed_domain where domain = any (${suffixes(domain)}::text[]) limit 1`,
    )) !== undefined
  )
}

/** Lets a domain in. */
export async function letDomainIn(tx: Tx, domain: string, note: string): Promise<void> {
  await tx.run(
    sql`insert into organisations.allowed_domain (domain, note, allowed_on) values (${domain}, ${note}, ${dateOf(tx.now)}) on conflict (domain) do nothing`,
  )
}

/** Every organisation by name, for a list to choose from. */
export async function allOrganisations(tx: Tx): Promise<{ id: Id; name: string }[]> {
  return tx.rows(
    sql`select id, name from organisations.organisation where merged_into is null order by lower(name) limit 5000`,
  )
}

/** An organisation by id. */
export async function organisationById(tx: Tx, id: Id): Promise<Organisation | undefined> {
  return tx.row<Organisation>(sql`
    select o.id, o.slug, o.name, o.sector from organisations.organisation o
    where o.id = (select coalesce(merged_into, id) from organisations.organisation where id = ${id})`)
}

/** Organisations whose name holds every typed word, the shortest names first. */
export async function organisationsMatching(
  tx: Tx,
  search: string,
  limit = 20,
): Promise<Organisation[]> {
  const patterns = search
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return tx.rows<Organisation>(sql`
    select id, slug, name, sector from organisations.organisation
    where merged_into is null and lower(name) like all (${patterns}::text[]) order by length(name), name limit ${sql.lit(limit)}`)
}

/** Keeps a request to let a domain in; who asked is sealed. */
export async function askForDomain(
  tx: Tx,
  domain: string,
  asker: { address: string; reason: string },
): Promise<void> {
  const id = crypto.randomUUID()
  const sealed = tx.keys.seal(
    'organisations',
    { table: 'organisations.domain_request', column: 'asker', row: id },
    JSON.stringify(asker),
  )
  await tx.run(
    sql`insert into organisations.domain_request (id, domain, asker_sealed, asked_on) values (${id}, ${domain}, ${sealed}, ${dateOf(tx.now)})`,
  )
}

/** `a.b.gov.uk` → itself and every domain it is under. */
function suffixes(domain: string): string[] {
  const parts = domain.split('.')
  return parts.map((_, i) => parts.slice(i).join('.'))
}
