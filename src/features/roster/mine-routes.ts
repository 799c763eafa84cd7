import { allowed, found } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { get, idIn, one, post, redirect } from '#kernel/http.ts'
import {
  agreeToBeNamed,
  answersOf,
  changeAnswers,
  changeDisplayName,
  chooseCategory,
  findRole,
  isOnlyLead,
  leaveNetwork,
  myCard,
  myPlace,
  offerForRoles,
  questionsOf,
  readAnswers,
  rolesHeld,
  typedAnswers,
} from '#features/members/index.ts'
import { panelsOf } from '#features/networks/index.ts'
import { myDetails } from '#features/people/index.ts'
import { ownMembership } from './find.ts'
import { categoryForm, nameForm } from './forms.ts'
import { lastLeadView } from './member-views.ts'
import { myAnswersView, myCategoryView, myNameView, myRoleView } from './mine-form-views.ts'
import { leaveView, membershipView } from './mine-views.ts'
import { mayBeAlly } from './queries.ts'

export const mineRoutes = [
  get('/networks/:slug/membership', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    return membershipView(ask, network, mine, {
      card: await myCard(tx, network.id, mine.id),
      answers: (await answersOf(tx, network.id, [mine.id])).get(mine.id) ?? [],
      asks: (await questionsOf(tx, network.id)).length > 0,
      roles: (await rolesHeld(tx, network.id)).filter((role) => role.membership_id === mine.id),
      mayBeAlly: await mayBeAlly(tx, network.id),
      panels:
        mine.status === 'active' ? await panelsOf(tx, ask.app.features, 'membership', network) : [],
      place: mine.status === 'waiting' ? await myPlace(tx, network.id) : undefined,
    })
  }),

  get('/networks/:slug/membership/name', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    const card = await myCard(tx, network.id, mine.id)
    return myNameView(ask, network, ask.me.name, { typed: { name: card?.own ? card.name : '' } })
  }),

  post('/networks/:slug/membership/name', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    const filled = fill(nameForm, ask.body)
    if (!filled.ok) return myNameView(ask, network, ask.me.name, filled)
    await changeDisplayName(
      tx,
      network.id,
      mine.id,
      filled.value.name,
      (await myDetails(tx, ask.me)).name,
    )
    return redirect(`/networks/${network.slug}/membership`, 'Your name here is changed')
  }),

  get('/networks/:slug/membership/category', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    allowed(mine.status === 'active')
    return myCategoryView(ask, network, mine, { mayBeAlly: await mayBeAlly(tx, network.id) })
  }),

  post('/networks/:slug/membership/category', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    allowed(mine.status === 'active')
    const filled = fill(categoryForm, ask.body)
    const ally = await mayBeAlly(tx, network.id)
    if (!filled.ok)
      return myCategoryView(ask, network, mine, { mayBeAlly: ally, errors: filled.errors })
    allowed(filled.value.category === 'member' || ally)
    await chooseCategory(tx, network.id, mine.id, filled.value.category)
    return redirect(`/networks/${network.slug}/membership`, 'Saved')
  }),

  get('/networks/:slug/membership/answers', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    const questions = await questionsOf(tx, network.id)
    const given = (await answersOf(tx, network.id, [mine.id])).get(mine.id) ?? []
    return myAnswersView(ask, network, questions, { typed: typedAnswers(questions, given) })
  }),

  post('/networks/:slug/membership/answers', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    const questions = await questionsOf(tx, network.id)
    const { answers, errors } = readAnswers(questions, ask.body)
    if (errors.length > 0)
      return myAnswersView(ask, network, questions, { typed: ask.body, errors })
    await changeAnswers(tx, network.id, mine.id, answers)
    return redirect(`/networks/${network.slug}/membership`, 'Your answers are changed')
  }),

  get('/networks/:slug/membership/roles/:id', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    const role = await findRole(tx, network.id, idIn(ask))
    return myRoleView(
      ask,
      network,
      found(role?.membership_id === mine.id && role.ended_on === null ? role : undefined),
      { typed: { name: role?.public_name ?? ask.me.name } },
    )
  }),

  post('/networks/:slug/membership/roles/:id', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    const role = await findRole(tx, network.id, idIn(ask))
    found(role?.membership_id === mine.id || undefined)
    const agrees = one(ask.body, 'named') === 'yes'
    const filled = fill(nameForm, ask.body)
    if (!filled.ok) return myRoleView(ask, network, role!, filled)
    await agreeToBeNamed(tx, network.id, role!.id, agrees ? filled.value.name || ask.me.name : '')
    return redirect(
      `/networks/${network.slug}/membership`,
      agrees
        ? 'You are now named on the network’s page'
        : 'You are not named on the network’s page',
    )
  }),

  post('/networks/:slug/membership/offer', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    const offers = one(ask.body, 'offers') === 'yes'
    await offerForRoles(tx, network.id, mine.id, offers)
    return redirect(
      `/networks/${network.slug}/membership`,
      offers
        ? 'The leads now see that you would take on a role'
        : 'The leads no longer see that you offered',
    )
  }),

  get('/networks/:slug/leave', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    return (await isOnlyLead(tx, network.id, mine.id))
      ? lastLeadView(ask, network, 'before-leaving')
      : leaveView(ask, network, mine)
  }),

  post('/networks/:slug/leave', async (tx, ask) => {
    const { network, mine } = await ownMembership(tx, ask)
    const outcome = await leaveNetwork(tx, network.id, ask.me)
    if (outcome === 'last-lead') return lastLeadView(ask, network, 'mine')
    return redirect(
      '/home',
      {
        active: 'You have left. Nothing that says you were in the network is kept',
        requested: 'You have taken your request back. Nothing of it is kept',
        waiting: 'You have given up your place. Nothing of it is kept',
      }[mine.status],
    )
  }),
]
