import { allowed, found, type Tx } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { get, post, redirect, type Ask } from '#kernel/http.ts'
import {
  allyPlaces,
  answersOf,
  changeCategory,
  removeMember,
  rolesHeld,
} from '#features/members/index.ts'
import { ledNetwork, type Network } from '#features/networks/index.ts'
import { categoryLetter, removedLetter } from './emails.ts'
import { actor, memberAt } from './find.ts'
import { categoryForm } from './forms.ts'
import { categoryView, lastLeadView, memberView, removalView } from './member-views.ts'
import { mayBeAlly } from './queries.ts'

export const memberRoutes = [
  get('/networks/:slug/members/:id', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await memberAt(tx, ask, network)
    found(['active', 'requested', 'waiting'].includes(member.status) || undefined)
    const roles = (await rolesHeld(tx, network.id)).filter(
      (role) => role.membership_id === member.id,
    )
    const answers = (await answersOf(tx, network.id, [member.id])).get(member.id) ?? []
    return memberView(ask, network, {
      member,
      roles,
      answers,
      mine: (await actor(tx, network)) === member.id,
    })
  }),

  get('/networks/:slug/members/:id/category', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await activeMember(tx, ask, network)
    return categoryView(ask, network, {
      member,
      mayBeAlly: await mayBeAlly(tx, network.id),
      places: await allyPlaces(tx, network.id),
    })
  }),

  post('/networks/:slug/members/:id/category', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const member = await activeMember(tx, ask, network)
    const filled = fill(categoryForm, ask.body)
    const ally = await mayBeAlly(tx, network.id)
    if (!filled.ok)
      return categoryView(ask, network, {
        member,
        mayBeAlly: ally,
        places: await allyPlaces(tx, network.id),
        errors: filled.errors,
      })
    allowed(filled.value.category === 'member' || ally)
    const { category } = filled.value
    const changed = await changeCategory(tx, {
      network: network.id,
      membership: member.id,
      actor: await actor(tx, network),
      category,
      letter: categoryLetter(network, ask.app.config.baseUrl, category),
    })
    return redirect(
      `/networks/${network.slug}/members/${member.id}`,
      changed ? 'Category changed. They have been told by email' : 'Nothing was changed',
    )
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
    const outcome = await removeMember(tx, {
      network: network.id,
      membership: member.id,
      actor: mine,
      letter,
    })
    if (outcome === 'last-lead') return lastLeadView(ask, network, 'member')
    return redirect(
      back,
      outcome === 'gone'
        ? 'They had left already'
        : 'They are no longer in the network, and have been told by email',
    )
  }),
]

async function activeMember(tx: Tx, ask: Ask, network: Network) {
  const member = await memberAt(tx, ask, network)
  return found(member.status === 'active' ? member : undefined)
}
