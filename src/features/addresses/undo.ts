import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import { isId, type Id } from '#kernel/viewer.ts'

/** What can be taken back: a change of the work address, or a second address that was added. */
export type Undoable = { kind: 'moved'; address: string } | { kind: 'added'; second: Id }

/** For how long, in days. The old mailbox may be another's by and by, so not for long. */
export const undoDays = 3

/** Keeps what can be taken back. Out: its id, for the link. */
export async function keepUndo(tx: Tx, person: Id, what: Undoable): Promise<Id> {
  const id = crypto.randomUUID()
  const sealed = tx.keys.seal('addresses', place(id), JSON.stringify(what))
  const until = new Date(tx.now.getTime() + undoDays * 86_400_000)
  await tx.asSystem('let a change of address be taken back', (system) =>
    system.run(sql`
      insert into addresses.undo (id, person_id, content_sealed, made_at, ends_at)
      values (${id}, ${person}, ${sealed}, ${tx.now}, ${until})`),
  )
  return id
}

/** Where a change is taken back. */
export const undoPath = (keys: Keys, id: Id): string => `/account/undo/${keys.sign('undo', id)}`

/** The change behind a link, while it can be taken back. As the application. */
export async function undoBehind(tx: Tx, token: string): Promise<Undo | undefined> {
  const id = tx.keys.verify('undo', token)
  if (!id || !isId(id)) return undefined
  const row = await tx.row<Row>(sql`
    select id, person_id, content_sealed, made_at from addresses.undo where id = ${id} and ends_at > ${tx.now}`)
  return row && opened(tx.keys, row)
}

/** All that can be taken back of the same person since then, the oldest first. As the application. */
export async function undoneWith(tx: Tx, undo: Undo): Promise<Undoable[]> {
  const rows = await tx.rows<Row>(sql`
    select id, person_id, content_sealed, made_at from addresses.undo
    where person_id = ${undo.person} and made_at >= ${undo.madeAt} order by made_at, id`)
  return rows.map((row) => opened(tx.keys, row).what)
}

/** It has been taken back: there is nothing left of it to take back. As the application. */
export async function dropUndo(tx: Tx, undo: Undo): Promise<void> {
  await tx.run(
    sql`delete from addresses.undo where person_id = ${undo.person} and made_at >= ${undo.madeAt}`,
  )
}

export type Undo = { person: Id; what: Undoable; madeAt: Date }
type Row = { id: Id; person_id: Id; content_sealed: Uint8Array; made_at: Date }

const opened = (keys: Keys, row: Row): Undo => ({
  person: row.person_id,
  madeAt: row.made_at,
  what: JSON.parse(keys.open('addresses', place(row.id), row.content_sealed)) as Undoable,
})
const place = (row: Id) => ({ table: 'addresses.undo', column: 'content', row })
