import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './app.ts'
import { addDays, dateOf } from './clock.ts'
import { sql, type Tx } from './db.ts'
import type { Id } from './viewer.ts'

/**
 * Keeps a file in the data folder under a random name, sealed, until `days` have passed and the
 * day is over. It is on the disk before the row says so: a crash leaves at most a file that no row names, which the nightly job removes.
 */
export async function keepFile(tx: Tx, app: App, bytes: Buffer, days: number): Promise<Id> {
  const id = randomUUID()
  await mkdir(folderOf(app), { recursive: true, mode: 0o700 })
  const file = await open(pathOf(app, id), 'wx', 0o600)
  await file.writeFile(tx.keys.seal('files', placeOf(id), bytes.toString('base64')))
  await file.sync()
  await file.close()
  await tx.run(
    sql`insert into kernel.file (id, bytes, expires_at) values (${id}, ${bytes.length}, ${new Date(addDays(dateOf(tx.now), days + 1))})`,
  )
  return id
}

/** The bytes of a kept file, or undefined when it is gone. */
export async function readKeptFile(tx: Tx, app: App, id: Id): Promise<Buffer | undefined> {
  const row = await tx.row<{ known: boolean }>(sql`select kernel.has_file(${id}) as known`)
  const sealed = row?.known ? await readFile(pathOf(app, id)).catch(() => undefined) : undefined
  return sealed ? Buffer.from(tx.keys.open('files', placeOf(id), sealed), 'base64') : undefined
}

/** Removes a kept file, now. */
export async function removeFile(tx: Tx, app: App, id: Id): Promise<void> {
  await tx.run(sql`select kernel.forget_file(${id})`)
  tx.afterCommit(() => void rm(pathOf(app, id), { force: true }))
}

/** The folder of the uploaded files, below the data folder. */
export const folderOf = (app: App): string => join(app.config.dataFolder, 'files')

function pathOf(app: App, id: Id): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('Not the name of a kept file.')
  return join(folderOf(app), id)
}

const placeOf = (id: Id) => ({ table: 'kernel.file', column: 'bytes', row: id })
