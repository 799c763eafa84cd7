import { auditNetwork } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { toCsv } from '#kernel/csv.ts'
import { allowed, found, type Tx } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { download, get, one, post, redirect, type Ask } from '#kernel/http.ts'
import { activeCount, answersOf, changeCategory, memberList, myCard, myMembership, removeMember, requestList, rolesHeld, type HeldRole, type Member, type Wanted } from '#features/members/index.ts'
import { ledNetwork, type Network } from '#features/networks/index.ts'
import { organisationsMatching } from '#features/organisations/index.ts'
import { gradeSchemes, regions } from '#features/people/index.ts'
import { removedLetter } from './emails.ts'
import { memberAt, ownNetwork, positionIn } from './find.ts'
import { categoryForm } from './forms.ts'
import { categoryView, lastLeadView, memberView, removalView } from './member-views.ts'
import { membersView, type Filters } from './members-views.ts'
import { figuresFor, mayBeAlly } from './queries.ts'
import { categoryName, gradeName, regionName, roleName } from './words.ts'

export const membersRoutes = [
  get('/networks/:slug/members', async (tx, ask) => {
    const network = await ownNetwork(tx, ask)
    const mine = await myMembership(tx, network.id)
    const named = namesAreSeen(network)
    const { filters, wanted } = await readFilters(tx, ask, network)
    const roles = named ? await rolesHeld(tx, network.id) : []
    const requests = network.leads ? await requestList(tx, network.id, positionIn(one(ask.query, 'requests-after'))) : undefined
    return membersView(ask, network, {
      mine: mine && { id: mine.id, category: mine.category, card: await myCard(tx, network.id, mine.id) },
      count: await activeCount(tx, network.id),
      filters,
      list: named ? (wanted ? await memberList(tx, network.id, wanted) : { members: [] }) : undefined,
      isLater: wanted?.after !== undefined,
      roles: rolesByMember(roles),
      requests,
      answers: await answersOf(tx, network.id, requests?.requests.map((request) => request.id) ?? []),
      figures: network.leads && !named ? await figuresFor(tx, network.id) : undefined,
    })
  }),

  get('/networks/:slug/members.csv', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    allowed(mayDownload(network))
    const { wanted } = await readFilters(tx, ask, network)
    const rows: Member[] = []
    for (let after: Wanted['after'], more = wanted !== undefined; more; more = after !== undefined) {
      const page = await memberList(tx, network.id, { ...wanted, after }, 2000)
      rows.push(...page.members)
      after = page.next
    }
    await auditNetwork(tx, 'members.downloaded', { network: network.id, actor: (await myMembership(tx, network.id))?.id, detail: { rows: rows.length } })
    const cells = rows.map(({ card, category, joined_on }) => [card.name, card.organisation?.name, regionName(card.region), gradeName(card.grade), categoryName(category), joined_on])
    return download(`members ${network.slug} ${dateOf(tx.now)}.csv`, 'text/csv; charset=utf-8', toCsv(['Name', 'Organisation', 'Region', 'Grade', 'Category', 'Joined'], cells))
  }),

  get('/networks/:slug/members/:id', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await memberAt(tx, ask, network)
    found(['active', 'requested', 'waiting'].includes(member.status) || undefined)
    const roles = (await rolesHeld(tx, network.id)).filter((role) => role.membership_id === member.id)
    const answers = (await answersOf(tx, network.id, [member.id])).get(member.id) ?? []
    return memberView(ask, network, { member, roles, answers, mine: (await myMembership(tx, network.id))?.id === member.id })
  }),

  get('/networks/:slug/members/:id/category', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await activeMember(tx, ask, network)
    return categoryView(ask, network, { member, mayBeAlly: await mayBeAlly(tx, network.id) })
  }),

  post('/networks/:slug/members/:id/category', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await activeMember(tx, ask, network)
    const filled = fill(categoryForm, ask.body)
    const ally = await mayBeAlly(tx, network.id)
    if (!filled.ok) return categoryView(ask, network, { member, mayBeAlly: ally, errors: filled.errors })
    allowed(filled.value.category === 'member' || ally)
    await changeCategory(tx, { network: network.id, membership: member.id, actor: await actor(tx, network), category: filled.value.category })
    return redirect(`/networks/${network.slug}/members/${member.id}`, 'Category changed')
  }),

  get('/networks/:slug/members/:id/removal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await activeMember(tx, ask, network)
    if ((await actor(tx, network)) === member.id) return redirect(`/networks/${network.slug}/leave`)
    return removalView(ask, network, member)
  }),

  post('/networks/:slug/members/:id/removal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await memberAt(tx, ask, network)
    const back = `/networks/${network.slug}/members`
    const mine = await actor(tx, network)
    if (mine === member.id) return redirect(`/networks/${network.slug}/leave`)
    const letter = removedLetter(network, ask.app.config.baseUrl)
    const outcome = await removeMember(tx, { network: network.id, membership: member.id, actor: mine, letter })
    if (outcome === 'last-lead') return lastLeadView(ask, network, 'member')
    return redirect(back, outcome === 'gone' ? 'They had left already' : 'They are no longer in the network, and have been told by email')
  }),
]

/** Who sees names: leads unless nobody does, members where names are open. Row-level security says the same. */
export const namesAreSeen = (network: Network): boolean =>
  network.names !== 'nobody' && (network.leads || (network.names === 'members' && !network.sensitive))

/** A list that leaves the service can be passed on: for ordinary networks only. */
export const mayDownload = (network: Network): boolean => network.leads && !network.sensitive && network.names !== 'nobody'

/** Whose role is what, in words. */
function rolesByMember(roles: readonly HeldRole[]): Map<string, string> {
  const held = Map.groupBy(roles, (role) => role.membership_id ?? '')
  return new Map([...held].map(([id, of]) => [id, of.map(roleName).join(', ')]))
}

/** The viewer's membership: who acts, for the network's log. */
async function actor(tx: Tx, network: Network): Promise<string> {
  return found(await myMembership(tx, network.id)).id
}

async function activeMember(tx: Tx, ask: Ask, network: Network) {
  const member = await memberAt(tx, ask, network)
  return found(member.status === 'active' ? member : undefined)
}

/** What is asked of the list. `wanted` is undefined when an organisation was typed that there is not. */
async function readFilters(tx: Tx, ask: Ask, network: Network): Promise<{ filters: Filters; wanted?: Wanted }> {
  const asked = (name: string) => one(ask.query, name).slice(0, 100)
  const leads = network.leads
  const filters: Filters = {
    search: asked('search'),
    organisation: asked('organisation'),
    region: leads && regions.some(({ key }) => key === asked('region')) ? asked('region') : '',
    grade: leads && gradeSchemes.some((scheme) => scheme.grades.some(({ key }) => `${scheme.key}/${key}` === asked('grade'))) ? asked('grade') : '',
    category: leads && ['member', 'ally'].includes(asked('category')) ? asked('category') : '',
  }
  const organisations = filters.organisation ? (await organisationsMatching(tx, filters.organisation, 50)).map(({ id }) => id) : []
  if (filters.organisation && organisations.length === 0) return { filters }
  return { filters, wanted: { name: filters.search, organisations, region: filters.region, grade: filters.grade, category: (filters.category || undefined) as Wanted['category'], after: positionIn(one(ask.query, 'after')) } }
}
