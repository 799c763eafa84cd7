import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { openAbout, openWord, type Part, type Purpose, type Word } from './introductions.ts'

/** An introduction as one of the two sees it. `other` is there only once both have said yes. */
export type Mine = {
  id: Id
  membership: Id
  purpose: Purpose
  part: Part
  about: string
  state: 'asked' | 'waiting' | 'agreed'
  ends_on: string
  /** It is time to say whether it helped, and they have not. */
  asksHelped: boolean
  own: Word | undefined
  other: Word | undefined
}

type Row = {
  id: Id
  membership: Id
  purpose: Purpose
  part: Part
  about_sealed: Uint8Array | null
  agreed_on: string | null
  ends_on: string
  helped: boolean | null
  words: { id: Id; membership_id: Id; content: string }[] | null
}

/** For how many days after meeting they are asked whether it helped. */
export const followAfter = 30

/** The viewer's introductions in a network that go on, the newest first. One query. */
export async function myIntroductions(tx: Tx, network: Id, purpose?: Purpose): Promise<Mine[]> {
  return read(tx, network, purpose ? sql`and i.purpose = ${purpose}` : sql``)
}

/** One of them. */
export async function myIntroduction(tx: Tx, network: Id, id: Id): Promise<Mine | undefined> {
  return (await read(tx, network, sql`and i.id = ${id}`))[0]
}

async function read(tx: Tx, network: Id, which: ReturnType<typeof sql>): Promise<Mine[]> {
  const rows = await tx.rows<Row>(sql`
    select i.id, s.membership_id as membership, i.purpose, s.part, i.about_sealed, i.agreed_on, i.ends_on, s.helped, w.words
    from introductions.side s join introductions.introduction i on i.id = s.introduction_id
    left join lateral (
      select json_agg(json_build_object('id', w.id, 'membership_id', w.membership_id, 'content', encode(w.content_sealed, 'hex'))) as words
      from introductions.word w where w.introduction_id = i.id) w on true
    where s.membership_id = any ((select app.memberships())::uuid[]) and i.network_id = ${network} and i.ended_on is null ${which}
    order by i.made_on desc, i.id limit 50`)
  const today = dateOf(tx.now)
  return rows.map((row) => {
    const said = (own: boolean) => {
      const word = row.words?.find((each) => (each.membership_id === row.membership) === own)
      return word && openWord(tx.keys, network, word.id, Buffer.from(word.content, 'hex'))
    }
    const own = said(true)
    const isTime = row.agreed_on !== null && addDays(row.agreed_on, followAfter) <= today
    return {
      id: row.id,
      membership: row.membership,
      purpose: row.purpose,
      part: row.part,
      about: row.about_sealed ? openAbout(tx.keys, network, row.id, row.about_sealed) : '',
      state: row.agreed_on ? 'agreed' : own ? 'waiting' : 'asked',
      ends_on: row.ends_on,
      asksHelped: row.purpose === 'swap' && isTime && row.helped === null,
      own,
      other: row.agreed_on ? said(false) : undefined,
    }
  })
}
