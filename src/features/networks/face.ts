import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Html } from '#kernel/html.ts'
import { whoReadsEmails } from '#kernel/mail/readers.ts'
import type { Id } from '#kernel/viewer.ts'
import { figuresOf, type Figure } from './figures.ts'
import type { Network } from './find.ts'
import { panelsOf } from './panels.ts'
import { comingChange, type Coming } from './privacy-change.ts'
import { scopeOf, type Scope } from './scope.ts'
import { lastChange } from './status.ts'
import type { Category } from './words.ts'

/** Another network of the same family. */
export type Relative = Pick<Network, 'id' | 'slug' | 'name' | 'kind' | 'region' | 'status'>

/** Where the viewer stands with the network. */
export type Standing = {
  signedIn: boolean
  status?: 'requested' | 'waiting' | 'active'
  category?: Category
  /** Their place on the waiting list, where they wait. */
  place?: number | null
  invited: boolean
}

/** All that the page of a network shows, as row-level security lets its viewer see it. */
export type Face = {
  network: Network
  scope: Scope
  figure?: Figure
  /** Why it rests or has closed. */
  change?: { reason: string; changed_on: string }
  officeHolders: { role: string; title: string; public_name: string }[]
  umbrella?: Relative
  parts: Relative[]
  /** Set when there are more parts than are listed. */
  moreParts: boolean
  panels: Html[]
  standing: Standing
  coming?: Coming
  /** Who can read the emails that are kept here, where there is no mail server. */
  emailsReadBy?: string
}

const mostParts = 30

/** Gathers what the page of a network shows. The same few queries for every network. */
export async function faceOf(tx: Tx, app: App, network: Network): Promise<Face> {
  const signedIn = tx.viewer.kind === 'person'
  const isOver = network.status === 'dormant' || network.status === 'closed'
  const isStranger = tx.viewer.kind === 'stranger' && !tx.viewer.invitation
  const [{ umbrella, parts }, scope, figures, change, officeHolders, panels, standing, coming] =
    await Promise.all([
      relativesOf(tx, network),
      scopeOf(tx, network.id),
      figuresOf(tx, [network.id]),
      isOver ? lastChange(tx, network) : undefined,
      officeHoldersOf(tx, network.id),
      panelsOf(tx, app.features, 'network', network),
      isStranger ? { invited: false } : standingOf(tx, network.id),
      signedIn && network.member ? comingChange(tx, network.id) : undefined,
    ])
  return {
    network,
    scope,
    figure: figures.get(network.id),
    change,
    officeHolders,
    umbrella,
    parts: parts.slice(0, mostParts),
    moreParts: parts.length > mostParts,
    panels,
    standing: { signedIn, ...standing },
    coming,
    emailsReadBy: whoReadsEmails(app.config),
  }
}

async function relativesOf(
  tx: Tx,
  network: Network,
): Promise<{ umbrella?: Relative; parts: Relative[] }> {
  const relative = sql`select id, slug, name, kind, region, status from networks.network`
  const rows = await tx.rows<Relative>(sql`
    (${relative} where id = ${network.parent_id})
    union all
    (${relative} where parent_id = ${network.id} and status in ('live', 'dormant') order by sort_name limit ${sql.lit(mostParts + 1)})`)
  return {
    umbrella: rows.find((row) => row.id === network.parent_id),
    parts: rows.filter((row) => row.id !== network.parent_id),
  }
}

async function officeHoldersOf(tx: Tx, network: Id): Promise<Face['officeHolders']> {
  return tx.rows(sql`
    select role, title, public_name from members.appointment
    where network_id = ${network} and public_name is not null and ended_on is null order by manages desc, starts_on, id limit 20`)
}

async function standingOf(tx: Tx, network: Id): Promise<Omit<Standing, 'signedIn'>> {
  const row = await tx.row<Omit<Standing, 'signedIn'>>(sql`
    select ${network}::uuid = any (invitations.inviting_networks()) as invited, m.status, m.category,
      case when m.status = 'waiting' then members.my_place(m.network_id) end as place
    from (select 1) one left join members.membership m on m.network_id = ${network}
      and m.id = any ((select app.memberships())::uuid[]) and m.status in ('requested', 'waiting', 'active')`)
  return row!
}
