import { auditInstallation } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { slugOf, type NetworkStatus } from '#features/networks/index.ts'
import { mostInSet } from './sets.ts'

/** A set as administrators keep it. */
export type KeptSet = {
  id: Id
  slug: string
  title: string
  organisation: string
  organisation_id: Id
  sort_title: string
}

/** A network of a set, or one that may be put into it. */
export type InSet = { id: Id; slug: string; name: string; status: NetworkStatus }

/** A place in the list of sets: the last one shown. */
export type SetPlace = { title: string; id: Id }

const pageOf = 50

const kept = sql`
  select s.id, s.slug, s.title, s.sort_title, o.id as organisation_id, o.name as organisation from joining.network_set s
  join organisations.organisation own on own.id = s.organisation_id
  join organisations.organisation o on o.id = coalesce(own.merged_into, own.id)`

/** Sets by title, fifty at a time. As an administrator. */
export async function setList(
  tx: Tx,
  after?: SetPlace,
): Promise<{ sets: KeptSet[]; next?: SetPlace }> {
  const sets = await tx.rows<KeptSet>(sql`
    ${kept} ${after ? sql`where (s.sort_title, s.id) > (${after.title}, ${after.id}::uuid)` : sql``}
    order by s.sort_title, s.id limit ${sql.lit(pageOf + 1)}`)
  const last = sets.length > pageOf ? sets[pageOf - 1] : undefined
  return { sets: sets.slice(0, pageOf), next: last && { title: last.sort_title, id: last.id } }
}

/** One set, with those of its networks that the administrator may know of, in their order. */
export async function keptSet(
  tx: Tx,
  id: Id,
): Promise<(KeptSet & { networks: InSet[] }) | undefined> {
  const set = await tx.row<KeptSet>(sql`${kept} where s.id = ${id}`)
  return set && { ...set, networks: await networksIn(tx, id) }
}

const networksIn = (tx: Tx, id: Id): Promise<InSet[]> =>
  tx.rows<InSet>(sql`
    select n.id, n.slug, n.name, n.status from joining.set_network w join networks.network n on n.id = w.network_id
    where w.set_id = ${id} order by w.position, n.sort_name, n.id limit 200`)

export type SetChange = { title: string; organisation: Id; networks: readonly Id[] }

/** Makes a set; its address comes from its title, and stays. As an administrator. Out: its id. */
export async function makeSet(tx: Tx, change: SetChange): Promise<Id> {
  const id = crypto.randomUUID()
  for (let made = 0, number = 1; made === 0; number++) {
    const slug = number === 1 ? baseOf(change.title) : `${baseOf(change.title)}-${number}`
    made = await tx.run(sql`
      insert into joining.network_set (id, slug, title, organisation_id, made_on)
      values (${id}, ${slug}, ${change.title}, ${change.organisation}, ${dateOf(tx.now)}) on conflict (slug) do nothing`)
  }
  await putNetworks(tx, id, change.networks)
  await auditInstallation(tx, 'joining.set-made', { set: change.title })
  return id
}

/**
 * Changes a set. Networks that this administrator may not know of stay in it, behind the others.
 * As an administrator.
 */
export async function changeSet(tx: Tx, id: Id, change: SetChange): Promise<void> {
  await tx.run(sql`
    update joining.network_set set title = ${change.title}, organisation_id = ${change.organisation} where id = ${id}`)
  await putNetworks(tx, id, change.networks)
  await auditInstallation(tx, 'joining.set-changed', { set: change.title })
}

/** Its address leads to the form for all networks from now on. As an administrator. */
export async function deleteSet(tx: Tx, set: KeptSet): Promise<void> {
  const done = await tx.run(sql`delete from joining.network_set where id = ${set.id}`)
  if (done) await auditInstallation(tx, 'joining.set-deleted', { set: set.title })
}

async function putNetworks(tx: Tx, set: Id, networks: readonly Id[]): Promise<void> {
  // Two who change one set at once: the second waits, and what they wrote is what there is.
  await tx.run(sql`select id from joining.network_set where id = ${set} for update`)
  await tx.run(sql`delete from joining.set_network where set_id = ${set}`)
  await tx.run(sql`
    insert into joining.set_network (set_id, network_id, position)
    select ${set}, id, position from unnest(${networks}::uuid[]) with ordinality as given (id, position)
    on conflict (set_id, network_id) do nothing`)
}

/** An end of an address that is no umbrella's. */
const baseOf = (title: string) => slugOf(title).replace(/^(parts-of-)+/, '') || 'networks'

/**
 * Reads names or addresses of networks, one on each line, in their order. `already` may have closed
 * meanwhile. Two queries at most. Out: the networks, or what is wrong with the first line that is.
 */
export async function readNetworks(
  tx: Tx,
  typed: string,
  already: readonly InSet[] = [],
): Promise<{ networks: InSet[]; problem?: string }> {
  const lines = typed
    .split('\n')
    .map((line) => line.trim().replace(/^[-•*]\s*/, ''))
    .filter(Boolean)
  if (lines.length === 0) return { networks: [], problem: 'Enter at least one network' }
  if (lines.length > mostInSet)
    return { networks: [], problem: `Enter ${mostInSet} networks or fewer` }
  const slugs = lines.map((line) => slugIn(line) ?? '')
  const names = lines.map((line) => line.toLowerCase())
  const live = await tx.rows<InSet>(sql`
    select id, slug, name, status from networks.network
    where status = 'live' and (slug = any (${slugs}::text[]) or sort_name = any (${names}::text[])) order by slug limit 200`)
  const known = [...already, ...live.filter(({ id }) => !already.some((each) => each.id === id))]
  const networks: InSet[] = []
  for (const line of lines) {
    const slug = slugIn(line)
    const [one, another] = known.filter((each) =>
      slug ? each.slug === slug : each.name.toLowerCase() === line.toLowerCase(),
    )
    const short = line.slice(0, 100)
    if (!one)
      return {
        networks,
        problem: `We know no network called ${short} that is open. Write its full name, or paste the address of its page`,
      }
    if (another)
      return {
        networks,
        problem: `More than one network is called ${short}. Paste the address of its page instead`,
      }
    if (!networks.includes(one)) networks.push(one)
  }
  return { networks }
}

const slugIn = (line: string) => /\/networks\/([^/?#\s]+)/.exec(line)?.[1]
