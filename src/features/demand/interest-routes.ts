import { dateOf } from '#kernel/clock.ts'
import { found, type Tx } from '#kernel/db.ts'
import { get, one, open, post, redirect, type Ask } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import type { Id } from '#kernel/viewer.ts'
import { findNetwork, type Network } from '#features/networks/index.ts'
import { myInterest, sayInterest, withdrawInterest } from './interest.ts'
import { interestByLink, withdrawByLink } from './linked.ts'
import { interestView, linkView, overView } from './interest-views.ts'
import { proposalOf, type Proposal } from './proposals.ts'

/** Saying that one would join, and taking it back: signed in, or by the link of an email. */
export const interestRoutes = [
  get('/networks/:slug/interest', async (tx, ask) => {
    const { network, proposal } = await proposed(tx, ask)
    if (network.member) return redirect(`/networks/${network.slug}`)
    const mine = await myInterest(tx, network.id, ask.me.person)
    const helps = mine ? mine.helps : one(ask.query, 'as') === 'help'
    return interestView(ask, network, { proposal, mine, helps, today: dateOf(tx.now) })
  }),
  post('/networks/:slug/interest', async (tx, ask) => {
    const { network } = await proposed(tx, ask)
    if (network.member) return redirect(`/networks/${network.slug}`)
    await limit(tx, 'saying what one would join by', ask.me.person, 60, 60)
    const done = await sayInterest(tx, ask.app, network, ask.me, one(ask.body, 'helps') === 'yes')
    const notice = done
      ? 'Thank you. We have noted that you would join'
      : 'It is proposed no longer'
    return redirect(done ? `/networks/${network.slug}` : '/home', notice)
  }),
  post('/networks/:slug/interest/withdrawal', async (tx, ask) => {
    const { network } = await proposed(tx, ask)
    await withdrawInterest(tx, network.id, ask.me.person)
    return redirect(
      `/networks/${network.slug}`,
      'You have changed your mind. Nothing of it is kept',
    )
  }),
  open.get('/interest/:token', async (tx, ask) => {
    const linked = await interestByLink(tx, interestIn(ask))
    return linked ? linkView(ask, linked) : overView()
  }),
  open.post('/interest/:token', async (tx, ask) => {
    await limit(tx, 'links of interest from', ask.from, 60, 10)
    await withdrawByLink(tx, interestIn(ask))
    return overView()
  }),
]

/** The network of an address while it is proposed, for whoever may find it: to others there is none. */
async function proposed(tx: Tx, ask: Ask): Promise<{ network: Network; proposal: Proposal }> {
  const network = found(await findNetwork(tx, ask.params['slug']!))
  const proposal = found(
    network.status === 'proposed' ? await proposalOf(tx, network.id) : undefined,
  )
  return { network, proposal }
}

/** A link that is not ours is no page. */
const interestIn = (ask: Ask): Id =>
  found(ask.app.db.keys.verify('interest-link', ask.params['token']!))
