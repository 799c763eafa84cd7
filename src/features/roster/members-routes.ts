import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { toCsv } from '#kernel/csv.ts'
import { allowed, type Tx } from '#kernel/db.ts'
import { download, get, one, type Ask } from '#kernel/http.ts'
import { positionIn } from '#kernel/position.ts'
import {
  activeCount,
  allyPlaces,
  answersOf,
  memberList,
  myMembershipAndCard,
  requestList,
  rolesHeld,
  seesNames,
  unreachableMembers,
  waitingAllies,
  type HeldRole,
  type Member,
  type Wanted,
} from '#features/members/index.ts'
import { ledNetwork, sizeForMembers, type Network } from '#features/networks/index.ts'
import { readFilters } from './filters.ts'
import { actor, ownNetwork } from './find.ts'
import { membersView } from './members-views.ts'
import { figuresFor } from './queries.ts'
import { categoryName, gradeName, regionName, roleName } from './words.ts'

export const membersRoutes = [
  get('/networks/:slug/members', async (tx, ask) => {
    const network = await ownNetwork(tx, ask)
    const named = await seesNames(tx, network.id)
    const [mine, list, roles, requests, allies, figures, count, size] = await Promise.all([
      myMembershipAndCard(tx, network.id),
      listed(tx, ask, network, named),
      named ? rolesHeld(tx, network.id) : [],
      network.leads ? requested(tx, ask, network) : undefined,
      network.leads ? alliesOf(tx, ask, network) : undefined,
      network.leads && !named ? figuresFor(tx, network.id) : undefined,
      named || network.leads ? activeCount(tx, network.id) : undefined,
      named || network.leads ? null : sizeForMembers(tx, network.id),
    ])
    return membersView(ask, network, {
      mine,
      count,
      size,
      ...list,
      roles: rolesByMember(roles),
      unreachable:
        network.leads && named
          ? await unreachableMembers(tx, list.list?.members.map(({ id }) => id) ?? [])
          : new Set(),
      requests,
      allies,
      answers: requests?.answers ?? new Map(),
      figures,
    })
  }),

  get('/networks/:slug/members.csv', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    allowed(mayDownload(network))
    const { wanted } = await readFilters(tx, ask, network)
    const rows: Member[] = []
    for (
      let after: Wanted['after'], more = wanted !== undefined;
      more;
      more = after !== undefined
    ) {
      const page = await memberList(tx, network.id, { ...wanted, after }, 2000)
      rows.push(...page.members)
      after = page.next
    }
    await auditNetwork(tx, 'members.downloaded', {
      network: network.id,
      actor: await actor(tx, network),
      detail: { rows: rows.length },
    })
    const cells = rows.map(({ card, category, joined_on }) => [
      card.name,
      card.organisation?.name,
      regionName(card.region),
      gradeName(card.grade),
      categoryName(category),
      joined_on,
    ])
    return download(
      `members ${network.slug} ${dateOf(tx.now)}.csv`,
      'text/csv; charset=utf-8',
      toCsv(['Name', 'Organisation', 'Region', 'Grade', 'Category', 'Joined'], cells),
    )
  }),
]

/** What is looked for, and who is found; undefined where no names are seen. */
async function listed(tx: Tx, ask: Ask, network: Network, named: boolean) {
  const { filters, wanted } = await readFilters(tx, ask, network)
  const found = named && wanted ? await memberList(tx, network.id, wanted) : { members: [] }
  return { filters, list: named ? found : undefined, isLater: wanted?.after !== undefined }
}

/** Who waits for a decision, with what each answered. */
async function requested(tx: Tx, ask: Ask, { id }: Network) {
  const list = await requestList(tx, id, positionIn(one(ask.query, 'requests-after')))
  const waiting = list.requests.map((request) => request.id)
  return { ...list, answers: await answersOf(tx, id, waiting) }
}

/** How many allies there can be, and who waits to be one. */
async function alliesOf(tx: Tx, ask: Ask, { id }: Network) {
  const after = /^\d{1,9}$/.exec(one(ask.query, 'waiting-after'))?.[0]
  return { ...(await allyPlaces(tx, id)), list: await waitingAllies(tx, id, Number(after ?? 0)) }
}

/** A list that leaves the service can be passed on: for ordinary networks only. */
const mayDownload = (network: Network): boolean =>
  network.leads && !network.sensitive && network.names !== 'nobody'

/** Whose role is what, in words. */
function rolesByMember(roles: readonly HeldRole[]): Map<string, string> {
  const held = Map.groupBy(roles, (role) => role.membership_id ?? '')
  return new Map([...held].map(([id, of]) => [id, of.map(roleName).join(', ')]))
}
