import { auditNetwork } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { enqueue } from '#kernel/jobs.ts'
import type { Id } from '#kernel/viewer.ts'
import { actingMembership, auditAct } from './acting.ts'
import type { Network } from './find.ts'

/** A network that asks to be part of another. */
export type Asker = Pick<Network, 'id' | 'slug' | 'name' | 'purpose' | 'kind' | 'region'>

/** Who asks to be part of an umbrella; its leads see them. */
export async function askersOf(tx: Tx, umbrella: Id): Promise<Asker[]> {
  return tx.rows<Asker>(sql`
    select id, slug, name, purpose, kind, region from networks.network where parent_asked_id = ${umbrella}
    order by sort_name limit 50`)
}

/** The networks that are part of one, as the viewer may see them. */
export async function partsOf(tx: Tx, umbrella: Id): Promise<Asker[]> {
  return tx.rows<Asker>(sql`
    select id, slug, name, purpose, kind, region from networks.network where parent_id = ${umbrella} order by sort_name limit 50`)
}

/**
 * Asks to be part of an umbrella; whoever leads both is its own answer. As a lead of the part.
 * Out: a sentence that says why it cannot be, or undefined.
 */
export async function askToBePart(
  tx: Tx,
  part: Network,
  umbrella: Network,
  as: { kind: 'sub-network' | 'regional-hub'; region: string | null },
): Promise<string | undefined> {
  if (umbrella.id === part.id || (await isWithin(tx, umbrella.id, part.id)))
    return 'A network cannot be part of itself. Choose another one'
  if (umbrella.status === 'closed') return `${umbrella.name} has closed. Choose another one`
  const both = umbrella.leads
  await tx.run(sql`
    update networks.network set kind = ${as.kind}, region = coalesce(${as.region}, region),
      parent_id = ${both ? umbrella.id : part.parent_id}, parent_asked_id = ${both ? null : umbrella.id}
    where id = ${part.id}`)
  await auditAct(tx, both ? 'networks.became-part' : 'networks.asked-to-be-part', part.id)
  if (!both) await enqueue(tx, 'networks.tell', { what: 'part-asked', network: part.id })
  return undefined
}

/** Is not part of an umbrella any more, or takes back having asked. As a lead of the part. */
export async function leaveUmbrella(tx: Tx, part: Network): Promise<void> {
  await tx.run(
    sql`update networks.network set parent_id = null, parent_asked_id = null, kind = null where id = ${part.id}`,
  )
  await auditAct(tx, 'networks.stopped-being-part', part.id)
}

/** The umbrella's leads decide on a network that asked. Out: false when it does not ask any more. */
export async function decidePart(
  tx: Tx,
  umbrella: Network,
  part: Id,
  takesIn: boolean,
): Promise<boolean> {
  const actor = await actingMembership(tx, umbrella.id)
  return tx.asSystem('take a network into its umbrella', async (system) => {
    const circle = takesIn && (await isWithin(system, umbrella.id, part))
    const done = await system.run(sql`
      update networks.network set parent_asked_id = null, parent_id = ${takesIn && !circle ? umbrella.id : sql`parent_id`}
      where id = ${part} and parent_asked_id = ${umbrella.id}`)
    if (!done) return false
    await auditNetwork(system, takesIn ? 'networks.took-in' : 'networks.turned-down', {
      network: umbrella.id,
      actor,
    })
    await enqueue(system, 'networks.tell', {
      what: 'part-decided',
      network: part,
      ...(takesIn && { umbrella: umbrella.id }),
    })
    return true
  })
}

/** A network is let go by the umbrella. Out: false when it is not part of it any more. */
export async function letGo(tx: Tx, umbrella: Network, part: Id): Promise<boolean> {
  const actor = await actingMembership(tx, umbrella.id)
  return tx.asSystem('let a network go from its umbrella', async (system) => {
    const done = await system.run(
      sql`update networks.network set parent_id = null where id = ${part} and parent_id = ${umbrella.id}`,
    )
    if (done) await auditNetwork(system, 'networks.let-go', { network: umbrella.id, actor })
    return done > 0
  })
}

/** Whether a network is inside another, however deep; as the application, since not all between may be seen. */
async function isWithin(tx: Tx, inner: Id, outer: Id): Promise<boolean> {
  const row = await tx.asSystem('keep networks from being part of themselves', (system) =>
    system.row(sql`
      with recursive up as (
        select id, parent_id from networks.network where id = ${inner}
        union select n.id, n.parent_id from networks.network n join up on n.id = up.parent_id)
      select id from up where id = ${outer}`),
  )
  return row !== undefined
}
