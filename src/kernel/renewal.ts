import type { App } from './app.ts'
import { ConfigError } from './config.ts'
import { sql, type Db, type Tx } from './db.ts'
import type { Job } from './feature.ts'
import { enqueue } from './jobs.ts'
import { noteProgress, progressOf, startProgress, type Progress } from './progress.ts'
import type { Id } from './viewer.ts'

/**
 * Seals anew, under the newest key, whatever was sealed under an older one. In small batches while the
 * service runs; stopped half-way, it goes on where it was. Values that go by themselves within 30 days
 * are left to go.
 */
export const renewJob: Job = { name: 'keys.renew', run: renew }

/** How far the renewal is; undefined where no key was ever added. */
export const renewalOf = (tx: Tx): Promise<Progress | undefined> => progressOf(tx, renewal)

/**
 * At each start: refuses a keyring that is not the one this data was sealed under, and asks for the
 * renewal when a key has been added since the last.
 */
export async function watchKeyring(db: Db): Promise<void> {
  await db.asSystem('see whether the keyring fits the data', async (tx) => {
    const mark = db.keys.tag('installation', 'keyring').toString('hex')
    await tx.run(sql`
      insert into kernel.setting (name, value) values (${marked}, ${mark}), (${renewed}, ${String(db.keys.version)})
      on conflict (name) do nothing`)
    const rows = await tx.rows<{ name: string; value: string }>(sql`
      select name, value from kernel.setting where name in (${marked}, ${renewed})`)
    const known = new Map(rows.map(({ name, value }) => [name, value]))
    if (known.get(marked) !== mark || Number(known.get(renewed)) > db.keys.version)
      throw new ConfigError(
        'This keyring is not the one that the data was sealed under, or lacks its newest keys. Put the right one where GUILDHALL_KEY_FILE says, or into GUILDHALL_KEYS.',
      )
    if (Number(known.get(renewed)) < db.keys.version) await enqueue(tx, renewJob.name)
  })
}

const marked = 'secret.keyring-mark'
const renewed = 'secret.keyring-renewed'
const reason = 'seal values anew under the newest key'
const renewal = '7c0e3f52-6a0b-4a57-9d43-5f3c8f1f2b60'
const batch = 200

type Sealed = { table: string; column: string; key: string; purpose: string }

async function renew(app: App): Promise<void> {
  const { version } = app.db.keys
  const columns = await app.db.asSystem(reason, (tx) => sealedColumns(tx, app))
  const total = await app.db.asSystem(reason, (tx) => start(tx, columns))
  let done = 0
  let unread = 0
  for (const of of columns) {
    for (let after: Id | undefined = firstId; after;) {
      const from: Id = after
      after = await app.db.asSystem(reason, async (tx) => {
        const some = await renewSome(tx, of, from)
        done += some.done
        unread += some.unread
        await noteProgress(tx, renewal, { done })
        return some.last
      })
    }
  }
  await app.db.asSystem(reason, async (tx) => {
    const detail = unread === 0 ? '' : `${unread} could not be opened and were left as they are`
    await noteProgress(tx, renewal, { done, total, state: unread ? 'failed' : 'finished', detail })
    if (unread === 0)
      await tx.run(
        sql`update kernel.setting set value = ${String(version)} where name = ${renewed}`,
      )
  })
}

/** What the capabilities declare as sealed, with the key of each table. */
async function sealedColumns(tx: Tx, app: App): Promise<Sealed[]> {
  const declared = app.features.flatMap((feature) => Object.entries(feature.sealed ?? {}))
  const columns: Sealed[] = []
  for (const [path, purpose] of declared) {
    const [schema, name, column] = path.split('.') as [string, string, string]
    const table = `${schema}.${name}`
    const row = await tx.row<{ key: string }>(sql`
      select a.attname as key from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = ${table}::text::regclass and i.indisprimary`)
    columns.push({ table, column, key: row!.key, purpose })
  }
  return columns
}

async function start(tx: Tx, columns: readonly Sealed[]): Promise<number> {
  let total = 0
  for (const of of columns) {
    const row = await tx.row<{ count: number }>(sql`
      select count(*)::int as count from ${sql.table(of.table)} where ${older(of, tx.keys.version)}`)
    total += row!.count
  }
  await startProgress(tx, renewal, total)
  await noteProgress(tx, renewal, { done: 0, total, state: 'running', detail: '' })
  return total
}

/** One batch, in the order of ids. Out: how many were sealed anew, and the last id while there may be more. */
async function renewSome(
  tx: Tx,
  of: Sealed,
  after: Id,
): Promise<{ done: number; unread: number; last: Id | undefined }> {
  const network = of.purpose === 'network' ? sql`network_id` : sql`null::uuid`
  const rows = await tx.rows<{ id: Id; network: Id; value: Uint8Array }>(sql`
    select ${sql.ref(of.key)} as id, ${network} as network, ${sql.ref(of.column)} as value from ${sql.table(of.table)}
    where ${sql.ref(of.key)} > ${after} and ${older(of, tx.keys.version)} order by 1 limit ${batch} for update`)
  const fresh = rows.flatMap((row) => reseal(tx, of, row))
  await tx.run(sql`
    update ${sql.table(of.table)} set ${sql.ref(of.column)} = decode(given.value, 'hex')
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as given (row_id uuid, value text)
    where ${sql.ref(of.key)} = given.row_id`)
  const last = rows.length === batch ? rows.at(-1)!.id : undefined
  return { done: fresh.length, unread: rows.length - fresh.length, last }
}

function reseal(
  tx: Tx,
  of: Sealed,
  row: { id: Id; network: Id; value: Uint8Array },
): { row_id: Id; value: string }[] {
  const purpose = of.purpose === 'network' ? `network:${row.network}` : of.purpose
  const place = { table: of.table, column: of.column.replace(/_sealed$/, ''), row: row.id }
  try {
    const text = tx.keys.open(purpose, place, row.value)
    return [{ row_id: row.id, value: tx.keys.seal(purpose, place, text).toString('hex') }]
  } catch {
    return []
  }
}

/** The first byte of a sealed value is the version of its key. */
const older = ({ column }: Sealed, version: number) =>
  sql`get_byte(${sql.ref(column)}, 0) < ${version}`
const firstId = '00000000-0000-0000-0000-000000000000'
