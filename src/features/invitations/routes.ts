import { allowed, found, type Tx } from '#kernel/db.ts'
import { get, one, open, post, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { isId, type Id } from '#kernel/viewer.ts'
import { myMembership } from '#features/members/index.ts'
import { findNetwork, networkBand, networkById, type Network } from '#features/networks/index.ts'
import { readInviteForm } from './forms.ts'
import { insideView } from './inside-view.ts'
import { invite } from './invite.ts'
import {
  decline,
  myInvitation,
  waitingInvitations,
  withdraw,
  type Cursor,
  type Invitation,
} from './queries.ts'
import { declinedView, invitationView, listView, overView } from './views.ts'
import { whatBecame } from './words.ts'

export const routes = [
  get('/networks/:slug/invitations', async (tx, ask) => {
    const network = await led(tx, ask)
    return listView({
      network,
      band: networkBand(ask, network, 'invitations'),
      ...(await waitingInvitations(tx, network.id, cursorOf(one(ask.query, 'after')))),
    })
  }),
  post('/networks/:slug/invitations', async (tx, ask) => {
    const network = await led(tx, ask)
    const filled = await readInviteForm(tx, ask.body)
    if (!filled.ok)
      return listView({
        network,
        band: networkBand(ask, network, 'invitations'),
        ...(await waitingInvitations(tx, network.id)),
        ...filled,
      })
    await limit(tx, 'invitations by', ask.me.person, 60, 60)
    const { people, note } = filled.value
    const actor = (await myMembership(tx, network.id))?.id
    const outcomes = await invite(tx, network, { people, note, origin: 'lead', actor })
    return redirect(`/networks/${network.slug}/invitations`, whatBecame(outcomes, network))
  }),
  post('/networks/:slug/invitations/:id/withdrawal', async (tx, ask) => {
    const network = await led(tx, ask)
    const done = await withdraw(
      tx,
      network.id,
      idIn(ask.params['id']!),
      (await myMembership(tx, network.id))?.id,
    )
    return redirect(
      `/networks/${network.slug}/invitations`,
      done
        ? 'The invitation was withdrawn. Its link no longer works'
        : 'That invitation is over already',
    )
  }),
  open.get('/invitations/:token', async (tx, ask) =>
    opened(tx, ask, async (asInvited, invitation, network) => {
      if (invitation.status === 'declined') return declinedView()
      const mine = network && (await myMembership(asInvited, network.id))
      if (mine) return insideView(network, mine.status)
      return network && invitation.status === 'waiting'
        ? invitationView({ network, invitation, token: ask.params['token']! })
        : overView(invitation.status)
    }),
  ),
  open.post('/invitations/:token', async (tx, ask) =>
    opened(tx, ask, async (asInvited, invitation, network) => {
      if (invitation.status === 'waiting' && one(ask.body, 'answer') === 'no') {
        await decline(asInvited, invitation.id)
        return redirect(ask.path)
      }
      if (invitation.status !== 'waiting' || !network) return redirect(ask.path)
      if (await myMembership(asInvited, network.id)) return redirect(ask.path)
      // The cookie shows the network to this browser; only the invited address joins by the invitation.
      ask.setCookie('invitation', ask.app.db.keys.sign('invitation', invitation.id))
      return redirect(`/join?network=${network.slug}`)
    }),
  ),
]

/** The network at this address, for those who lead it. */
async function led(tx: Tx, ask: Ask): Promise<Network> {
  const network = found(await findNetwork(tx, ask.params['slug']!))
  allowed(network.leads)
  return network
}

type Opened = (tx: Tx, invitation: Invitation, network: Network | undefined) => Promise<Reply>

/** Goes on as the invited person whose link this is; a link that is not ours is no page. */
async function opened(tx: Tx, ask: Ask, goOn: Opened): Promise<Reply> {
  const id = found(ask.app.db.keys.verify('invitation-link', ask.params['token']!))
  if (tx.viewer.kind === 'system') throw new Error('Pages are for people.')
  return tx.as({ ...tx.viewer, invitation: id }, async (asInvited) => {
    const invitation = await myInvitation(asInvited, id)
    return invitation
      ? goOn(asInvited, invitation, await networkById(asInvited, invitation.network_id))
      : overView('expired')
  })
}

function cursorOf(text: string): Cursor | undefined {
  const [invitedOn, id] = text.split('.')
  return id && /^\d{4}-\d\d-\d\d$/.test(invitedOn ?? '') && isId(id)
    ? { invitedOn: invitedOn!, id }
    : undefined
}

const idIn = (text: string): Id => found(isId(text) ? text : undefined)
