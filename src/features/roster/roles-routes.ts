import { addMonths, dateOf, longDate } from '#kernel/clock.ts'
import { typedDate } from '#kernel/dates.ts'
import { allowed, found, type Tx } from '#kernel/db.ts'
import { get, idIn, one, post, redirect, type Ask } from '#kernel/http.ts'
import {
  appoint,
  endRole,
  findRole,
  mailMember,
  memberList,
  myMembership,
  offers,
  rolesEnded,
  rolesHeld,
  setTermEnd,
  type HeldRole,
} from '#features/members/index.ts'
import { findNetwork, ledNetwork, type Network } from '#features/networks/index.ts'
import { roleLetter } from './emails.ts'
import { actor, memberAt, ownNetwork } from './find.ts'
import { readRole, readTermEnd } from './forms.ts'
import { lastLeadView } from './member-views.ts'
import { giveRoleView, roleView } from './role-views.ts'
import { rolesView, whoView } from './roles-views.ts'
import { roleName } from './words.ts'

export const rolesRoutes = [
  get('/networks/:slug/roles', async (tx, ask) => {
    const network = await ownNetwork(tx, ask)
    return rolesView(ask, network, {
      held: await rolesHeld(tx, network.id),
      ended: network.leads ? await rolesEnded(tx, network.id) : [],
      offers: network.leads ? await offers(tx, network.id) : [],
      mine: (await myMembership(tx, network.id))?.id,
      today: dateOf(tx.now),
    })
  }),

  get('/networks/:slug/roles/new', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const search = one(ask.query, 'search').slice(0, 100)
    const list =
      search || network.names === 'nobody'
        ? await memberList(tx, network.id, { name: search }, 20)
        : undefined
    return whoView(ask, network, {
      search,
      list,
      offers: await offers(tx, network.id),
      mine: (await myMembership(tx, network.id))?.id,
    })
  }),

  get('/networks/:slug/members/:id/role', async (tx, ask) => {
    const { network, member } = await someoneActive(tx, ask)
    const today = dateOf(tx.now)
    return giveRoleView(ask, network, member, {
      typed: { ...typedDate('starts', today), ...typedDate('ends', addMonths(today, 12)) },
    })
  }),

  post('/networks/:slug/members/:id/role', async (tx, ask) => {
    const { network, member, actor } = await someoneActive(tx, ask)
    const filled = readRole(ask.body)
    if (!filled.ok) return giveRoleView(ask, network, member, filled)
    const role = filled.value
    await appoint(tx, network.id, { ...role, membership: member.id, actor })
    if (member.id !== actor)
      await mailMember(
        tx,
        member.id,
        roleLetter(network, ask.app.config.baseUrl, {
          name: roleName(role),
          manages: role.manages,
          ends: longDate(role.ends_on),
        }),
      )
    return redirect(`/networks/${network.slug}/roles`, `${roleName(role)}: the role is given`)
  }),

  get('/networks/:slug/roles/:id', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const role = await roleAt(tx, ask, network)
    return roleView(ask, network, role, { typed: typedDate('ends', role.ends_on) })
  }),

  post('/networks/:slug/roles/:id', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const role = await roleAt(tx, ask, network)
    const filled = readTermEnd(ask.body, role.starts_on, dateOf(tx.now))
    if (!filled.ok) return roleView(ask, network, role, filled)
    await setTermEnd(tx, network.id, role.id, filled.value, await actor(tx, network))
    return redirect(
      `/networks/${network.slug}/roles`,
      `${roleName(role)}: the term now ends on ${longDate(filled.value)}`,
    )
  }),

  post('/networks/:slug/roles/:id/end', async (tx, ask) => {
    const network = found(await findNetwork(tx, ask.params['slug']!))
    const mine = await actor(tx, network)
    const role = await roleAt(tx, ask, network)
    allowed(network.leads || role.membership_id === mine)
    const outcome = await endRole(tx, network.id, role.id, mine)
    if (outcome === 'last-lead')
      return lastLeadView(ask, network, role.membership_id === mine ? 'mine' : 'member')
    const ended =
      outcome === 'ended' ? `${roleName(role)}: the role has ended` : 'Nothing was changed'
    return redirect(
      `/networks/${network.slug}/${network.leads && role.membership_id !== mine ? 'roles' : 'membership'}`,
      ended,
    )
  }),
]

async function roleAt(tx: Tx, ask: Ask, network: Network): Promise<HeldRole> {
  const role = await findRole(tx, network.id, idIn(ask))
  return found(role && role.ended_on === null ? role : undefined)
}

async function someoneActive(tx: Tx, ask: Ask) {
  const network = await ledNetwork(tx, ask)
  const member = await memberAt(tx, ask, network)
  found(member.status === 'active' || undefined)
  return { network, member, actor: await actor(tx, network) }
}
