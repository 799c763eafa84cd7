import { auditNetwork } from '#kernel/audit.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'
import { auditAct } from '#features/networks/index.ts'

/** Someone who was asked to sponsor a network. */
export type Sponsor = {
  id: Id
  network: Id
  name: string
  email: string
  position: string
  status: 'invited' | 'accepted' | 'declined' | 'ended'
  invitedOn: string
  sentOn: string
  answeredOn: string | null
}

/** A sponsor as everyone who sees the network sees them: by their own consent. */
export type PublicSponsor = { name: string; position: string }

export type Asked = { name: string; address: string; key: string; position: string }

/** How long an invitation can be answered, and how soon it may be sent again, in days. */
export const standsFor = 60
export const sendsAgainAfter = 7

/** The sponsors of a network: those who accepted. */
export async function sponsorsOf(tx: Tx, network: Id): Promise<PublicSponsor[]> {
  return tx.rows<PublicSponsor>(sql`
    select public_name as name, public_position as position from governance.sponsor
    where network_id = ${network} and status = 'accepted' order by answered_on, id limit 20`)
}

/** For leads: everyone who was asked and has not ended, the newest first. */
export async function askedSponsors(tx: Tx, network: Id): Promise<Sponsor[]> {
  const rows = await tx.rows<Row>(sql`
    select ${columns} from governance.sponsor
    where network_id = ${network} and status <> 'ended' order by invited_on desc, id limit 50`)
  return rows.map((row) => opened(tx.keys, row))
}

/** One sponsor, or one asked: of a network, or by the id that a signed link carried. */
export async function findSponsor(tx: Tx, id: string, network?: Id): Promise<Sponsor | undefined> {
  const row = await tx.row<Row>(sql`
    select ${columns} from governance.sponsor where id::text = ${id} and (${network ?? null}::uuid is null or network_id = ${network ?? null})`)
  return row && opened(tx.keys, row)
}

/** Keeps whom the leads ask. Out: the id, or undefined when that address is asked already. */
export async function askSponsor(
  tx: Tx,
  network: Id,
  { name, address, key, position }: Asked,
): Promise<Id | undefined> {
  const id = crypto.randomUUID()
  const today = dateOf(tx.now)
  const content = seal(tx.keys, network, id, { name, email: address, position })
  const made = await tx.run(sql`
    insert into governance.sponsor (id, network_id, content_sealed, address_tag, invited_on, sent_on)
    values (${id}, ${network}, ${content}, ${addressTag(tx.keys, key)}, ${today}, ${today}) on conflict do nothing`)
  if (!made) return undefined
  await auditAct(tx, 'governance.sponsor-asked', network)
  return id
}

/** Whether an invitation may go out again today; says so once, even to two leads at once. */
export async function askAgain(tx: Tx, network: Id, id: Id): Promise<boolean> {
  const today = dateOf(tx.now)
  const sent = await tx.run(sql`
    update governance.sponsor set sent_on = ${today}
    where id = ${id} and network_id = ${network} and status = 'invited' and sent_on <= ${addDays(today, -sendsAgainAfter)}`)
  if (sent) await auditAct(tx, 'governance.sponsor-asked-again', network)
  return sent > 0
}

/** Leads take back an invitation, or end a sponsorship. The name is public no longer. */
export async function endSponsorship(tx: Tx, network: Id, id: Id): Promise<boolean> {
  const ended = await tx.run(sql`
    update governance.sponsor set status = 'ended', ended_on = ${dateOf(tx.now)}, public_name = null, public_position = null
    where id = ${id} and network_id = ${network} and status in ('invited', 'accepted')`)
  if (ended) await auditAct(tx, 'governance.sponsor-ended', network)
  return ended > 0
}

/** The asked person's answer, by the link. As the application. Out: false when there was nothing to answer. */
export async function answerAsSponsor(
  tx: Tx,
  sponsor: Sponsor,
  answer: 'declined' | PublicSponsor,
): Promise<boolean> {
  const said =
    answer === 'declined'
      ? { status: 'declined', name: null, position: null }
      : { status: 'accepted', ...answer }
  const answered = await tx.run(sql`
    update governance.sponsor set status = ${said.status}, public_name = ${said.name}, public_position = ${said.position}, answered_on = ${dateOf(tx.now)}
    where id = ${sponsor.id} and status = 'invited'`)
  if (answered)
    await auditNetwork(tx, `governance.sponsor-${said.status}`, { network: sponsor.network })
  return answered > 0
}

/** A sponsor stops being one, by the link. As the application. */
export async function withdrawAsSponsor(tx: Tx, sponsor: Sponsor): Promise<boolean> {
  const ended = await tx.run(sql`
    update governance.sponsor set status = 'ended', ended_on = ${dateOf(tx.now)}, public_name = null, public_position = null
    where id = ${sponsor.id} and status = 'accepted'`)
  if (ended) await auditNetwork(tx, 'governance.sponsor-withdrew', { network: sponsor.network })
  return ended > 0
}

/** Whether an invitation is past its time. */
export function hasLapsed(sponsor: Sponsor, today: string): boolean {
  return sponsor.status === 'invited' && addDays(sponsor.sentOn, standsFor) < today
}

/** The tag under which everything held about an address is found. */
export function addressTag(keys: Keys, key: string): Buffer {
  return keys.tag('sponsors', key)
}

/** Everything held about the owner of some addresses. As the application. */
export async function sponsorshipsOf(tx: Tx, tags: readonly Buffer[]): Promise<Sponsor[]> {
  const rows = await tx.rows<Row>(
    sql`select ${columns} from governance.sponsor where address_tag = any (${tags}::bytea[])`,
  )
  return rows.map((row) => opened(tx.keys, row))
}

/** Removes those who declined, never answered or ended before a day. As the application. Out: how many. */
export async function retireSponsors(tx: Tx, before: string): Promise<number> {
  return tx.run(sql`
    delete from governance.sponsor
    where status <> 'accepted' and coalesce(ended_on, answered_on, sent_on) < ${before}`)
}

type Row = {
  id: Id
  network_id: Id
  content_sealed: Uint8Array
  status: Sponsor['status']
  invited_on: string
  sent_on: string
  answered_on: string | null
}
type Content = { name: string; email: string; position: string }

const columns = sql`id, network_id, content_sealed, status, invited_on, sent_on, answered_on`
const place = (row: Id) => ({ table: 'governance.sponsor', column: 'content', row })

function seal(keys: Keys, network: Id, id: Id, content: Content): Buffer {
  return keys.seal(`network:${network}`, place(id), JSON.stringify(content))
}

function opened(keys: Keys, row: Row): Sponsor {
  const content = JSON.parse(
    keys.open(`network:${row.network_id}`, place(row.id), row.content_sealed),
  ) as Content
  return {
    id: row.id,
    network: row.network_id,
    ...content,
    status: row.status,
    invitedOn: row.invited_on,
    sentOn: row.sent_on,
    answeredOn: row.answered_on,
  }
}
