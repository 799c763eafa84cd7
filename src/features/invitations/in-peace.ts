import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import { invitedTag, type Id } from '#kernel/viewer.ts'
import { insideAmong } from '#features/members/index.ts'
import { emailTag } from '#features/people/index.ts'

/* Who is not written to: members, those who said no, those who want no invitation at all, those asked enough. */

/** So many emails with invitations may go to one address, from one network, in so many days. */
const most = { invitations: 2, days: 90 }

/** Who of these is in the network, or has asked to be, by their keys: a few queries, however many. As the application. */
export async function membersAmong(
  system: Tx,
  network: Id,
  people: readonly { key: string }[],
): Promise<Set<string>> {
  const keyOf = new Map(
    people.map((person) => [emailTag(system.keys, person.key).toString('hex'), person.key]),
  )
  const known = await system.rows<{ id: Id; tag: string }>(sql`
    select id, encode(email_tag, 'hex') as tag from people.person where email_tag = any (${tagsIn([...keyOf.keys()])})`)
  const inside = await insideAmong(
    system,
    network,
    known.map((person) => person.id),
  )
  return new Set(
    known.filter((person) => inside.has(person.id)).map((person) => keyOf.get(person.tag)!),
  )
}

/**
 * An invitation to somebody who had said that they would join makes way for one by others, who would
 * otherwise learn that there is one. As the application.
 */
export async function makeWay(system: Tx, network: Id, tags: readonly string[]): Promise<void> {
  await system.run(sql`
    delete from invitations.invitation where network_id = ${network} and status = 'waiting' and origin = 'interest'
      and tag = any (${tagsIn(tags)})`)
}

/**
 * Which of these tags a network leaves in peace: they said no, to it or to every network, or were written to
 * often enough of late. `unknown` are those who said no to an invitation that the leads never knew of: to them
 * it is as if they were invited now. As the application.
 */
export async function answeredAmong(
  system: Tx,
  network: Id,
  tags: readonly string[],
): Promise<{ answered: Set<string>; unknown: Set<string> }> {
  const lately = addDays(dateOf(system.now), -most.days)
  const rows = await system.rows<{ tag: string; unknown: boolean }>(sql`
    select encode(tag, 'hex') as tag, bool_or(status = 'declined' and origin = 'interest') as unknown from invitations.invitation
    where network_id = ${network} and tag = any (${tagsIn(tags)})
    group by tag having bool_or(status = 'declined') or count(*) filter (where sent_on > ${lately} and origin <> 'interest') >= ${most.invitations}`)
  const refused = await refusedAmong(system, tags)
  return {
    answered: new Set([...rows.map((row) => row.tag), ...refused]),
    unknown: new Set(rows.filter((row) => row.unknown).map((row) => row.tag)),
  }
}

/** Which of these tags want no invitation from any network. As the application. */
export async function refusedAmong(system: Tx, tags: readonly string[]): Promise<Set<string>> {
  const refusals = new Map(
    tags.map((tag) => [refusalTag(system.keys, tag).toString('hex'), tag] as const),
  )
  const rows = await system.rows<{ tag: string }>(sql`
    select encode(tag, 'hex') as tag from invitations.refusal where tag = any (${tagsIn([...refusals.keys()])})`)
  return new Set(rows.map((row) => refusals.get(row.tag)!))
}

/** From now on no network invites this address. In: its tag on invitations. As the application. */
export async function refuseAll(system: Tx, tag: string): Promise<void> {
  await system.run(sql`
    insert into invitations.refusal (tag, since) values (${refusalTag(system.keys, tag)}, ${dateOf(system.now)}) on conflict do nothing`)
}

/** Networks may invite this address again. As the application. */
export async function refuseNoMore(system: Tx, email: string): Promise<void> {
  const tag = refusalTag(system.keys, invitedTag(system.keys, email).toString('hex'))
  await system.run(sql`delete from invitations.refusal where tag = ${tag}`)
}

/** Since when this address has wanted no invitations, if it does not. As the application. */
export async function refusedSince(system: Tx, email: string): Promise<string | undefined> {
  const tag = refusalTag(system.keys, invitedTag(system.keys, email).toString('hex'))
  const row = await system.row<{ since: string }>(
    sql`select since from invitations.refusal where tag = ${tag}`,
  )
  return row?.since
}

// A key of its own: side by side with invitations, the list would tell which of them are to one person.
const refusalTag = (keys: Keys, tag: string) => keys.tag('refusals', tag)

/** Tags in hex, as an array for SQL: one parameter, however many. */
export const tagsIn = (tags: readonly string[]) =>
  sql`(select array_agg(decode(tag, 'hex')) from jsonb_array_elements_text(${JSON.stringify(tags)}::jsonb) as given (tag))::bytea[]`
