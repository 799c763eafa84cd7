import type { App } from '#kernel/app.ts'
import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Query, type Tx } from '#kernel/db.ts'
import type { Job } from '#kernel/feature.ts'
import { enqueue } from '#kernel/jobs.ts'
import type { Id } from '#kernel/viewer.ts'
import { openCard, type Card } from './card.ts'

/**
 * How a network stands with its allies. Without a limit `cap`, `most` and `room` are null. `missing` is how many
 * members more there would have to be for one ally more; null where no number would do.
 */
export type AllyPlaces = {
  cap: number | null
  core: number
  allies: number
  waiting: number
  most: number | null
  room: number | null
  missing: number | null
}

/** How a network stands with its allies, for its leads and the application. */
export async function allyPlaces(tx: Tx, network: Id): Promise<AllyPlaces> {
  return (await tx.row<AllyPlaces>(sql`select * from members.ally_places(${network})`))!
}

/** An ally on the waiting list, by the place given out; `card` where the viewer may see the name. */
export type WaitingAlly = { id: Id; place: number; since: string; card: Card | null }

/** Who waits for a place as an ally, first come first, for leads. `next` is the last place on the page. */
export async function waitingAllies(
  tx: Tx,
  network: Id,
  after = 0,
  size = 20,
): Promise<{ allies: WaitingAlly[]; next?: number }> {
  const rows = await tx.rows<Omit<WaitingAlly, 'card'> & { sealed: Uint8Array | null }>(sql`
    select m.id, m.place, m.joined_on as since, c.sealed
    from members.membership m left join members.card c on c.membership_id = m.id
    where m.network_id = ${network} and m.place is not null and m.place > ${after} order by m.place limit ${sql.lit(size + 1)}`)
  const allies = rows.slice(0, size).map(({ sealed, ...row }) => ({
    ...row,
    card: sealed && openCard(tx.keys, network, row.id, sealed),
  }))
  return { allies, next: rows.length > size ? allies.at(-1)!.place : undefined }
}

/** The viewer's own place on a network's waiting list, counted from the front; undefined when they do not wait. */
export async function myPlace(tx: Tx, network: Id): Promise<number | undefined> {
  const row = await tx.row<{ place: number | null }>(
    sql`select members.my_place(${network}) as place`,
  )
  return row?.place ?? undefined
}

/** Where a membership is on its network's waiting list, counted from the front. As the application, or a lead. */
export async function placeOf(tx: Tx, membership: Id): Promise<number> {
  const row = await tx.row<{ place: number }>(sql`
    select count(*)::int as place from members.membership m join members.membership one on one.network_id = m.network_id
    where one.id = ${membership} and m.place is not null and m.place <= one.place`)
  return row!.place
}

/** What a change of a membership says of its network's waiting list, to be asked in the same statement. */
export const waitsThere: Query = sql`members.anyone_waits(network_id)`

/** There may be room for allies who wait: they are looked at in the background, once this transaction is over. */
export async function lookAtWaitingList(tx: Tx, network: Id): Promise<void> {
  await enqueue(tx, letIn, { network })
}

/** The same, when what makes room is no membership: a charter, or a network that wakes up. */
export async function makeRoomForAllies(tx: Tx, network: Id): Promise<void> {
  const row = await tx.row<{ waits: boolean }>(sql`
    select members.anyone_waits(${network}) as waits from members.hold_places(${network}, false)`)
  if (row!.waits) await lookAtWaitingList(tx, network)
}

/**
 * Lets in who waits longest, while there is room, a number of them at once. Whoever has given up meanwhile is not
 * there any more. `tell` writes to each. Out: whether there may be more to let in. As the application.
 */
async function letAlliesIn(
  tx: Tx,
  network: Id,
  tell: (membership: Id) => Promise<void>,
  some = 50,
): Promise<boolean> {
  await tx.run(sql`select members.hold_places(${network}, true)`)
  for (let i = 0; i < some; i++) {
    const first = await tx.row<{ id: Id }>(sql`
      select m.id from members.membership m join networks.network n on n.id = m.network_id
      where m.network_id = ${network} and m.place is not null and n.status = 'live'
      order by m.place limit 1`)
    if (!first || !(await hasRoom(tx, network))) return false
    const isIn = await tx.run(sql`
      update members.membership set status = 'active', joined_on = ${dateOf(tx.now)} where id = ${first.id} and status = 'waiting'`)
    if (!isIn) continue
    await auditNetwork(tx, 'members.let-in', { network, subject: first.id })
    await tell(first.id)
  }
  return true
}

async function hasRoom(tx: Tx, network: Id): Promise<boolean> {
  return (await tx.row<{ room: boolean }>(sql`select members.has_room(${network}) as room`))!.room
}

const letIn = 'members.let-allies-in'

export const jobs: Job[] = [
  {
    name: letIn,
    run: (app, { network }) =>
      app.db.asSystem('let in allies who waited', async (tx) => {
        const more = await letAlliesIn(tx, String(network), (membership) =>
          tellAll(app, tx, String(network), membership),
        )
        if (more) await lookAtWaitingList(tx, String(network))
      }),
  },
  // Should the work have been lost: nobody waits for long while there is room.
  {
    name: 'members.look-at-waiting-lists',
    every: '50 5 * * *',
    run: (app) =>
      app.db.asSystem('let in allies who waited', async (tx) => {
        const lists = await tx.rows<{ id: Id }>(sql`
          select n.id from networks.network n where n.status = 'live'
            and exists (select from members.membership m where m.network_id = n.id and m.place is not null)`)
        for (const { id } of lists) await lookAtWaitingList(tx, id)
      }),
  },
]

async function tellAll(app: App, tx: Tx, network: Id, membership: Id): Promise<void> {
  for (const feature of app.features) await feature.moments?.letIn?.(tx, app, network, membership)
}
