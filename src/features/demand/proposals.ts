import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import {
  actingMembership,
  auditAct,
  beginSettingUp,
  changeNetwork,
  dropProposed,
  propose,
  type Network,
  type Theme,
} from '#features/networks/index.ts'
import { write } from './letters.ts'

/** What a proposed network waits for, and how far it is. Days are yyyy-mm-dd. */
export type Proposal = {
  network_id: Id
  wanted: number
  by_on: string
  proposed_on: string
  extended_on: string | null
  reached_on: string | null
  started_on: string | null
  ended_on: string | null
  outcome: 'started' | 'dropped' | null
  /** How many would join, rounded down; null where it is withheld. */
  people: number | null
}

/** The proposal of a network, if there was one and the viewer may know of the network. */
export async function proposalOf(tx: Tx, network: Id): Promise<Proposal | undefined> {
  return tx.row<Proposal>(sql`
    select p.network_id, p.wanted, p.by_on, p.proposed_on, p.extended_on, p.reached_on, p.started_on, p.ended_on, p.outcome, g.people
    from demand.proposal p left join demand.progress g on g.network_id = p.network_id where p.network_id = ${network}`)
}

export type Terms = { theme: Theme; wanted: number; by: string }

/** Shows a network as an idea, so that people say whether they would join. As a lead. Out: false when it is too late for that. */
export async function putForward(
  tx: Tx,
  network: Network,
  { theme, wanted, by }: Terms,
): Promise<boolean> {
  if (await proposalOf(tx, network.id)) return false
  // Of two leads who press at once, the second finds that it is proposed.
  if (!(await propose(tx, network))) return false
  await tx.run(sql`
    insert into demand.proposal (network_id, wanted, by_on, proposed_on) values (${network.id}, ${wanted}, ${by}, ${dateOf(tx.now)})`)
  await changeNetwork(tx, network, { theme })
  await auditAct(tx, 'demand.proposed', network.id, { wanted, by })
  return true
}

/** Gives it more time, once; those who would join are told. As a lead. Out: false when it had more time already. */
export async function extend(tx: Tx, network: Network, by: string): Promise<boolean> {
  const done = await tx.run(sql`
    update demand.proposal set by_on = ${by}, extended_on = ${dateOf(tx.now)}, reminded = 0
    where network_id = ${network.id} and extended_on is null and started_on is null and ended_on is null and by_on < ${by}`)
  if (!done) return false
  await write(tx, network.id, 'extended')
  await auditAct(tx, 'demand.extended', network.id, { by })
  return true
}

/** It starts: it is set up from now on, and those who would join are told. As a lead. Out: false when that was decided already. */
export async function start(tx: Tx, network: Network): Promise<boolean> {
  // Those who lead it see it on; the letter is written while it is still theirs to write.
  if (!(await beginSettingUp(tx, network))) return false
  await tx.run(sql`
    update demand.proposal set started_on = ${dateOf(tx.now)} where network_id = ${network.id} and started_on is null and ended_on is null`)
  await write(tx, network.id, 'started')
  await auditAct(tx, 'demand.started', network.id)
  return true
}

/**
 * It does not come about; those who would join are told, in the leads' words where there are any. As a lead,
 * or as the application where nobody decided. Out: false when that was decided already.
 */
export async function drop(tx: Tx, network: Network, reason: string): Promise<boolean> {
  const actor = tx.viewer.kind === 'person' ? await actingMembership(tx, network.id) : undefined
  if (!(await dropProposed(tx, network))) return false
  await write(tx, network.id, 'dropped', reason)
  await tx.run(sql`
    update demand.proposal set ended_on = ${dateOf(tx.now)}, outcome = 'dropped' where network_id = ${network.id} and ended_on is null`)
  await auditNetwork(tx, 'demand.dropped', {
    network: network.id,
    actor,
    detail: actor ? {} : { by: 'nobody' },
  })
  return true
}
