import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { mailEach } from '#features/members/index.ts'
import type { Network } from '#features/networks/index.ts'
import { agreedLetter, askedLetter, followLetter } from './emails.ts'
import { openWord, type Part, type Purpose } from './introductions.ts'

type Named = Pick<Network, 'id' | 'name' | 'slug' | 'sensitive'>

/** Asks those of the two who have not answered yet. As the application. */
export async function askBoth(tx: Tx, app: App, network: Named, introduction: Id): Promise<void> {
  const sides = await sidesOf(tx, introduction)
  const parts = new Map(
    sides.filter((side) => !side.said).map((side) => [side.membership_id, side.part]),
  )
  await mailEach(tx, [...parts.keys()], (membership) =>
    askedLetter(app, network, sides[0]!.purpose, parts.get(membership)!, introduction),
  )
}

/** Tells both how to reach each other. As the application, once both have said yes. */
export async function tellBoth(tx: Tx, app: App, network: Named, introduction: Id): Promise<void> {
  const words = await tx.rows<{
    id: Id
    membership_id: Id
    content_sealed: Uint8Array
    ends_on: string
  }>(sql`
    select w.id, w.membership_id, w.content_sealed, i.ends_on from introductions.word w
    join introductions.introduction i on i.id = w.introduction_id where w.introduction_id = ${introduction}`)
  await mailEach(
    tx,
    words.map((word) => word.membership_id),
    (membership) => {
      const { id, content_sealed, ends_on } = words.find(
        (each) => each.membership_id !== membership,
      )!
      const other = openWord(tx.keys, network.id, id, content_sealed)
      return agreedLetter(app, network, introduction, other, ends_on)
    },
  )
}

/** Asks both whether it helped. As the application. */
export async function followUp(tx: Tx, app: App, network: Named, introduction: Id): Promise<void> {
  const sides = await sidesOf(tx, introduction)
  await mailEach(
    tx,
    sides.map((side) => side.membership_id),
    () => followLetter(app, network, introduction),
  )
}

const sidesOf = (tx: Tx, introduction: Id) =>
  tx.rows<{ membership_id: Id; part: Part; purpose: Purpose; said: boolean }>(sql`
    select s.membership_id, s.part, i.purpose,
      exists (select from introductions.word w where w.introduction_id = i.id and w.membership_id = s.membership_id) as said
    from introductions.side s join introductions.introduction i on i.id = s.introduction_id where i.id = ${introduction}`)
