import { addDays, addMonths, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import { addressesOf, type Id, type Person } from '#kernel/viewer.ts'
import { normaliseAddress } from '#features/sign-in/index.ts'
import { lineTag, openContent, openLine, sealContent } from './content.ts'
import { daysToDecide, daysToDownload } from './queries.ts'

export const holds: Holding[] = [
  {
    what: 'Your name and work email address on a list that the leads of a network brought, so that they can invite you',
    why: 'So that a network can ask the people on its list whether they want to join, and see which rows could not be read',
    keptFor: `${daysToDecide} days before the leads invite anyone, and ${daysToDownload} days afterwards. The file itself goes when the invitations do`,
    export: async (tx, me) =>
      (
        await tx.asSystem('show someone what lists say of them', (system) => linesAbout(system, me))
      ).map(({ name, address, on }) => ({ name, address, brought: on })),
    erase: eraseLines,
    carry: carryLines,
    retire,
  },
]

type About = { import_id: Id; line: number; name: string; address: string; on: string }

/** What lists say of a person. The network is not named: it may be hidden from them. */
async function linesAbout(tx: Tx, me: Person): Promise<About[]> {
  const rows = await tx.rows<{
    import_id: Id
    network_id: Id
    line: number
    content_sealed: Uint8Array
    started_on: string
  }>(sql`
    select l.import_id, l.network_id, l.line, l.content_sealed, i.started_on
    from imports.line l join imports.import i on i.id = l.import_id
    where l.tag = any (${await tagsOf(tx, me)}::bytea[]) and l.content_sealed is not null`)
  return rows.map((row) => {
    const { name, address } = openLine(
      tx.keys,
      row.network_id,
      row.import_id,
      row.line,
      row.content_sealed,
    )
    return { import_id: row.import_id, line: row.line, name, address, on: row.started_on }
  })
}

/** Nobody can be invited from a row that was erased. */
async function eraseLines(tx: Tx, me: Person): Promise<void> {
  await tx.run(sql`
    update imports.line set content_sealed = null, tag = null, outcome = case when outcome = 'waiting' then 'stopped' else outcome end
    where tag = any (${await tagsOf(tx, me)}::bytea[])`)
  await eraseSamples(tx, me)
}

/** The few values that lists show of their columns, until people are invited: those that are theirs go. */
async function eraseSamples(tx: Tx, me: Person): Promise<void> {
  const rows = await tx.rows<{ id: Id; network_id: Id; content_sealed: Uint8Array }>(sql`
    select id, network_id, content_sealed from imports.import where content_sealed is not null and file_id is not null`)
  const words = [me.name, ...addressesOf(me)].map((word) => word.toLowerCase())
  const isTheirs = (value: string) => words.some((word) => value.toLowerCase().includes(word))
  for (const { id, network_id, content_sealed } of rows) {
    const content = openContent(tx.keys, network_id, id, content_sealed)
    if (!content.columns.some(({ samples }) => samples.some(isTheirs))) continue
    const columns = content.columns.map((column) => ({
      ...column,
      samples: column.samples.filter((sample) => !isTheirs(sample)),
    }))
    await tx.run(sql`
      update imports.import set content_sealed = ${sealContent(tx.keys, network_id, id, { ...content, columns })} where id = ${id}`)
  }
}

/** Rows with another address of the same person are found when they ask what is held of them. */
async function carryLines(tx: Tx, from: Person, to: Person): Promise<void> {
  const after = keyOf(to.email)
  for (const network of await networksWithLists(tx))
    for (const address of addressesOf(from))
      await tx.run(sql`
        update imports.line set tag = ${lineTag(tx.keys, network, after)}
        where tag = ${lineTag(tx.keys, network, keyOf(address))}`)
}

/** Each network tags an address with its own key: only those that brought lists lately are asked. */
async function tagsOf(tx: Tx, me: Person): Promise<Buffer[]> {
  const networks = await networksWithLists(tx)
  return addressesOf(me).flatMap((address) =>
    networks.map((network) => lineTag(tx.keys, network, keyOf(address))),
  )
}

async function networksWithLists(tx: Tx): Promise<Id[]> {
  const rows = await tx.rows<{ network_id: Id }>(
    sql`select distinct network_id from imports.import where content_sealed is not null`,
  )
  return rows.map((row) => row.network_id)
}

const keyOf = (address: string) => normaliseAddress(address).key ?? address

async function retire(tx: Tx): Promise<number> {
  const today = dateOf(tx.now)
  const forgotten = await tx.run(sql`
    delete from imports.import where (state not in ('running', 'finished', 'cancelled') and started_on < ${addDays(today, -daysToDecide)})
      or started_on < ${addMonths(today, -12)}`)
  const over = sql`state in ('finished', 'cancelled') and content_sealed is not null and started_on < ${addDays(today, -daysToDownload)}`
  const lines = await tx.run(
    sql`delete from imports.line where import_id in (select id from imports.import where ${over})`,
  )
  await tx.run(sql`update imports.import set content_sealed = null where ${over}`)
  return forgotten + lines
}
