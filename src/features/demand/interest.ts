import type { App } from '#kernel/app.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import { sendMail } from '#kernel/mail.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { allDetailsOf, type Details } from '#features/people/index.ts'
import type { Network } from '#features/networks/index.ts'
import { notedEmail } from './emails.ts'

/** That somebody would join; `helps`: they would help to run it, and the leads may know who they are. */
export type Interest = { id: Id; helps: boolean; said_on: string }

/** A person's tag among those who would join a network: under its key, and other than a member's. */
export const interestTag = (keys: Keys, network: Id, person: Id): Buffer =>
  keys.tag(`network:${network}`, `interest:${person}`)

/** What the viewer has said of a network. */
export async function myInterest(tx: Tx, network: Id, me: Id): Promise<Interest | undefined> {
  return tx.asSystem('tell someone what they said of a proposed network', (system) =>
    system.row<Interest>(sql`
      select i.id, h.interest_id is not null as helps, i.said_on
      from demand.interest i left join demand.helper h on h.interest_id = i.id
      where i.network_id = ${network} and i.tag = ${interestTag(tx.keys, network, me)}`),
  )
}

/** Of these networks, those that the viewer said they would join. One query. */
export async function mineAmong(tx: Tx, networks: readonly Id[], me: Id): Promise<Set<Id>> {
  const tags = networks.map((network) => interestTag(tx.keys, network, me))
  const rows = await tx.asSystem('tell someone what they said of a proposed network', (system) =>
    system.rows<{ network_id: Id }>(
      sql`select network_id from demand.interest where tag = any (${tags}::bytea[])`,
    ),
  )
  return new Set(rows.map((row) => row.network_id))
}

/**
 * Notes that the viewer would join a network that they may know of, and writes to them. Saying it twice notes
 * it once; whether they would help is as they last said. Out: false when it is proposed no longer.
 */
export async function sayInterest(
  tx: Tx,
  app: App,
  network: Network,
  me: Person,
  helps: boolean,
): Promise<boolean> {
  return tx.asSystem('note that someone would join a proposed network', async (system) => {
    // It may be started or dropped at the same time: one waits for the other.
    const open = await system.row(sql`
      select id from networks.network where id = ${network.id} and status = 'proposed' for share`)
    if (!open) return false
    const { id, isNew } = await note(system, network.id, me.person)
    await (helps
      ? system.run(sql`
          insert into demand.helper (interest_id, network_id) values (${id}, ${network.id}) on conflict (interest_id) do nothing`)
      : system.run(sql`delete from demand.helper where interest_id = ${id}`))
    if (isNew) await sendMail(system, notedEmail(app, network, id, toThem(me)))
    return true
  })
}

/** Notes that many would join, without writing to them: for a sample. As the application. */
export async function noteMany(system: Tx, network: Id, persons: readonly Id[]): Promise<void> {
  for (const person of persons) await note(system, network, person)
}

async function note(system: Tx, network: Id, person: Id): Promise<{ id: Id; isNew: boolean }> {
  const id = crypto.randomUUID()
  const row = await system.row<{ id: Id }>(sql`
    insert into demand.interest (id, network_id, tag, person_sealed, said_on, told)
    values (${id}, ${network}, ${interestTag(system.keys, network, person)},
      ${sealPerson(system.keys, network, id, person)}, ${dateOf(system.now)},
      (select coalesce(max(number), 0) from demand.letter where network_id = ${network}))
    on conflict (network_id, tag) do update set told = interest.told returning id`)
  return { id: row!.id, isNew: row!.id === id }
}

/** The viewer has changed their mind: nothing of it stays. */
export async function withdrawInterest(tx: Tx, network: Id, me: Id): Promise<void> {
  await tx.asSystem('forget that someone would join a proposed network', (system) =>
    system.run(sql`
      delete from demand.interest where network_id = ${network} and tag = ${interestTag(tx.keys, network, me)}`),
  )
}

/** Who stands behind rows of interest in a network, by the rows' ids. As the application. */
export async function peopleOf(
  system: Tx,
  network: Id,
  rows: readonly { id: Id; person_sealed: Uint8Array }[],
): Promise<Map<Id, Details & { person: Id }>> {
  const persons = new Map(
    rows.map((row) => [
      row.id,
      system.keys.open(`network:${network}`, placeOf(row.id), row.person_sealed),
    ]),
  )
  const details = await allDetailsOf(system, [...persons.values()])
  return new Map(
    [...persons].flatMap(([id, person]) => {
      const known = details.get(person)
      return known ? [[id, { ...known, person }] as const] : []
    }),
  )
}

/** The names and addresses of those who would help and agreed to be named. As a lead. */
export async function helpersOf(tx: Tx, network: Id): Promise<{ name: string; email: string }[]> {
  const agreed = await tx.rows<{ interest_id: Id }>(
    sql`select interest_id from demand.helper where network_id = ${network} order by interest_id limit 100`,
  )
  if (agreed.length === 0) return []
  const people = await tx.asSystem('name to the leads who agreed to be named', async (system) =>
    peopleOf(
      system,
      network,
      await system.rows(sql`
        select id, person_sealed from demand.interest where id = any (${agreed.map((row) => row.interest_id)}::uuid[])`),
    ),
  )
  return [...people.values()]
    .map(({ name, email }) => ({ name, email }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** Who a row of interest is about, sealed. */
export const sealPerson = (keys: Keys, network: Id, id: Id, person: Id): Buffer =>
  keys.seal(`network:${network}`, placeOf(id), person)

const placeOf = (id: Id) => ({ table: 'demand.interest', column: 'person', row: id })
const toThem = (me: Person) => ({ name: me.name, address: me.email })
