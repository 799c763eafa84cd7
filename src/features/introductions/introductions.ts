import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'

export type Purpose = 'buddy' | 'swap'
export type Part = 'asks' | 'helps'

/** What someone who says yes tells the other. */
export type Word = { name: string; reach: string; note: string }

/** Two who might get to know each other: `lasts` days from when both have said yes. */
export type Introducing = {
  network: Id
  purpose: Purpose
  asks: Id
  helps: Id
  about?: string
  lasts: number
}

/** For how many days it can be answered. */
const answerWithin = 30

/**
 * Begins an introduction: nobody learns anything yet. As the application, which has looked at who wants what.
 * Out: its id, or undefined when these two are asked about the same already.
 */
export async function introduce(tx: Tx, of: Introducing): Promise<Id | undefined> {
  const id = crypto.randomUUID()
  const today = dateOf(tx.now)
  const about = of.about
    ? tx.keys.seal(`network:${of.network}`, place('introduction', 'about', id), of.about)
    : null
  const made = await tx.run(sql`
    insert into introductions.introduction (id, network_id, purpose, tag, about_sealed, lasts, made_on, ends_on)
    values (${id}, ${of.network}, ${of.purpose}, ${tagOf(tx.keys, of)}, ${about}, ${of.lasts}, ${today}, ${addDays(today, answerWithin)})
    on conflict (network_id, tag) where ended_on is null do nothing`)
  if (!made) return undefined
  for (const part of ['asks', 'helps'] as const)
    await tx.run(sql`
      insert into introductions.side (id, introduction_id, network_id, membership_id, part)
      values (${crypto.randomUUID()}, ${id}, ${of.network}, ${of[part]}, ${part})`)
  return id
}

/** Whether these two were ever asked about the same, whatever came of it. As the application. */
export async function wereIntroduced(tx: Tx, of: Omit<Introducing, 'lasts'>): Promise<boolean> {
  return (
    (await tx.row(sql`
      select id from introductions.introduction where network_id = ${of.network} and tag = ${tagOf(tx.keys, of)} limit 1`)) !==
    undefined
  )
}

/**
 * One of the two says yes. Saying it twice changes what is told, until both have said it. Two at once wait
 * for each other, so that the later one knows. As the application. Out: whether both have now, for the
 * first time; undefined when there is nothing to answer any more.
 */
export async function sayYes(
  tx: Tx,
  introduction: Id,
  membership: Id,
  word: Word,
): Promise<'agreed' | 'waiting' | undefined> {
  const row = await tx.row<{ network_id: Id; lasts: number }>(sql`
    select i.network_id, i.lasts from introductions.introduction i
    where i.id = ${introduction} and i.ended_on is null and i.agreed_on is null
      and exists (select from introductions.side s where s.introduction_id = i.id and s.membership_id = ${membership})
    for update of i`)
  if (!row) return undefined
  const id = crypto.randomUUID()
  await tx.run(
    sql`delete from introductions.word where introduction_id = ${introduction} and membership_id = ${membership}`,
  )
  const sealed = tx.keys.seal(
    `network:${row.network_id}`,
    place('word', 'content', id),
    JSON.stringify(word),
  )
  await tx.run(sql`
    insert into introductions.word (id, introduction_id, network_id, membership_id, content_sealed)
    values (${id}, ${introduction}, ${row.network_id}, ${membership}, ${sealed})`)
  const said = await tx.row<{ count: number }>(
    sql`select count(*)::int as count from introductions.word where introduction_id = ${introduction}`,
  )
  if (said!.count < 2) return 'waiting'
  const today = dateOf(tx.now)
  await tx.run(sql`
    update introductions.introduction set agreed_on = ${today}, ends_on = ${addDays(today, row.lasts)} where id = ${introduction}`)
  return 'agreed'
}

/** One of the two says no, or ends it: at once, and the other is not told. What was said goes. As the application. */
export async function endIntroduction(tx: Tx, introduction: Id): Promise<void> {
  await tx.run(sql`
    update introductions.introduction set ended_on = ${dateOf(tx.now)} where id = ${introduction} and ended_on is null`)
  await tx.run(sql`delete from introductions.word where introduction_id = ${introduction}`)
}

/** One of the two says whether it helped. As the application. */
export async function sayHelped(
  tx: Tx,
  introduction: Id,
  membership: Id,
  helped: boolean,
): Promise<void> {
  await tx.run(
    sql`update introductions.side set helped = ${helped} where introduction_id = ${introduction} and membership_id = ${membership}`,
  )
}

/** Opens what was said. */
export function openWord(keys: Keys, network: Id, id: Id, sealed: Uint8Array): Word {
  return JSON.parse(keys.open(`network:${network}`, place('word', 'content', id), sealed)) as Word
}

/** Opens what an introduction is about. */
export function openAbout(keys: Keys, network: Id, id: Id, sealed: Uint8Array): string {
  return keys.open(`network:${network}`, place('introduction', 'about', id), sealed)
}

function tagOf(keys: Keys, of: Omit<Introducing, 'lasts'>): Buffer {
  return keys.tag(
    `introductions:${of.network}`,
    [of.purpose, of.asks, of.helps, of.about ?? ''].join('\n'),
  )
}

const place = (table: string, column: string, row: Id) => ({
  table: `introductions.${table}`,
  column,
  row,
})
