import { allowed, found, sql, type Tx } from '#kernel/db.ts'
import type { Ask } from '#kernel/http.ts'
import type { Page } from '#kernel/layout.ts'
import type { Id } from '#kernel/viewer.ts'
import { myMembership, type MyMembership } from '#features/members/index.ts'
import type { Findable, Joining, NamesSeenBy, NetworkStatus, NetworkType } from './words.ts'

export type Network = {
  id: Id
  slug: string
  name: string
  type: NetworkType
  status: NetworkStatus
  parent_id: Id | null
  /** The umbrella it asked to be part of; the umbrella's leads decide. */
  parent_asked_id: Id | null
  kind: 'sub-network' | 'regional-hub' | null
  findable: Findable
  joining: Joining
  names: NamesSeenBy
  sensitive: boolean
  purpose: string
  audience: string
  mission: string
  priorities: string
  theme: string | null
  region: string | null
  contact: string
  joining_reason: string
  created_on: string
  live_on: string | null
  /** Of the viewer: whether they lead it, are in it, and are a member and no ally. Asked of the same predicates as the policies. */
  leads: boolean
  member: boolean
  core: boolean
}

const columns = sql`n.id, n.slug, n.name, n.type, n.status, n.parent_id, n.parent_asked_id, n.kind, n.findable, n.joining, n.names, n.sensitive, n.purpose,
  n.audience, n.mission, n.priorities, n.theme, n.region, n.contact, n.joining_reason, n.created_on, n.live_on,
  members.leads(n.id) as leads, members.is_member(n.id) as member, members.is_core_member(n.id) as core`

/** The network at an address, if the viewer may know of it. */
export async function findNetwork(tx: Tx, slug: string): Promise<Network | undefined> {
  return tx.row<Network>(sql`select ${columns} from networks.network n where n.slug = ${slug}`)
}

/** A network by id, if the viewer may know of it. */
export async function networkById(tx: Tx, id: Id): Promise<Network | undefined> {
  return tx.row<Network>(sql`select ${columns} from networks.network n where n.id = ${id}`)
}

/** The network of an address, for its leads: 404 for those who may not know of it, 403 for the rest. */
export async function ledNetwork(tx: Tx, ask: Ask): Promise<Network> {
  const network = found(await findNetwork(tx, ask.params['slug'] ?? ''))
  allowed(network.leads)
  return network
}

/** The network of an address with the viewer's membership, for those who are in it: 404 and 403 as for leads. */
export async function joinedNetwork(
  tx: Tx,
  ask: Ask,
): Promise<{ network: Network; mine: MyMembership }> {
  const network = found(await findNetwork(tx, ask.params['slug'] ?? ''))
  allowed(network.member)
  return { network, mine: found(await myMembership(tx, network.id)) }
}

type Managed = Pick<Network, 'slug' | 'status'>

/** The way back from a page for leads: while a network is set up, that is its steps. */
export const backToManage = (network: Managed) => {
  const { text, href } = manageTab(network)
  return { text, href }
}

/**
 * The band above a network's pages: its name, its weave, and the tabs that the viewer may use. Pages of
 * leads, whatever `current` says of them, are under the last one; '' is no tab's page.
 */
export function networkBand(
  ask: Ask,
  network: Network,
  current = '',
): NonNullable<Page['network']> {
  const may = { everyone: true, members: network.member || network.leads }
  const shown = ask.app.features
    .flatMap((feature) => feature.tabs ?? [])
    .filter((tab) => may[tab.for])
    .sort((a, b) => a.order - b.order)
  const tabs = shown.map((tab) => ({
    text: tab.text,
    href: tab.href(network.slug),
    current: tab.key === current,
  }))
  const isTools = current !== '' && shown.every((tab) => tab.key !== current)
  if (network.leads) tabs.push({ ...manageTab(network), current: isTools })
  return { name: network.name, slug: network.slug, sensitive: network.sensitive, tabs }
}

const manageTab = ({ slug, status }: Managed) =>
  status === 'setting-up'
    ? { text: 'Setting up', href: `/networks/${slug}/setup` }
    : { text: 'Manage', href: `/networks/${slug}/manage` }
