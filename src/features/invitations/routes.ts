import { allowed, found, type Tx } from '#kernel/db.ts'
import { dropDraft, keepDraft, readDraft } from '#kernel/drafts.ts'
import { fieldError, type Filled } from '#kernel/forms.ts'
import { get, idIn, one, post, redirect, type Ask, type Fields, type Reply } from '#kernel/http.ts'
import { take } from '#kernel/limits.ts'
import { positionIn } from '#kernel/position.ts'
import { myCard } from '#features/members/index.ts'
import {
  actingMembership,
  findNetwork,
  ledNetwork,
  type Network,
} from '#features/networks/index.ts'
import { answerRoutes } from './answer-routes.ts'
import { checkView } from './check-views.ts'
import { mostADay, readInviteForm, type Wanted } from './forms.ts'
import { invite, mayInvite } from './invite.ts'
import { waitingInvitations, withdraw } from './waiting.ts'
import { changeReminders, reminds } from './reminders.ts'
import { isDiscreet, sendingsOf, takeBack, type Inviter } from './sendings.ts'
import { inviteView, type List } from './views.ts'
import { whatBecame } from './words.ts'

export const routes = [
  get('/networks/:slug/invitations', async (tx, ask) => {
    const network = await invitingNetwork(tx, ask)
    const typed = await readDraft<Fields>(tx, ask, journeyOf(network))
    return page(tx, ask, network, { typed: typed as Fields })
  }),
  post('/networks/:slug/invitations/check', async (tx, ask) => {
    const network = await openNetwork(tx, ask)
    const filled = await readInviteForm(tx, ask.body)
    if (!filled.ok) return page(tx, ask, network, filled)
    const { people = '', note = '' } = ask.body
    await keepDraft<Fields>(tx, ask, journeyOf(network), { people, note })
    return redirect(`${home(network)}/check`)
  }),
  get('/networks/:slug/invitations/check', async (tx, ask) => {
    const network = await openNetwork(tx, ask)
    const filled = await readInviteForm(tx, await kept(tx, ask, network))
    if (!filled.ok) return redirect(home(network))
    return checkView(ask, network, filled.value, await whoInvites(tx, network))
  }),
  post('/networks/:slug/invitations', async (tx, ask) => {
    const network = await openNetwork(tx, ask)
    const isChecked = one(ask.body, 'checked') === 'yes'
    const body = isChecked ? await kept(tx, ask, network) : ask.body
    if (isChecked && !body['people']) return redirect(home(network), 'These were sent already')
    const filled = await withinADay(tx, ask, network, await readInviteForm(tx, body))
    if (!filled.ok) return page(tx, ask, network, filled)
    const by = await whoInvites(tx, network)
    const outcomes = await invite(tx, network, {
      people: filled.value.people,
      note: filled.value.note,
      origin: by ? 'member' : 'lead',
      actor: await actingMembership(tx, network.id),
      by,
    })
    await dropDraft(tx, ask, journeyOf(network))
    return redirect(home(network), whatBecame(outcomes, network, by !== undefined))
  }),
  post('/networks/:slug/invitations/reminders', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const on = one(ask.body, 'reminders') === 'on'
    await changeReminders(tx, network, on)
    return redirect(home(network), on ? 'Reminders are on' : 'Reminders are off')
  }),
  post('/networks/:slug/invitations/:id/withdrawal', async (tx, ask) => {
    const network = found(await findNetwork(tx, ask.params['slug']!))
    allowed(network.leads || network.member)
    const id = idIn(ask)
    const actor = await actingMembership(tx, network.id)
    const done =
      (await takeBack(tx, network.id, id, actor)) || (await withdraw(tx, network.id, id, actor))
    return redirect(
      home(network),
      done
        ? 'The invitation was withdrawn. Its link no longer works'
        : 'That invitation is over already',
    )
  }),
  ...answerRoutes,
]

/** The network at this address, for those who may invite to it. */
async function invitingNetwork(tx: Tx, ask: Ask): Promise<Network> {
  const network = found(await findNetwork(tx, ask.params['slug']!))
  allowed(await mayInvite(tx, network.id))
  return network
}

/** The same, while it can be joined or is getting ready to be. */
async function openNetwork(tx: Tx, ask: Ask): Promise<Network> {
  const network = await invitingNetwork(tx, ask)
  allowed(network.status === 'live' || (network.leads && network.status === 'setting-up'))
  return network
}

/** Leads see who has not answered, where that tells nobody who joined; everyone else whom they invited. */
async function page(
  tx: Tx,
  ask: Ask,
  network: Network,
  filling: Pick<List, 'typed' | 'errors'>,
): Promise<Reply> {
  const after = positionIn(one(ask.query, 'after'))
  const told = network.leads && !isDiscreet(network)
  const list = told
    ? await waitingInvitations(tx, network.id, after)
    : await sendingsOf(
        tx,
        network,
        network.leads ? undefined : await actingMembership(tx, network.id),
        after,
      )
  const reminders = network.leads ? await reminds(tx, network) : undefined
  return inviteView(ask, { network, reminders, ...filling, ...list })
}

/** The member who invites, where it is not the leads: by name where members see each other's names. */
async function whoInvites(tx: Tx, network: Network): Promise<Inviter | undefined> {
  if (network.leads) return undefined
  const membership = found(await actingMembership(tx, network.id))
  if (network.names !== 'members' || network.sensitive) return { membership }
  return { membership, name: (await myCard(tx, network.id, membership))?.name }
}

async function withinADay(
  tx: Tx,
  ask: Ask,
  network: Network,
  filled: Filled<Wanted>,
): Promise<Filled<Wanted>> {
  if (!filled.ok) return filled
  const most = mostADay[network.leads ? 'lead' : 'member']
  const wanted = filled.value.people.length
  const taken = await take(tx, 'invitations a day', ask.me.person, { wanted, most, minutes: 1440 })
  if (taken === wanted) return filled
  const text = `You can invite ${most.toLocaleString('en-GB')} people a day, and with these it would be more. Take some off the list, or send them tomorrow`
  return { ok: false, typed: filled.typed, errors: [fieldError('people', text)] }
}

const kept = async (tx: Tx, ask: Ask, network: Network) =>
  (await readDraft<Fields>(tx, ask, journeyOf(network))) as Fields

const home = (network: Network) => `/networks/${network.slug}/invitations`

// The cookie that finds a draft does not name the network.
const journeyOf = (network: Network) => `invite-${network.id.slice(0, 8)}`
