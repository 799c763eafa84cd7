import type { App } from '#kernel/app.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { enqueue } from '#kernel/jobs.ts'
import { noteProgress } from '#kernel/progress.ts'
import type { Id } from '#kernel/viewer.ts'
import { invite, type Invited, type Invitee } from '#features/invitations/index.ts'
import { networkById, type Network } from '#features/networks/index.ts'
import { addressReader } from './addresses.ts'
import { applyMapping, isPerson } from './candidates.ts'
import { lineTag, sealLine, type Said } from './content.ts'
import type { Outcome } from './outcomes.ts'
import { countLines, goOn, lockImport, type Import } from './queries.ts'
import { letOthersIn } from './pausing.ts'
import { holdsChoice, tableOf } from './reading.ts'

/** A list of this many rows is checked at once; a longer one in the background. */
const mostAtOnce = 500
const part = 200
const reason = 'check a list before anybody on it is invited'

/** One row of the list that is for the network. */
export type Line = { line: number; outcome: Outcome; said: Said }

/** The rows of a list that are for the network, as the mapping reads them, and how many were passed over. */
type Plan = { lines: Line[]; passed: { blank: number; elsewhere: number } }

/** Finds out what inviting everyone on the list would come to, without inviting anyone; now, or in the background. */
export async function startCheck(tx: Tx, app: App, list: Import, network: Network): Promise<void> {
  if (list.total > mostAtOnce) {
    await goOn(tx, list, 'checking', list.total)
    await enqueue(tx, 'imports.check', { import: list.id })
    return
  }
  const { lines, passed } = await planOf(tx, app, list)
  await forgetLines(tx, list)
  await checkLines(tx, list, network, lines)
  await countLines(tx, list, passed)
  await goOn(tx, list, 'checked')
}

/** The same for a long list, some rows a transaction. Begun again, it starts anew; whoever began last goes on. */
export async function checkList(app: App, id: Id): Promise<void> {
  const begun = await app.db.asSystem(reason, (tx) => begin(tx, app, id))
  if (!begun) return
  const { plan, attempt } = begun
  for (let at = 0; at < plan.lines.length; at += part) {
    const ours = await app.db.asSystem(reason, async (tx) => {
      const list = await lockAttempt(tx, id, attempt)
      if (!list) return false
      await checkLines(
        tx,
        list,
        (await networkById(tx, list.network_id))!,
        plan.lines.slice(at, at + part),
      )
      await noteProgress(tx, list.progress_id!, {
        done: Math.min(at + part, plan.lines.length),
        total: plan.lines.length,
      })
      await tx.run(sql`update imports.import set worked_at = ${tx.now} where id = ${id}`)
      return true
    })
    if (!ours) return
    await letOthersIn()
  }
  await app.db.asSystem(reason, async (tx) => {
    const list = await lockAttempt(tx, id, attempt)
    if (!list) return
    await countLines(tx, list, plan.passed)
    await goOn(tx, list, 'checked')
  })
}

async function begin(
  tx: Tx,
  app: App,
  id: Id,
): Promise<{ plan: Plan; attempt: number } | undefined> {
  const list = await lockImport(tx, id, 'checking')
  if (!list) return undefined
  await forgetLines(tx, list)
  const row = await tx.row<{ tries: number }>(
    sql`update imports.import set tries = tries + 1, worked_at = ${tx.now} where id = ${id} returning tries`,
  )
  await noteProgress(tx, list.progress_id!, { done: 0, state: 'running' })
  return { plan: await planOf(tx, app, list), attempt: row!.tries }
}

async function lockAttempt(tx: Tx, id: Id, attempt: number): Promise<Import | undefined> {
  const mine = await tx.row(
    sql`select id from imports.import where id = ${id} and tries = ${attempt} for update`,
  )
  return mine ? lockImport(tx, id, 'checking') : undefined
}

async function planOf(tx: Tx, app: App, list: Import): Promise<Plan> {
  const { mapping, only } = list.content!
  const table = await tableOf(tx, app, list)
  const isOurs = only
    ? (row: readonly string[]) => holdsChoice(row[only.column] ?? '', only.choice)
    : () => true
  const typed =
    mapping.email === null ? [] : table.rows.filter(isOurs).map((row) => row[mapping.email!] ?? '')
  const candidates = applyMapping(table, mapping, {
    isOurs,
    address: await addressReader(tx, typed),
    today: dateOf(tx.now),
  })
  const lines: Line[] = []
  const passed = { blank: 0, elsewhere: 0 }
  for (const [i, candidate] of candidates.entries()) {
    const { line } = candidate
    if (isPerson(candidate)) {
      const { name, email, key, category } = candidate
      lines.push({
        line,
        outcome: 'waiting',
        said: { name: name.slice(0, 120), address: email, key, category: category ?? 'member' },
      })
    } else if (candidate.because === 'blank' || candidate.because === 'elsewhere') {
      passed[candidate.because]++
    } else {
      const cell = (column: number | null) =>
        column === null ? '' : (table.rows[i]![column] ?? '').slice(0, 300)
      const name = `${cell(mapping.name)} ${cell(mapping.surname)}`.trim()
      lines.push({
        line,
        outcome: candidate.because,
        said: { name, address: cell(mapping.email), problem: candidate.problem },
      })
    }
  }
  return { lines, passed }
}

/** Keeps lines with what inviting them would come to. */
async function checkLines(
  tx: Tx,
  list: Import,
  network: Network,
  lines: readonly Line[],
): Promise<void> {
  const people = lines.filter((line) => line.outcome === 'waiting')
  const foreseen = await foresee(
    tx,
    network,
    people.map(({ said }) => inviteeOf(said)),
  )
  for (const [i, line] of people.entries())
    line.outcome = foreseen[i] === 'invited' ? 'waiting' : outcomeOf(foreseen[i]!)
  const rows = lines.map(({ line, outcome, said }) => ({
    line,
    outcome,
    tag: said.key ? lineTag(tx.keys, network.id, said.key).toString('hex') : null,
    sealed: sealLine(tx.keys, network.id, list.id, line, said).toString('hex'),
  }))
  await tx.run(sql`
    insert into imports.line (import_id, network_id, line, tag, content_sealed, outcome)
    select ${list.id}, ${network.id}, line, decode(tag, 'hex'), decode(sealed, 'hex'), outcome
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (line int, outcome text, tag text, sealed text)`)
}

/** Invites, and takes it back before anyone could notice: what is foreseen cannot differ from what will be done. */
async function foresee(tx: Tx, network: Network, people: Invitee[]): Promise<Invited[]> {
  await tx.run(sql`savepoint foresight`)
  const outcomes = await invite(tx, network, { people, origin: 'import', actor: undefined })
  await tx.run(sql`rollback to savepoint foresight`)
  await tx.run(sql`release savepoint foresight`)
  return outcomes
}

/** Whom a line invites. */
export const inviteeOf = (said: Said): Invitee => ({
  name: said.name,
  address: said.address,
  key: said.key!,
  category: said.category,
})

/** What an invitation came to, for its line. */
export const outcomeOf = (invited: Invited): Outcome =>
  invited === 'invited' ? 'invited' : invited === 'member' ? 'already-member' : 'already-invited'

async function forgetLines(tx: Tx, list: Import): Promise<void> {
  await tx.run(sql`delete from imports.line where import_id = ${list.id}`)
}
