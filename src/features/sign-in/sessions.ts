import { auditPerson } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id, Person } from '#kernel/viewer.ts'

/** One browser that someone is signed in with, in words. */
export type Session = {
  id: Id
  device: string
  started: Date
  seen: Date
  current: boolean
}

/** The signed-in person's sessions, this browser's first. */
export async function mySessions(tx: Tx, me: Person): Promise<Session[]> {
  const rows = await tx.rows<{
    id: Id
    device_sealed: Uint8Array
    started_at: Date
    seen_at: Date
  }>(sql`
    select id, device_sealed, started_at, seen_at from sign_in.session
    where person_id = ${me.person} and ends_at > ${tx.now} order by (id = ${me.session}) desc, seen_at desc limit 100`)
  return rows.map((row) => ({
    id: row.id,
    device: inWords(
      tx.keys.open(
        'sessions',
        { table: 'sign_in.session', column: 'device', row: row.id },
        row.device_sealed,
      ),
    ),
    started: row.started_at,
    seen: row.seen_at,
    current: row.id === me.session,
  }))
}

/** Ends one of the person's own sessions; anyone else's is not there. */
export async function endSessionById(tx: Tx, me: Person, id: Id): Promise<void> {
  const ended = await tx.run(
    sql`delete from sign_in.session where id = ${id} and person_id = ${me.person}`,
  )
  if (ended) await auditPerson(tx, 'sign-in.session-ended', me.person)
}

/** Ends all sessions but this browser's. */
export async function endOtherSessions(tx: Tx, me: Person): Promise<void> {
  await tx.run(
    sql`delete from sign_in.session where person_id = ${me.person} and id <> ${me.session}`,
  )
  await auditPerson(tx, 'sign-in.sessions-ended', me.person)
}

/** Ends all sessions of somebody. As the application. */
export async function endAllSessions(tx: Tx, person: Id): Promise<void> {
  await tx.run(sql`delete from sign_in.session where person_id = ${person}`)
}

/** A session begun with a second address has proved a work address since, and has all rights from the next page on. */
export async function sessionProvedWorkAddress(tx: Tx, session: Id): Promise<void> {
  await tx.run(sql`update sign_in.session set second = false where id = ${session}`)
}

/** `Mozilla/5.0 …` → Firefox on Windows. */
function inWords(agent: string): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : 'A browser'
  const system = /Windows/.test(agent)
    ? 'Windows'
    : /iPhone|iPad/.test(agent)
      ? 'an iPhone or iPad'
      : /Android/.test(agent)
        ? 'Android'
        : /Mac OS/.test(agent)
          ? 'a Mac'
          : /Linux/.test(agent)
            ? 'Linux'
            : 'a device we do not know'
  return `${browser} on ${system}`
}
