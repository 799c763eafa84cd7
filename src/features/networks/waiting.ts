import { sql, type Tx } from '#kernel/db.ts'
import type { Waiting } from '#kernel/feature.ts'
import type { Ask } from '#kernel/http.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Network } from './find.ts'

type Row = { what: 'privacy' | 'part'; slug: string; name: string }

/** What waits for a lead: changes of privacy to agree to, networks that ask to be taken in. One query. */
export async function waiting(tx: Tx, _me: Person): Promise<Waiting[]> {
  const led = sql`any ((select members.my_led_networks())::uuid[])`
  const rows = await tx.rows<Row>(sql`
    select 'privacy' as what, n.slug, n.name from networks.privacy_change c join networks.network n on n.id = c.network_id
      where c.network_id = ${led} and c.ended_on is null and c.agreed_on is null
        and not exists (select from networks.privacy_consent p where p.change_id = c.id and p.membership_id = any ((select app.memberships())::uuid[]))
    union all
    select 'part', u.slug, u.name from networks.network a join networks.network u on u.id = a.parent_asked_id
      where a.parent_asked_id = ${led}
    limit 50`)
  const at = (row: Row, page: string) => ({
    href: `/networks/${row.slug}/settings/${page}`,
    network: row.name,
  })
  return rows.map((row) =>
    row.what === 'privacy'
      ? { text: 'Agree to a change of privacy, or take it back', ...at(row, 'privacy') }
      : { text: 'Decide whether to take a network in', ...at(row, 'family') },
  )
}

/** What waits for a member in this network, out of all that waits for them. */
export async function waitingHere(tx: Tx, ask: Ask, network: Network): Promise<Waiting[]> {
  const all: Waiting[] = []
  for (const feature of ask.app.features)
    all.push(...((await feature.waiting?.(tx, ask.me, ask.app)) ?? []))
  return all.filter((each) => each.href.startsWith(`/networks/${network.slug}/`))
}
