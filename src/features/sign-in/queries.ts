import { createHash, randomBytes, randomInt } from 'node:crypto'
import { auditPerson } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Ask } from '#kernel/http.ts'
import { sessionCookie } from '#kernel/request.ts'
import { addressesOf, keyringTag, type Id, type Person, type Viewer } from '#kernel/viewer.ts'
import {
  openDetails,
  ringsOf,
  viewerWith,
  type Details,
  type Ring,
} from '#features/people/index.ts'
import { normaliseAddress } from './domains.ts'

const codeMinutes = 10
const codeTries = 5
const idleHours = 20
const sessionDays = 14

/** What proving an address will do. Sealed with the code. */
export type Purpose = { kind: string; key: string; address: string } & Record<string, unknown>

export type Challenge = { id: Id; code: string; link: string }

/** A new code and link for an address; older ones of the same kind are no use any more. As the application. */
export async function challenge(tx: Tx, purpose: Purpose): Promise<Challenge> {
  const id = crypto.randomUUID()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const link = randomBytes(32).toString('base64url')
  const tag = tx.keys.tag(`challenge:${purpose.kind}`, purpose.key)
  await Promise.all([
    tx.run(sql`delete from sign_in.challenge where email_tag = ${tag} or expires_at < ${tx.now}`),
    tx.run(sql`
      insert into sign_in.challenge (id, email_tag, code_hash, link_hash, content_sealed, expires_at)
      values (${id}, ${tag}, ${tx.keys.tag('codes', id + code)}, ${hash(link)}, ${tx.keys.seal('challenges', placeOf(id), JSON.stringify(purpose))},
        ${new Date(tx.now.getTime() + codeMinutes * 60_000)})`),
  ])
  return { id, code, link }
}

export type Answered =
  | { right: true; purpose: Purpose }
  | { right: false; left: number; over: boolean }

/** Tries a typed code: right once. After five wrong ones, or ten minutes, it is over. As the application. */
export async function answerCode(tx: Tx, id: Id, typed: string): Promise<Answered> {
  const given = tx.keys.tag('codes', id + typed.replace(/\D/g, ''))
  const stands = sql`id = ${id} and expires_at > ${tx.now}`
  // The try is counted before the code is looked at: whoever tries meanwhile waits for that, however many there are.
  const [tried, right] = await Promise.all([
    tx.row<{ tries: number }>(
      sql`update sign_in.challenge set tries = tries + 1 where ${stands} returning tries`,
    ),
    tx.row<Row>(sql`
      delete from sign_in.challenge where ${stands} and tries <= ${codeTries} and code_hash = ${given}
      returning id, content_sealed`),
  ])
  if (right) return { right: true, purpose: opened(tx, right) }
  const left = Math.max(0, codeTries - (tried?.tries ?? codeTries))
  return { right: false, left, over: left === 0 }
}

/** Spends a link, by the button on its page. Out: undefined when it is used, old or not ours. As the application. */
export async function answerLink(tx: Tx, link: string): Promise<Purpose | undefined> {
  const row = await tx.row<Row>(sql`
    delete from sign_in.challenge where link_hash = ${hash(link)} and expires_at > ${tx.now} returning id, content_sealed`)
  return row && opened(tx, row)
}

/** Whether a link would still work; looking at it does not spend it. As the application. */
export async function linkStands(tx: Tx, link: string): Promise<boolean> {
  return (
    (await tx.row(
      sql`select id from sign_in.challenge where link_hash = ${hash(link)} and expires_at > ${tx.now}`,
    )) !== undefined
  )
}

/** Forgets the codes sent to someone, and those they asked for, that were not used. As the application. */
export async function forgetChallenges(tx: Tx, me: Person): Promise<void> {
  const keys = addressesOf(me).map((address) => normaliseAddress(address).key)
  const rows = await tx.rows<Row>(sql`select id, content_sealed from sign_in.challenge`)
  const theirs = rows.filter((row) => {
    const purpose = opened(tx, row)
    return keys.includes(purpose.key) || purpose['person'] === me.person
  })
  if (theirs.length > 0)
    await tx.run(
      sql`delete from sign_in.challenge where id = any (${theirs.map((row) => row.id)}::uuid[])`,
    )
}

/**
 * Starts a session in this browser, under a new token, and makes the rest of the request act as the person.
 * As the application. An earlier session of this browser ends. `second`: they proved a second address only.
 */
export async function startSession(
  tx: Tx,
  ask: Ask,
  person: Id,
  details: Details,
  second = false,
): Promise<Viewer> {
  const before = ask.cookie(sessionCookie)
  if (before) await tx.run(sql`delete from sign_in.session where token_hash = ${hash(before)}`)
  const token = randomBytes(32).toString('base64url')
  const id = crypto.randomUUID()
  const device = tx.keys.seal(
    'sessions',
    { table: 'sign_in.session', column: 'device', row: id },
    ask.agent,
  )
  ask.setCookie(sessionCookie, token, { days: sessionDays })
  const [administrator, rings] = await Promise.all([
    tx.row(sql`select person_id from people.administrator where person_id = ${person}`),
    ringsOf(tx, person),
    tx.run(sql`
      insert into sign_in.session (id, token_hash, person_id, device_sealed, started_at, seen_at, ends_at, second)
      values (${id}, ${hash(token)}, ${person}, ${device}, ${tx.now}, ${tx.now}, ${new Date(tx.now.getTime() + sessionDays * 86_400_000)}, ${second})`),
    auditPerson(tx, second ? 'sign-in.signed-in-by-second' : 'sign-in.signed-in', person),
  ])
  remember(hash(token).toString('base64'), person)
  ask.viewer = viewerWith(tx.keys, rings, {
    person,
    session: id,
    details,
    administrator: administrator !== undefined,
    second,
  })
  return ask.viewer
}

/**
 * Who holds a session token, as a viewer. Runs as a stranger. The keyring of whoever held it last time is
 * read along, and counts only where the session says that it is theirs still.
 */
export async function identify(tx: Tx, token: string): Promise<Viewer | undefined> {
  const tokenHash = hash(token)
  const name = tokenHash.toString('base64')
  const before = holders.get(name)
  const rows = await tx.rows<Entered>(sql`
    select e.session_id, e.person_id, e.details_sealed, e.administrator, e.second, r.id, r.membership_sealed
    from sign_in.enter(${tokenHash}, ${tx.now}, ${`${idleHours} hours`}::interval) e left join people.rings(${before ? keyringTag(tx.keys, before) : null}) r on true`)
  const [entered] = rows
  if (!entered) return undefined
  const { session_id: session, person_id: person, administrator, second } = entered
  const details = openDetails(tx.keys, person, entered.details_sealed)
  if (before === person)
    return viewerWith(tx.keys, rows.filter(hasRing), {
      person,
      session,
      details,
      administrator,
      second,
    })
  remember(name, person)
  const rings = await ringsOf(tx, person)
  return viewerWith(tx.keys, rings, { person, session, details, administrator, second })
}

type Entered = {
  session_id: Id
  person_id: Id
  details_sealed: Uint8Array
  administrator: boolean
  second: boolean
} & (Ring | { id: null })
const hasRing = (row: Entered): row is Entered & Ring => row.id !== null
const holders = new Map<string, Id>()

function remember(token: string, person: Id): void {
  if (holders.size >= 10_000) holders.clear()
  holders.set(token, person)
}

/** Ends this browser's session. Whoever uses it next finds nothing of it, nor of an invitation that was followed. */
export async function endSession(tx: Tx, ask: Ask): Promise<void> {
  if (tx.viewer.kind === 'person')
    await tx.run(sql`delete from sign_in.session where id = ${tx.viewer.session}`)
  ask.clearCookies()
}

type Row = { id: Id; content_sealed: Uint8Array }

const opened = (tx: Tx, row: Row) =>
  JSON.parse(tx.keys.open('challenges', placeOf(row.id), row.content_sealed)) as Purpose
const placeOf = (id: Id) => ({ table: 'sign_in.challenge', column: 'content', row: id })
const hash = (token: string) => createHash('sha256').update(token).digest()
