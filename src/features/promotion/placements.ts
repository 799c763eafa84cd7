import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'
import { auditAct } from '#features/networks/index.ts'
import { makeCode } from './codes.ts'

/** A place where people see a link to join, such as the canteen's notice board. */
export type Placement = {
  id: Id
  network_id: Id
  code: string
  name: string
  made_on: string
  /** Where a network is not named by itself: since when its posters for this place do. */
  named_on: string | null
}

type Row = Omit<Placement, 'name'> & { name_sealed: Uint8Array }

/** More links than a lead can look after. */
export const mostPlacements = 100

/** The links of a network that are in use, the oldest first, those of one day by name. */
export async function placementsOf(tx: Tx, network: Id): Promise<Placement[]> {
  const rows = await tx.rows<Row>(sql`
    select ${columns} from promotion.placement where network_id = ${network} and retired_on is null
    order by made_on, id limit ${sql.lit(mostPlacements)}`)
  return rows
    .map((row) => opened(tx.keys, row))
    .sort((a, b) => a.made_on.localeCompare(b.made_on) || a.name.localeCompare(b.name, 'en-GB'))
}

/** A link of a network that is in use, by its code. */
export async function findPlacement(
  tx: Tx,
  network: Id,
  code: string,
): Promise<Placement | undefined> {
  const row = await tx.row<Row>(sql`
    select ${columns} from promotion.placement
    where network_id = ${network} and code = ${code} and retired_on is null`)
  return row && opened(tx.keys, row)
}

/** Makes a link for each place named. Out: false when the network would have more than it can. */
export async function makePlacements(
  tx: Tx,
  network: Id,
  names: readonly string[],
): Promise<boolean> {
  const count = await tx.row<{ count: number }>(sql`
    select count(*)::int as count from promotion.placement where network_id = ${network} and retired_on is null`)
  if (count!.count + names.length > mostPlacements) return false
  for (const name of names) await insert(tx, network, name)
  return true
}

/** The link that another capability needs, such as a launch: made when it is not there. As a lead or the application. */
export async function placementFor(
  tx: Tx,
  network: Id,
  purpose: string,
  name: string,
): Promise<string> {
  const there = sql<{ code: string }>`
    select code from promotion.placement
    where network_id = ${network} and purpose = ${purpose} and retired_on is null`
  const row = await tx.row(there)
  if (row) return row.code
  await insert(tx, network, name, purpose)
  return (await tx.row(there))!.code
}

/** Calls a place by another name. */
export async function renamePlacement(tx: Tx, placement: Placement, name: string): Promise<void> {
  const done = await tx.run(sql`
    update promotion.placement set name_sealed = ${seal(tx.keys, placement.network_id, placement.id, name)}
    where id = ${placement.id} and retired_on is null`)
  if (done) await audit(tx, 'promotion.link-renamed', placement)
}

/** Lets what is made for a place name a network that is not named by itself, or no longer. */
export async function chooseNaming(tx: Tx, placement: Placement, named: boolean): Promise<void> {
  const done = await tx.run(sql`
    update promotion.placement set named_on = ${named ? dateOf(tx.now) : null}
    where id = ${placement.id} and retired_on is null and (named_on is null) = ${named}`)
  if (done) await audit(tx, named ? 'promotion.named' : 'promotion.not-named', placement)
}

/** Ends a link: it leads nowhere from now on, and its code is never given again. */
export async function retirePlacement(tx: Tx, placement: Placement): Promise<void> {
  const done = await tx.run(sql`
    update promotion.placement set retired_on = ${dateOf(tx.now)} where id = ${placement.id} and retired_on is null`)
  if (done) await audit(tx, 'promotion.link-retired', placement)
}

/** The name of a place goes with a code that there is not yet; of two leads at once, one makes what is needed once. */
async function insert(tx: Tx, network: Id, name: string, purpose?: string): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    const id = crypto.randomUUID()
    const code = makeCode()
    const made = await tx.run(sql`
      insert into promotion.placement (id, network_id, code, name_sealed, purpose, made_on)
      values (${id}, ${network}, ${code}, ${seal(tx.keys, network, id, name)}, ${purpose ?? null}, ${dateOf(tx.now)})
      on conflict do nothing`)
    if (made) return audit(tx, 'promotion.link-made', { network_id: network, code })
    if (purpose !== undefined && tries > 0) return
  }
  throw new Error('No free code was found.')
}

const audit = (
  tx: Tx,
  event: string,
  { network_id, code }: Pick<Placement, 'network_id' | 'code'>,
) => auditAct(tx, event, network_id, { code })

const columns = sql`id, network_id, code, name_sealed, made_on, named_on`

const opened = (keys: Keys, { name_sealed, ...row }: Row): Placement => ({
  ...row,
  name: keys.open(`network:${row.network_id}`, placeOf(row.id), name_sealed),
})

const seal = (keys: Keys, network: Id, id: Id, name: string): Buffer =>
  keys.seal(`network:${network}`, placeOf(id), name)

const placeOf = (id: Id) => ({ table: 'promotion.placement', column: 'name', row: id })
