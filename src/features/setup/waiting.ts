import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { TaskNetwork, Waiting } from '#kernel/feature.ts'
import type { Person } from '#kernel/viewer.ts'
import { planOf } from './plan.ts'

/** The networks that the viewer is setting up, with how much is left: the newest few. */
export async function waiting(tx: Tx, _me: Person, app: App): Promise<Waiting[]> {
  const networks = await tx.rows<TaskNetwork>(sql`
    select id, slug, name, status, type, sensitive, purpose, mission, audience, contact from networks.network
    where status = 'setting-up' and id = any ((select members.my_led_networks())::uuid[])
    order by created_on desc, id limit 3`)
  const waits: Waiting[] = []
  for (const network of networks) {
    const { missing } = await planOf(tx, app, network)
    const left = missing.length === 1 ? '1 thing left' : `${missing.length} things left`
    const text = missing.length === 0 ? 'It is ready to go live' : `Finish setting up (${left})`
    waits.push({ text, href: `/networks/${network.slug}/setup`, network: network.name })
  }
  return waits
}
