import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { dateOf } from '#kernel/clock.ts'
import { lineOfOpenQuote, unixLines } from '#kernel/csv.ts'
import type { Db, Tx } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'
import { normaliseDomain } from './domain.ts'
import { sectors, type Sector } from './sectors.ts'

export type Row = { line: number; name: string; sector: Sector; domains: string[] }
export type Read = { rows: Row[]; problems: { line: number; problem: string }[] }

/** Reads a list of organisations: CSV with the columns name, sector and domains. Every line is a row or a problem. */
export function readList(text: string): Read {
  const problems: Read['problems'] = []
  const read = readLines(unixLines(text).replace(/^\uFEFF/, ''))
  if ('problem' in read) return { rows: [], problems: [read] }
  if (read.length > 0 && !('name' in read[0]!.cells))
    return { rows: [], problems: [{ line: 1, problem: 'There is no column called name' }] }
  const seen = new Map<string, number>()
  const rows: Row[] = []
  for (const { line, cells: each } of read) {
    const problem = problemOf(each, seen)
    if (problem) problems.push({ line, problem })
    else {
      seen.set(each['name']!.toLowerCase(), line)
      rows.push({
        line,
        name: each['name']!,
        sector: each['sector'] as Sector,
        domains: (each['domains'] ?? '')
          .split(/[\s;,]+/)
          .filter(Boolean)
          .map((domain) => normaliseDomain(domain)!),
      })
    }
  }
  return { rows, problems }
}

/** Adds the organisations of a list; those known by name or domain get what is new of the rest. Out: how many were new. */
export async function addList(tx: Tx, rows: readonly Row[]): Promise<number> {
  const given = JSON.stringify(
    rows.map((row) => ({ name: row.name, sector: row.sector, slug: slugOf(row.name) })),
  )
  const added = await tx.run(sql`
    insert into organisations.organisation (name, sector, slug, created_on)
    select g.name, g.sector, g.slug, ${dateOf(tx.now)} from jsonb_to_recordset(${given}::jsonb) as g(name text, sector text, slug text)
    where not exists (select from organisations.organisation o where lower(o.name) = lower(g.name) and o.merged_into is null)
    on conflict do nothing`)
  const domains = JSON.stringify(
    rows.flatMap((row) => row.domains.map((domain) => ({ name: row.name, domain }))),
  )
  await tx.run(sql`
    insert into organisations.domain (domain, organisation_id)
    select d.domain, o.id from jsonb_to_recordset(${domains}::jsonb) as d(name text, domain text)
    join organisations.organisation o on lower(o.name) = lower(d.name) and o.merged_into is null
    on conflict (domain) do nothing`)
  return added
}

/** At the first start, the list of public bodies that comes with Guildhall. */
export async function addFirstList(db: Db): Promise<void> {
  await db.asSystem('load the first list of organisations', async (tx) => {
    if (await tx.row(sql`select id from organisations.organisation limit 1`)) return
    await addList(
      tx,
      readList(readFileSync(new URL('organisations.csv', import.meta.url), 'utf8')).rows,
    )
  })
}

/** `Leeds City Council` → leeds-city-council. */
export function slugOf(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'organisation'
  )
}

type Line = { line: number; cells: Record<string, string> }

/** Every line with its number in the file, or what is wrong with the file as a whole. */
function readLines(text: string): Line[] | { line: number; problem: string } {
  const open = lineOfOpenQuote(text, ',')
  if (open !== undefined)
    return { line: open, problem: 'A quotation mark is out of place, or never closed' }
  try {
    return parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      ltrim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: Line['cells'], { lines }: { lines: number }): Line => ({
        line: lines - Object.values(cells).join('').split('\n').length + 1,
        cells: Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell.trim()])),
      }),
    })
  } catch {
    return { line: 1, problem: 'This could not be read as CSV' }
  }
}

function problemOf(each: Record<string, string>, seen: Map<string, number>): string | undefined {
  const name = each['name'] ?? ''
  if (!name) return 'There is no name'
  if (name.length > 200) return 'The name is longer than 200 characters'
  if (seen.has(name.toLowerCase()))
    return `The same name is on line ${seen.get(name.toLowerCase())}`
  if (!((each['sector'] ?? '') in sectors))
    return `The sector “${(each['sector'] ?? '').slice(0, 40)}” is not one of ours`
  const wrong = (each['domains'] ?? '')
    .split(/[\s;,]+/)
    .filter(Boolean)
    .find((domain) => !normaliseDomain(domain))
  return wrong ? `“${wrong.slice(0, 60)}” is not a domain` : undefined
}
