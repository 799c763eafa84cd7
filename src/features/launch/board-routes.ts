import { allowed, found } from '#kernel/db.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { get, idIn, one, post, redirect, type Fields } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { positionIn } from '#kernel/position.ts'
import { isId } from '#kernel/viewer.ts'
import { myIntroductions, wordForm } from '#features/introductions/index.ts'
import { myCard } from '#features/members/index.ts'
import { auditAct, joinedNetwork, ledNetwork } from '#features/networks/index.ts'
import { boardView, cardView, newCardView } from './board-views.ts'
import { cardsOf, findCard, mostCards, myCards, putCard, takeDown, type Kind } from './cards.ts'
import { cardForm } from './forms.ts'
import { answerCard, matchCards } from './matching.ts'
import { board } from './page.ts'

const mostOthers = 100

export const boardRoutes = [
  get('/networks/:slug/launch/board', async (tx, ask) => {
    const { network } = await joinedNetwork(tx, ask)
    const kind = kindIn(one(ask.query, 'kind'))
    const after = positionIn(one(ask.query, 'after'))
    const [list, own, introductions] = await Promise.all([
      cardsOf(tx, network.id, kind, after),
      myCards(tx, network.id),
      myIntroductions(tx, network.id, 'swap'),
    ])
    return boardView(ask, network, { kind, list, isLater: after !== undefined, own, introductions })
  }),

  get('/networks/:slug/launch/board/new', async (tx, ask) => {
    const { network, mine } = await joinedNetwork(tx, ask)
    const name = (await myCard(tx, network.id, mine.id))?.name ?? ask.me.name
    const typed = { kind: kindIn(one(ask.query, 'kind')) }
    return newCardView(ask, network, name, { typed })
  }),

  post('/networks/:slug/launch/board/new', async (tx, ask) => {
    const { network, mine } = await joinedNetwork(tx, ask)
    const name = (await myCard(tx, network.id, mine.id))?.name ?? ask.me.name
    const filled = fill(cardForm, ask.body)
    if (!filled.ok) return newCardView(ask, network, name, filled)
    const { kind, text, named } = filled.value
    const up = await putCard(tx, network.id, mine.id, {
      kind,
      text,
      name: named === 'yes' ? name : '',
    })
    if (!up) {
      const words = `You have ${mostCards} cards up already. Take one down first`
      return newCardView(ask, network, name, {
        typed: ask.body,
        errors: [fieldError('text', words)],
      })
    }
    return redirect(`${board(network)}?kind=${kind}`, 'Your card is up')
  }),

  get('/networks/:slug/launch/board/:card', async (tx, ask) => {
    const { network, mine } = await joinedNetwork(tx, ask)
    const card = found(await findCard(tx, network.id, idIn(ask, 'card')))
    const name = (await myCard(tx, network.id, mine.id))?.name ?? ''
    const typed: Fields = network.sensitive ? {} : { name, reach: ask.me.email }
    const others = network.leads
      ? (await cardsOf(tx, network.id, otherKind(card.kind), undefined, mostOthers)).cards
      : []
    return cardView(ask, network, card, { typed }, others)
  }),

  post('/networks/:slug/launch/board/:card/answer', async (tx, ask) => {
    const { network, mine } = await joinedNetwork(tx, ask)
    const card = found(await findCard(tx, network.id, idIn(ask, 'card')))
    allowed(!card.mine)
    const filled = fill(wordForm, ask.body)
    if (!filled.ok) return cardView(ask, network, card, filled, [])
    await limit(tx, 'swap', mine.id, 20, 24 * 60)
    const answer = { membership: mine.id, word: filled.value }
    const asked = await answerCard(tx, ask.app, network, card, answer)
    return redirect(
      board(network),
      asked
        ? 'We have asked them. You get an email if they say yes'
        : 'You have answered this card already',
    )
  }),

  post('/networks/:slug/launch/board/:card/withdrawal', async (tx, ask) => {
    const { network } = await joinedNetwork(tx, ask)
    const card = found(await findCard(tx, network.id, idIn(ask, 'card')))
    allowed(card.mine || network.leads)
    await takeDown(tx, network.id, card.id)
    if (!card.mine) await auditAct(tx, 'launch.card-taken-down', network.id)
    return redirect(board(network), 'The card is down')
  }),

  post('/networks/:slug/launch/board/:card/match', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const card = found(await findCard(tx, network.id, idIn(ask, 'card')))
    const chosen = one(ask.body, 'with')
    const other = found(isId(chosen) ? await findCard(tx, network.id, chosen) : undefined)
    found(other.kind !== card.kind || undefined)
    const [challenge, help] = card.kind === 'challenge' ? [card, other] : [other, card]
    await matchCards(tx, ask.app, network, challenge, help)
    return redirect(board(network), 'We have asked both, unless they were asked before')
  }),
]

const kindIn = (text: string): Kind => (text === 'help' ? 'help' : 'challenge')
const otherKind = (kind: Kind): Kind => (kind === 'help' ? 'challenge' : 'help')
