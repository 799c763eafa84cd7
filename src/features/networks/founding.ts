import type { App } from '#kernel/app.ts'
import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { enqueue } from '#kernel/jobs.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { networkById, type Network } from './find.ts'
import { keptSafe, type Privacy } from './privacy.ts'
import { putOrganisations } from './scope.ts'
import { freeSlug } from './slug.ts'
import type { NetworkType } from './words.ts'

/** What a founder says about a network. */
export type NewNetwork = Privacy & {
  name: string
  type: NetworkType
  purpose: string
  audience: string
  /** Part of an umbrella: at once when the founder leads it, else when its leads agree. */
  parent?: Id
  kind?: 'sub-network' | 'regional-hub'
  region?: string
}

/**
 * Starts a network, with its founder as first member and lead. In: the viewer's transaction, and what the
 * founder said. Out: the network; its founder sees it from the next request on.
 */
export async function createNetwork(
  tx: Tx,
  app: App,
  me: Person,
  answers: NewNetwork,
): Promise<Network> {
  const leadsParent = answers.parent ? await mayTakeIn(tx, answers.parent) : undefined
  const privacy = keptSafe(answers)
  return tx.asSystem('found a network', async (system) => {
    const id = crypto.randomUUID()
    await insert(system, id, { ...answers, ...privacy }, leadsParent)
    await putOrganisations(
      system,
      id,
      privacy.findable === 'organisations' ? privacy.organisations : [],
    )
    await system.run(sql`
      insert into networks.status_change (network_id, status, changed_on)
      values (${id}, 'setting-up', ${dateOf(tx.now)})`)
    const network = (await networkById(system, id))!
    await auditNetwork(system, 'networks.founded', { network: id, detail: { type: network.type } })
    for (const feature of app.features) await feature.moments?.founded?.(system, network, me)
    if (network.parent_asked_id)
      await enqueue(system, 'networks.tell', { what: 'part-asked', network: id })
    return network
  })
}

/** Founds one at a time for a person: two presses of the last button wait for each other, and the second finds what the first made. */
export async function oneAtATime(tx: Tx, me: Person): Promise<void> {
  const lock = tx.keys.tag('locks', me.person).readInt32BE(0)
  await tx.run(sql`select pg_advisory_xact_lock(72, ${lock}::int)`)
}

/** A network of the same name that the viewer can see: it would be taken for this one. */
export async function namesake(
  tx: Tx,
  name: string,
  other?: Id,
): Promise<{ slug: string; name: string } | undefined> {
  return tx.row(sql`
    select slug, name from networks.network
    where sort_name = lower(${name}) and (status in ('proposed', 'live', 'dormant') or id = any ((select members.my_networks())::uuid[]))
      and id is distinct from ${other ?? null}::uuid
    limit 1`)
}

/** Undefined for an umbrella that the viewer cannot see; else whether the viewer leads it. */
async function mayTakeIn(tx: Tx, parent: Id): Promise<boolean | undefined> {
  const umbrella = await networkById(tx, parent)
  return umbrella && umbrella.status !== 'closed' ? umbrella.leads : undefined
}

/** Tries until the address is free: another network may take it meanwhile. */
async function insert(
  tx: Tx,
  id: Id,
  it: NewNetwork,
  leadsParent: boolean | undefined,
): Promise<void> {
  const parent = leadsParent ? it.parent : null
  const asked = leadsParent === false ? it.parent : null
  for (let made = 0; made === 0;) {
    const slug = await freeSlug(tx, it.name, it.findable)
    made = await tx.run(sql`
      insert into networks.network (id, slug, name, type, findable, joining, names, sensitive, purpose, audience,
        parent_id, parent_asked_id, kind, region, created_on)
      values (${id}, ${slug}, ${it.name}, ${it.type}, ${it.findable}, ${it.joining}, ${it.names}, ${it.sensitive},
        ${it.purpose}, ${it.audience}, ${parent}, ${asked}, ${it.kind ?? null}, ${it.region ?? null}, ${dateOf(tx.now)})
      on conflict (slug) do nothing`)
  }
}
