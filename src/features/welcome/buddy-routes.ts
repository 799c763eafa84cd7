import { allowed, found } from '#kernel/db.ts'
import { get, one, post, redirect } from '#kernel/http.ts'
import { positionIn } from '#kernel/position.ts'
import { isId } from '#kernel/viewer.ts'
import { myIntroductions } from '#features/introductions/index.ts'
import { joinedNetwork, ledNetwork } from '#features/networks/index.ts'
import {
  askingForBuddies,
  choosePart,
  myParts,
  offeringBuddies,
  proposeBuddy,
  type Part,
} from './buddies.ts'
import { buddiesView } from './buddy-views.ts'
import { choiceOf, switchBuddies } from './choices.ts'

export const buddyRoutes = [
  get('/networks/:slug/buddies', async (tx, ask) => {
    const { network, mine } = await joinedNetwork(tx, ask)
    const after = positionIn(one(ask.query, 'after'))
    const choice = await choiceOf(tx, network.id)
    const pairing =
      network.leads && choice.buddies
        ? {
            ...(await askingForBuddies(tx, network.id, after)),
            isLater: after !== undefined,
            offering: await offeringBuddies(tx, network.id),
          }
        : undefined
    return buddiesView(ask, network, {
      choice,
      parts: await myParts(tx, mine.id),
      mine: await myIntroductions(tx, network.id, 'buddy'),
      pairing,
    })
  }),

  post('/networks/:slug/buddies/mine', async (tx, ask) => {
    const { network, mine } = await joinedNetwork(tx, ask)
    const part: Part = one(ask.body, 'part') === 'helps' ? 'helps' : 'asks'
    const wants = one(ask.body, 'wants') === 'yes'
    const { buddies } = await choiceOf(tx, network.id)
    allowed(buddies || !wants)
    await choosePart(tx, network.id, mine.id, part, wants)
    return redirect(`/networks/${network.slug}/buddies`, said(part, wants))
  }),

  post('/networks/:slug/buddies/offer', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const days = one(ask.body, 'days')
    await switchBuddies(tx, network.id, days === '60' ? 60 : days === '30' ? 30 : null)
    return redirect(`/networks/${network.slug}/buddies`, 'Saved')
  }),

  post('/networks/:slug/buddies/proposal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const [asks, helps] = [one(ask.body, 'asks'), one(ask.body, 'helps')]
    found(isId(asks) || undefined)
    const { buddy_days, buddies } = await choiceOf(tx, network.id)
    allowed(buddies)
    const chosen = isId(helps) ? helps : undefined
    const came = await proposeBuddy(tx, ask.app, network, asks, chosen, buddy_days)
    return redirect(
      `/networks/${network.slug}/buddies`,
      {
        proposed: 'Both have been asked by email',
        nobody: 'There is nobody to propose whom they have not been asked about before',
        'not-asking': 'They have been proposed someone already, or no longer ask',
      }[came],
    )
  }),
]

function said(part: Part, wants: boolean): string {
  if (part === 'asks') return wants ? 'You have asked for a buddy' : 'You no longer ask for a buddy'
  return wants ? 'Thank you. You offer to be a buddy' : 'You no longer offer to be a buddy'
}
