import { dateOf, longDate, addDays } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Waiting } from '#kernel/feature.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { normaliseAddress } from '#features/sign-in/index.ts'
import { sponsorshipPath } from './sponsor-emails.ts'
import { addressTag, standsFor } from './sponsors.ts'

/**
 * What the owner of the viewer's address was asked to sponsor and can still answer, and what they sponsor.
 * Two queries: whoever was asked is known by a tag that no rule of the database reads.
 */
export async function asked(tx: Tx, me: Person): Promise<Waiting[]> {
  const { key } = normaliseAddress(me.email)
  if (key === undefined) return []
  const rows = await tx.asSystem('show a sponsor what they were asked', (system) =>
    system.rows<Row>(sql`
      select s.id, s.status, s.sent_on, n.name, n.sensitive from governance.sponsor s join networks.network n on n.id = s.network_id
      where s.address_tag = ${addressTag(tx.keys, key)}
        and (s.status = 'accepted' or (s.status = 'invited' and s.sent_on >= ${addDays(dateOf(tx.now), -standsFor)}))
      order by s.sent_on desc, s.id limit 20`),
  )
  return rows.map((row) => ({ ...wordsOf(row), href: sponsorshipPath(tx.keys, row.id) }))
}

type Row = {
  id: Id
  status: 'invited' | 'accepted'
  sent_on: string
  name: string
  sensitive: boolean
}

function wordsOf({ status, sent_on: sentOn, name, sensitive }: Row): Omit<Waiting, 'href'> {
  if (status === 'accepted') return { text: `Sponsor of ${name}`, lasting: true }
  const until = longDate(addDays(sentOn, standsFor))
  return {
    text: `Will you be the sponsor of ${sensitive ? 'a network' : name}? You can answer until ${until}`,
  }
}
