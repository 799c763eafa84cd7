import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { peopleOf } from './interest.ts'
import { fewest } from './words.ts'

/** What is published: how many people would join networks of a theme, or are of a sector. Most first. */
export type Figure = { kind: 'theme' | 'sector'; key: string; people: number; as_of: string }

/** What is published about demand. As an administrator. */
export async function figuresOfDemand(tx: Tx): Promise<Figure[]> {
  return tx.rows<Figure>(
    sql`select kind, key, people, as_of from demand.figure order by people desc, key`,
  )
}

/** Those who would join networks of one theme, or of one sector: of networks that publish a figure, and of others. */
type Cell = { open: Set<Id>; quiet: Set<Id> }
type Cells = Map<string, Cell>

const some = 500

/**
 * Once a week: counts the people who would join networks that are proposed, by theme and by their employer's
 * sector. Each person counts once in a cell. Networks that not everyone who is signed in can find do not
 * count: a changed number would tell of them. As the application.
 */
export async function publishDemand(tx: Tx): Promise<void> {
  const cells = { theme: new Map() as Cells, sector: new Map() as Cells }
  const networks = await tx.rows<{ id: Id; theme: string | null; sensitive: boolean }>(sql`
    select n.id, n.theme, n.sensitive from demand.proposal p join networks.network n on n.id = p.network_id
    where p.ended_on is null and n.status = 'proposed' and n.findable in ('everyone', 'signed-in') order by n.id`)
  const sectors = await sectorsOf(tx)
  for (const network of networks) {
    const kind = network.sensitive ? 'quiet' : 'open'
    for await (const { person, organisation } of everyoneIn(tx, network.id)) {
      cellOf(cells.theme, network.theme ?? 'other')[kind].add(person)
      cellOf(cells.sector, sectors.get(organisation ?? '') ?? 'other')[kind].add(person)
    }
  }
  for (const kind of ['theme', 'sector'] as const) await publish(tx, kind, cells[kind])
}

async function* everyoneIn(
  tx: Tx,
  network: Id,
): AsyncGenerator<{ person: Id; organisation: Id | null }> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await tx.rows<{ id: Id; person_sealed: Uint8Array }>(sql`
      select id, person_sealed from demand.interest where network_id = ${network} and id > ${after} order by id limit ${sql.lit(some)}`)
    yield* (await peopleOf(tx, network, rows)).values()
    if (rows.length < some) return
    after = rows.at(-1)!.id
  }
}

async function sectorsOf(tx: Tx): Promise<Map<Id, string>> {
  const rows = await tx.rows<{ id: Id; sector: string }>(sql`
    select o.id, coalesce(m.sector, o.sector) as sector from organisations.organisation o left join organisations.organisation m on m.id = o.merged_into`)
  return new Map(rows.map((row) => [row.id, row.sector]))
}

function cellOf(cells: Cells, key: string): Cell {
  const cell = cells.get(key) ?? { open: new Set(), quiet: new Set() }
  cells.set(key, cell)
  return cell
}

async function publish(tx: Tx, kind: 'theme' | 'sector', cells: Cells): Promise<void> {
  const before = new Map(
    (
      await tx.rows<{ key: string; people: number }>(
        sql`select key, people from demand.counted where kind = ${kind}`,
      )
    ).map((row) => [row.key, row.people]),
  )
  const counts = [...new Set([...cells.keys(), ...before.keys()])].map((key) => {
    const now = countOf(cells.get(key))
    const last = before.get(key) ?? 0
    // A figure moves only when at least 5 more or fewer would join: no two of them tell who.
    return { key, people: Math.abs(now - last) >= 5 || now === 0 ? now : last }
  })
  await tx.run(sql`delete from demand.counted where kind = ${kind}`)
  await tx.run(sql`
    insert into demand.counted (kind, key, people) select ${kind}, key, people
    from jsonb_to_recordset(${JSON.stringify(counts.filter(({ people }) => people > 0))}::jsonb) as given (key text, people int)`)
  await tx.run(sql`delete from demand.figure where kind = ${kind}`)
  await tx.run(sql`
    insert into demand.figure (kind, key, people, as_of) select ${kind}, key, people, ${dateOf(tx.now)}
    from jsonb_to_recordset(${JSON.stringify(shown(counts))}::jsonb) as given (key text, people int)`)
}

/**
 * Of sensitive networks only so many that they could stand by themselves: taking away what the others publish
 * must leave no small number.
 */
function countOf(cell: Cell | undefined): number {
  if (!cell) return 0
  const { open, quiet } = cell
  return quiet.size < fewest ? open.size : open.union(quiet).size
}

/**
 * What may be shown of exact counts: 10 and more, rounded to 5. Where only one had to be withheld, the
 * smallest of the others goes with it, so that it cannot be worked out from what else is known.
 */
export function shown(
  counts: readonly { key: string; people: number }[],
): { key: string; people: number }[] {
  const withheld = counts.filter(({ people }) => people > 0 && people < fewest)
  const large = counts
    .filter(({ people }) => people >= fewest)
    .toSorted((a, b) => b.people - a.people)
  const kept = withheld.length === 1 ? large.slice(0, -1) : large
  return kept.map(({ key, people }) => ({ key, people: Math.round(people / 5) * 5 }))
}
