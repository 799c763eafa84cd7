import { auditNetwork } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { openLine, type Said } from './content.ts'
import { known, problems, type Outcome } from './outcomes.ts'
import type { Import } from './queries.ts'

/** A row of a list and what became of it. `said` is null once it was erased. */
export type ListLine = { line: number; outcome: Outcome; said: Said | null }

/** The first rows of a list. */
export async function firstLines(tx: Tx, list: Import, most = 20): Promise<ListLine[]> {
  const rows = await tx.rows<Row>(
    sql`select line, outcome, content_sealed from imports.line where import_id = ${list.id} order by line limit ${sql.lit(most)}`,
  )
  return rows.map((row) => opened(tx, list, row))
}

/** For each problem, the rows that have it: the first few. */
export async function linesWithProblems(
  tx: Tx,
  list: Import,
  most = 10,
): Promise<Map<Outcome, number[]>> {
  const rows = await tx.rows<{ outcome: Outcome; lines: number[] }>(sql`
    select outcome, (array_agg(line order by line))[1:${sql.lit(most)}] as lines
    from imports.line where import_id = ${list.id} and outcome = any (${problems}::text[]) group by outcome`)
  return new Map(rows.map((row) => [row.outcome, row.lines]))
}

/** Every row from which nobody was invited, for a download; written to the network's log. */
export async function linesNotTaken(tx: Tx, list: Import, lead: Id): Promise<ListLine[]> {
  const rows = await tx.rows<Row>(sql`
    select line, outcome, content_sealed from imports.line
    where import_id = ${list.id} and outcome = any (${[...problems, ...known, 'stopped']}::text[]) order by line`)
  await auditNetwork(tx, 'imports.downloaded', {
    network: list.network_id,
    actor: lead,
    detail: { rows: rows.length },
  })
  return rows.map((row) => opened(tx, list, row))
}

type Row = { line: number; outcome: Outcome; content_sealed: Uint8Array | null }

function opened(tx: Tx, list: Import, row: Row): ListLine {
  const { line, outcome, content_sealed } = row
  return {
    line,
    outcome,
    said: content_sealed && openLine(tx.keys, list.network_id, list.id, line, content_sealed),
  }
}
