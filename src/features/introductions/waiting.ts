import { sql, type Tx } from '#kernel/db.ts'
import type { Waiting } from '#kernel/feature.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Part, Purpose } from './introductions.ts'
import { purposes } from './words.ts'

/** Introductions that wait for the viewer's yes or no. One query. */
export async function waiting(tx: Tx): Promise<Waiting[]> {
  const rows = await tx.rows<{
    id: Id
    slug: string
    name: string
    purpose: Purpose
    part: Part
  }>(sql`
    select i.id, n.slug, n.name, i.purpose, s.part
    from introductions.side s join introductions.introduction i on i.id = s.introduction_id join networks.network n on n.id = i.network_id
    where s.membership_id = any ((select app.memberships())::uuid[]) and i.ended_on is null and i.agreed_on is null
      and not exists (select from introductions.word w where w.introduction_id = i.id and w.membership_id = s.membership_id)
    order by i.made_on, i.id limit 20`)
  return rows.map(({ id, slug, name, purpose, part }) => ({
    text: `${purposes[purpose][part].title}: yes or no?`,
    href: `/networks/${slug}/introductions/${id}`,
    network: name,
  }))
}
