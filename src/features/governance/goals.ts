import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { auditAct } from '#features/networks/index.ts'

/** What a network wants to reach: a number, by a date. */
export type Aim = {
  statement: string
  measure: string
  unit: string
  baseline: number | null
  target: number
  by: string
}

export type Goal = Aim & { id: Id; set_on: string }

export type Outcome = 'met' | 'partly' | 'missed' | 'dropped'
export type EndedGoal = Goal & { ended_on: string; outcome: Outcome }

/** More goals at once than a network can look after. */
export const mostGoals = 12

/** The goals that a network has now, the soonest first. */
export async function goalsOf(tx: Tx, network: Id): Promise<Goal[]> {
  return tx.rows<Goal>(sql`
    select ${columns} from governance.goal
    where network_id = ${network} and ended_on is null order by by_on, id limit ${sql.lit(mostGoals)}`)
}

/** The goals that are over, the newest first. */
export async function endedGoalsOf(tx: Tx, network: Id): Promise<EndedGoal[]> {
  return tx.rows<EndedGoal>(sql`
    select ${columns}, ended_on, outcome from governance.goal
    where network_id = ${network} and ended_on is not null order by ended_on desc, id limit 20`)
}

/** One of the goals that a network has now. */
export async function findGoal(tx: Tx, network: Id, id: string): Promise<Goal | undefined> {
  return tx.row<Goal>(sql`
    select ${columns} from governance.goal
    where network_id = ${network} and id::text = ${id} and ended_on is null`)
}

/** Adds a goal. Out: false when the network has as many as it can. */
export async function setGoal(tx: Tx, network: Id, aim: Aim): Promise<boolean> {
  const made = await tx.run(sql`
    insert into governance.goal (network_id, statement, measure, unit, baseline, target, by_on, set_on)
    select ${network}::uuid, ${aim.statement}, ${aim.measure}, ${aim.unit}, ${aim.baseline}::numeric,
      ${aim.target}::numeric, ${aim.by}::date, ${dateOf(tx.now)}::date
    where (select count(*) from governance.goal
      where network_id = ${network} and ended_on is null) < ${mostGoals}`)
  if (made) await auditAct(tx, 'governance.goal-set', network)
  return made > 0
}

/** Says a goal anew. */
export async function changeGoal(tx: Tx, network: Id, goal: Id, aim: Aim): Promise<void> {
  await tx.run(sql`
    update governance.goal set statement = ${aim.statement}, measure = ${aim.measure},
      unit = ${aim.unit}, baseline = ${aim.baseline}, target = ${aim.target}, by_on = ${aim.by}
    where network_id = ${network} and id = ${goal} and ended_on is null`)
  await auditAct(tx, 'governance.goal-changed', network)
}

/** A goal is over. Two leads who end it at once end it once. */
export async function endGoal(tx: Tx, network: Id, goal: Id, outcome: Outcome): Promise<void> {
  const ended = await tx.run(sql`
    update governance.goal set ended_on = ${dateOf(tx.now)}, outcome = ${outcome}
    where network_id = ${network} and id = ${goal} and ended_on is null`)
  if (ended) await auditAct(tx, 'governance.goal-ended', network, { outcome })
}

/** Whether there is something to aim for. */
export async function hasGoal(tx: Tx, network: Id): Promise<boolean> {
  return (await goalsOf(tx, network)).length > 0
}

const columns = sql`id, statement, measure, unit, baseline::float8 as baseline,
  target::float8 as target, by_on as by, set_on`
