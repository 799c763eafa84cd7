import { found, type Tx } from '#kernel/db.ts'
import { get, one, open, post, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { myMembership } from '#features/members/index.ts'
import { networkById, type Network } from '#features/networks/index.ts'
import {
  declinedView,
  invitationView,
  otherAddressView,
  overView,
  wishView,
} from './answer-views.ts'
import { refuseAll, refuseNoMore, refusedSince } from './in-peace.ts'
import { insideView } from './inside-view.ts'
import { decline, declineAll, myInvitation, wantsNone, type Invitation } from './queries.ts'
import { invitedTag } from '#kernel/viewer.ts'

/** What the invited do: open the link of their invitation, answer, and say that they want none at all. */
export const answerRoutes = [
  open.get('/invitations/:token', async (tx, ask) =>
    opened(tx, ask, async (asInvited, invitation, network) => {
      const token = ask.params['token']!
      if (invitation.status === 'declined')
        return declinedView({ token, isRefusal: await wantsNone(asInvited, invitation.id) })
      const inside = network && (await myMembership(asInvited, network.id))
      if (inside) return insideView(network, inside.status)
      if (!network || invitation.status !== 'waiting') return overView(invitation.status)
      return invitation.mine === false
        ? otherAddressView({ network, email: ask.me.email, token })
        : invitationView({ network, invitation, token })
    }),
  ),
  open.post('/invitations/:token', async (tx, ask) =>
    opened(tx, ask, async (asInvited, invitation, network) => {
      const answer = one(ask.body, 'answer')
      // Signed in with another address, one answers for nobody.
      const isOther = invitation.mine === false
      const isOpen = invitation.status === 'waiting' || invitation.status === 'declined'
      if (answer === 'never' && isOpen && !isOther) {
        await declineAll(asInvited, invitation.id)
        return redirect(ask.path)
      }
      if (answer === 'no' && invitation.status === 'waiting' && !isOther) {
        await decline(asInvited, invitation.id)
        return redirect(ask.path)
      }
      if (answer !== 'yes' || invitation.status !== 'waiting' || !network) return redirect(ask.path)
      if (await myMembership(asInvited, network.id)) return redirect(ask.path)
      // The cookie shows the network to this browser; only the invited address joins by the invitation.
      ask.setCookie('invitation', ask.app.db.keys.sign('invitation', invitation.id))
      return redirect(`/join?network=${network.slug}`)
    }),
  ),
  get('/account/invitations', async (tx, ask) =>
    wishView(
      await tx.asSystem('show someone whether they want invitations', (system) =>
        refusedSince(system, ask.me.email),
      ),
    ),
  ),
  post('/account/invitations', async (tx, ask) => {
    const none = one(ask.body, 'wish') === 'none'
    await tx.asSystem('note whether someone wants invitations', (system) =>
      none
        ? refuseAll(system, invitedTag(system.keys, ask.me.email).toString('hex'))
        : refuseNoMore(system, ask.me.email),
    )
    return redirect(
      '/account/invitations',
      none ? 'No network will invite you' : 'Networks may invite you again',
    )
  }),
]

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
