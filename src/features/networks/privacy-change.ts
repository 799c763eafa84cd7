import { auditNetwork } from '#kernel/audit.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { enqueue } from '#kernel/jobs.ts'
import type { Id } from '#kernel/viewer.ts'
import { withdrawFigures } from './figures.ts'
import { actingMembership, auditAct } from './acting.ts'
import type { Network } from './find.ts'
import { isSame, type Privacy } from './privacy.ts'
import { leadsOf, planOf, type Plan } from './privacy-plan.ts'
import { putOrganisations } from './scope.ts'
import { freeSlug, isUnnamed } from './slug.ts'

/** A change that makes a network less private, on its way: every lead agrees, then members have thirty days' notice. */
export type Coming = Privacy & {
  id: Id
  network_id: Id
  proposed_on: string
  agreed_on: string | null
  takes_effect_on: string | null
}

const columns = sql`c.id, c.network_id, c.findable, c.joining, c.names, c.sensitive, c.organisations, c.proposed_on, c.agreed_on, c.takes_effect_on`

/** The change that is on its way, for members. */
export async function comingChange(tx: Tx, network: Id): Promise<Coming | undefined> {
  return tx.row<Coming>(
    sql`select ${columns} from networks.privacy_change c where c.network_id = ${network} and c.ended_on is null`,
  )
}

/** Changes how private a network is, as a lead. Out: where the network is now. */
export async function changePrivacy(
  tx: Tx,
  network: Network,
  asked: Privacy,
): Promise<Plan & { slug: string }> {
  const plan = await planOf(tx, network, asked)
  if (!plan.changes) return { ...plan, slug: network.slug }
  // What was on its way was a change of what is changed again now.
  await withdrawChange(tx, network)
  const applies = !isSame(plan.now, plan.atOnce)
  const slug = applies
    ? await apply(tx, network, plan.atOnce, await actingMembership(tx, network.id))
    : network.slug
  if (plan.waits) await propose(tx, network, plan.wanted)
  return { ...plan, slug }
}

/** Agrees for the acting lead; with the last lead's agreement the thirty days begin. Out: false when there is nothing to agree to. */
export async function agree(tx: Tx, network: Network): Promise<boolean> {
  const coming = await comingChange(tx, network.id)
  const me = await actingMembership(tx, network.id)
  if (!coming || !me) return false
  const made = await tx.run(sql`
    insert into networks.privacy_consent (change_id, membership_id, agreed_on) values (${coming.id}, ${me}, ${dateOf(tx.now)})
    on conflict do nothing`)
  if (made) await auditAct(tx, 'networks.privacy-agreed', network.id)
  await startNotice(tx, coming)
  return true
}

/** Takes back a change that is on its way. Members who were told of it are told again. Out: false when there is none. */
export async function withdrawChange(tx: Tx, network: Network): Promise<boolean> {
  const row = await tx.row<{ agreed_on: string | null }>(sql`
    update networks.privacy_change set ended_on = ${dateOf(tx.now)}, outcome = 'withdrawn'
    where network_id = ${network.id} and ended_on is null returning agreed_on`)
  if (!row) return false
  await auditAct(tx, 'networks.privacy-withdrawn', network.id)
  if (row.agreed_on)
    await enqueue(tx, 'networks.tell', { what: 'privacy-withdrawn', network: network.id })
  return true
}

/** How many leads there are, how many agreed, and whether the acting lead did. As a lead. */
export async function consents(
  tx: Tx,
  coming: Coming,
): Promise<{ leads: number; agreed: number; mine: boolean }> {
  const rows = await tx.rows<{ agreed: boolean; mine: boolean }>(sql`
    select exists (select from networks.privacy_consent p where p.change_id = ${coming.id} and p.membership_id = l.membership_id) as agreed,
      l.membership_id = any ((select app.memberships())::uuid[]) as mine
    from (${leadsOf(coming.network_id)}) l`)
  return {
    leads: rows.length,
    agreed: rows.filter((row) => row.agreed).length,
    mine: rows.some((row) => row.mine && row.agreed),
  }
}

/** What is due takes effect; what the last lead to disagree left behind goes on. As the application, daily. */
export async function carryOutChanges(tx: Tx): Promise<void> {
  const open = await tx.rows<Coming>(
    sql`select ${columns} from networks.privacy_change c where c.ended_on is null order by c.id`,
  )
  for (const coming of open) {
    if (!coming.takes_effect_on) await startNotice(tx, coming)
    else if (coming.takes_effect_on <= dateOf(tx.now)) await takeEffect(tx, coming)
  }
}

async function takeEffect(tx: Tx, coming: Coming): Promise<void> {
  const network = (await tx.row<Network>(
    sql`select * from networks.network where id = ${coming.network_id} for update`,
  ))!
  await tx.run(sql`
    update networks.privacy_change set ended_on = ${dateOf(tx.now)}, outcome = 'took-effect' where id = ${coming.id}`)
  await apply(tx, network, coming, undefined)
}

async function propose(tx: Tx, network: Network, wanted: Privacy): Promise<void> {
  await tx.run(sql`
    insert into networks.privacy_change (network_id, findable, joining, names, sensitive, organisations, proposed_on)
    values (${network.id}, ${wanted.findable}, ${wanted.joining}, ${wanted.names}, ${wanted.sensitive},
      ${wanted.organisations}::text[], ${dateOf(tx.now)})`)
  await auditAct(tx, 'networks.privacy-proposed', network.id)
  await agree(tx, network)
  await enqueue(tx, 'networks.tell', { what: 'privacy-proposed', network: network.id })
}

/** Once no lead is left who has not agreed, members are told, and the days begin to count. */
async function startNotice(tx: Tx, coming: Coming): Promise<void> {
  if (coming.agreed_on) return
  const { leads, agreed } = await consents(tx, coming)
  if (leads === 0 || agreed < leads) return
  const today = dateOf(tx.now)
  const begun = await tx.run(sql`
    update networks.privacy_change set agreed_on = ${today}, takes_effect_on = ${addDays(today, 30)}
    where id = ${coming.id} and agreed_on is null and ended_on is null`)
  if (begun)
    await enqueue(tx, 'networks.tell', { what: 'privacy-coming', network: coming.network_id })
}

/**
 * Makes a network as private as said. One that not everyone may find any more gets an address that does not
 * name it; one that was never live gets a readable one when it may be found. Out: its address.
 */
async function apply(
  tx: Tx,
  network: Network,
  to: Privacy,
  actor: Id | undefined,
): Promise<string> {
  const hides = isUnnamed(to.findable) && !isUnnamed(network.findable)
  const shows =
    isUnnamed(network.findable) && !isUnnamed(to.findable) && network.status === 'setting-up'
  return tx.asSystem('change how private a network is', async (system) => {
    const slug = hides || shows ? await freeSlug(system, network.name, to.findable) : network.slug
    await system.run(sql`
      update networks.network set findable = ${to.findable}, joining = ${to.joining}, names = ${to.names},
        sensitive = ${to.sensitive}, slug = ${slug}
      where id = ${network.id}`)
    if (to.findable === 'organisations')
      await putOrganisations(system, network.id, to.organisations)
    if (to.sensitive && !network.sensitive) await withdrawFigures(system, network.id)
    const { findable, joining, names, sensitive } = to
    await auditNetwork(system, 'networks.privacy-changed', {
      network: network.id,
      actor,
      detail: { findable, joining, names, sensitive },
    })
    return slug
  })
}
