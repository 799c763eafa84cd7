import { z } from 'zod'
import { dateOf } from '#kernel/clock.ts'
import { found, type Tx } from '#kernel/db.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { get, open, post, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { admissible, fullName, workEmail } from '#features/sign-in/index.ts'
import { findNetwork, ledNetwork, networkById, type Network } from '#features/networks/index.ts'
import { mailEnding, mailInvitation, tellLeads } from './sponsor-emails.ts'
import { sponsorEndingView, sponsorView } from './sponsor-views.ts'
import { acceptanceView, answeredView, invitationView, lapsedView } from './sponsorship-views.ts'
import {
  answerAsSponsor,
  askAgain,
  askedSponsors,
  askSponsor,
  endSponsorship,
  findSponsor,
  hasLapsed,
  withdrawAsSponsor,
  type Sponsor,
} from './sponsors.ts'

const position = z
  .string({ message: 'Enter the position' })
  .min(1, 'Enter the position')
  .max(120, 'The position must be 120 characters or fewer')
const askForm = z.object({
  name: fullName,
  email: workEmail,
  position,
  message: z.string().max(1000, 'The message must be 1,000 characters or fewer').default(''),
})
const acceptanceForm = z.object({ name: fullName, position })

export const sponsorRoutes = [
  get('/networks/:slug/sponsor', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return sponsorView(ask, network, await askedSponsors(tx, network.id), dateOf(tx.now))
  }),
  post('/networks/:slug/sponsor', askSomeone),
  post('/networks/:slug/sponsor/:sponsor/reminder', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const sponsor = found(await findSponsor(tx, ask.params['sponsor']!, network.id))
    const again = await askAgain(tx, network.id, sponsor.id)
    if (again) await mailInvitation(tx, ask.app, network, sponsor)
    return redirect(
      `/networks/${network.slug}/sponsor`,
      again
        ? 'Invitation sent again'
        : 'An invitation can be sent once a week, until it is answered',
    )
  }),
  get('/networks/:slug/sponsor/:sponsor/ending', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return sponsorEndingView(
      ask,
      network,
      found(await findSponsor(tx, ask.params['sponsor']!, network.id)),
    )
  }),
  post('/networks/:slug/sponsor/:sponsor/ending', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const sponsor = found(await findSponsor(tx, ask.params['sponsor']!, network.id))
    const ended = await endSponsorship(tx, network.id, sponsor.id)
    if (ended && sponsor.status === 'accepted') await mailEnding(tx, network, sponsor)
    return redirect(
      `/networks/${network.slug}/sponsor`,
      sponsor.status === 'accepted' ? 'Sponsorship ended' : 'Invitation taken back',
    )
  }),
  open.get('/sponsorship/:token', (tx, ask) =>
    behindLink(tx, ask, async ({ token, sponsor, network }) => {
      const known = Boolean(await findNetwork(tx, network.slug))
      if (sponsor.status !== 'invited') return answeredView(token, network, sponsor, known)
      return invitationView(token, network, sponsor, known)
    }),
  ),
  open.get('/sponsorship/:token/acceptance', (tx, ask) =>
    behindLink(tx, ask, ({ token, sponsor, network }) =>
      sponsor.status === 'invited'
        ? acceptanceView(token, network, { name: sponsor.name, position: sponsor.position })
        : redirect(`/sponsorship/${token}`),
    ),
  ),
  open.post('/sponsorship/:token/acceptance', (tx, ask) =>
    behindLink(tx, ask, ({ token, sponsor, network }) => {
      const filled = fill(acceptanceForm, ask.body)
      if (!filled.ok) return acceptanceView(token, network, ask.body, filled.errors)
      return answer(tx, ask, { token, sponsor, network }, filled.value)
    }),
  ),
  open.post('/sponsorship/:token/refusal', (tx, ask) =>
    behindLink(tx, ask, (at) => answer(tx, ask, at, 'declined')),
  ),
  open.post('/sponsorship/:token/ending', (tx, ask) =>
    behindLink(tx, ask, async ({ token, sponsor, network }) => {
      await tx.asSystem('a sponsor steps down by their link', async (system) => {
        if (await withdrawAsSponsor(system, sponsor))
          await tellLeads(system, ask.app, network, sponsor, 'withdrew')
      })
      return redirect(`/sponsorship/${token}`)
    }),
  ),
]

async function askSomeone(tx: Tx, ask: Ask): Promise<Reply> {
  const network = await ledNetwork(tx, ask)
  const again = async (errors: { text: string; href: string }[]) =>
    sponsorView(ask, network, await askedSponsors(tx, network.id), dateOf(tx.now), {
      typed: ask.body,
      errors,
    })
  const filled = fill(askForm, ask.body)
  if (!filled.ok) return again(filled.errors)
  const { email, name, message } = filled.value
  if (!(await admissible(tx, email)))
    return again([
      fieldError(
        'email',
        'Enter a work email address of a public body. We do not know the part after the @',
      ),
    ])
  await limit(tx, 'sponsors asked', network.id, 10, 1440)
  const id = await askSponsor(tx, network.id, {
    name,
    address: email.address,
    key: email.key,
    position: filled.value.position,
  })
  if (!id) return again([fieldError('email', 'You have asked the owner of this address already')])
  await mailInvitation(tx, ask.app, network, { id, name, email: email.address }, message)
  return redirect(`/networks/${network.slug}/sponsor`, 'Invitation sent')
}

type Behind = { token: string; sponsor: Sponsor; network: Network }

/** What a signed link leads to. The link is the right to see it; nothing else is read for a stranger. */
async function behindLink(
  tx: Tx,
  ask: Ask,
  reply: (at: Behind) => Reply | Promise<Reply>,
): Promise<Reply> {
  const token = ask.params['token']!
  const id = found(tx.keys.verify('sponsor', token))
  const at = await tx.asSystem('show a sponsor what they were asked', async (system) => {
    const sponsor = found(await findSponsor(system, id))
    return { token, sponsor, network: found(await networkById(system, sponsor.network)) }
  })
  return hasLapsed(at.sponsor, dateOf(tx.now)) ? lapsedView() : reply(at)
}

async function answer(
  tx: Tx,
  ask: Ask,
  { token, sponsor, network }: Behind,
  said: 'declined' | { name: string; position: string },
): Promise<Reply> {
  await tx.asSystem('keep what a sponsor answered', async (system) => {
    const answered = await answerAsSponsor(system, sponsor, said)
    if (answered)
      await tellLeads(
        system,
        ask.app,
        network,
        sponsor,
        said === 'declined' ? 'declined' : 'accepted',
      )
  })
  return redirect(`/sponsorship/${token}`)
}
