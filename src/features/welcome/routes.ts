import { addDays, dateOf } from '#kernel/clock.ts'
import { found } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { get, one, open, post, redirect, type Ask } from '#kernel/http.ts'
import { joinedNetwork, ledNetwork, type Network } from '#features/networks/index.ts'
import { buddyOffer } from './buddy-views.ts'
import { choiceOf, switchSeries, type Choice } from './choices.ts'
import { firstEmail, firstWords, laterLetter } from './emails.ts'
import { wordsForm } from './forms.ts'
import { allWords, forgetWords, wordsOf, writeWords } from './letters.ts'
import { stoppedView, stopView, welcomeView } from './member-views.ts'
import { chooseEmails, membershipOfLink, stopByLink } from './stopping.ts'
import { home, settingsView, wordsView } from './views.ts'
import { stepNamed, type Step, type Words } from './words.ts'

export const routes = [
  get('/networks/:slug/welcome', async (tx, ask) => {
    const { network, mine } = await joinedNetwork(tx, ask)
    const words = await allWords(tx, network)
    const choice = await choiceOf(tx, network.id)
    const today = dateOf(tx.now)
    const isGoing = choice.series_since !== null && mine.joined_on >= choice.series_since
    const later = ([30, 7] as const)
      .map((step) => ({ on: addDays(mine.joined_on, step), words: words[step].words }))
      .filter(({ on }) => isGoing && on <= today && on > addDays(today, -30))
    const more = choice.buddies ? buddyOffer(network) : undefined
    return welcomeView(ask, network, words[0].words, later, more)
  }),

  get('/networks/:slug/welcome/settings', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const choice = await choiceOf(tx, network.id)
    return settingsView(ask, network, choice, await allWords(tx, network))
  }),

  post('/networks/:slug/welcome/settings/series', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const on = one(ask.body, 'on') === 'yes'
    await switchSeries(tx, network.id, on)
    return redirect(
      home(network),
      on
        ? 'The emails go to everyone who joins from today on'
        : 'The two later emails have stopped',
    )
  }),

  get('/networks/:slug/welcome/settings/emails/:step', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const step = stepAt(ask)
    const { words, own } = await wordsOf(tx, network, step)
    const email = exampleOf(ask, network, step, words, await choiceOf(tx, network.id))
    return wordsView(ask, network, step, { typed: words }, { own, email })
  }),

  post('/networks/:slug/welcome/settings/emails/:step', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const step = stepAt(ask)
    const filled = fill(wordsForm, ask.body)
    const { own } = await wordsOf(tx, network, step)
    if (!filled.ok) return wordsView(ask, network, step, filled, { own })
    if (one(ask.body, 'show') === 'yes') {
      const choice = await choiceOf(tx, network.id)
      const email = exampleOf(ask, network, step, filled.value, choice)
      return wordsView(ask, network, step, filled, { own, email })
    }
    await writeWords(tx, network.id, step, filled.value)
    return redirect(home(network), 'Your words are saved')
  }),

  post('/networks/:slug/welcome/settings/emails/:step/usual', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    await forgetWords(tx, network.id, stepAt(ask))
    return redirect(home(network), 'The usual words are back')
  }),

  post('/networks/:slug/membership/emails', async (tx, ask) => {
    const { network, mine } = await joinedNetwork(tx, ask)
    const wants = one(ask.body, 'wants') === 'yes'
    await chooseEmails(tx, network.id, mine.id, wants)
    return redirect(
      `/networks/${network.slug}/membership`,
      wants ? 'You get the emails of the first month' : 'These emails have stopped',
    )
  }),

  open.get('/welcome/stop/:token', (_tx, ask) => {
    found(membershipOfLink(ask.app.db.keys, ask.params['token']!))
    return stopView(ask.params['token']!)
  }),

  open.post('/welcome/stop/:token', async (tx, ask) => {
    const membership = found(membershipOfLink(ask.app.db.keys, ask.params['token']!))
    await tx.asSystem('stop emails by the link in one of them', (system) =>
      stopByLink(system, membership),
    )
    return stoppedView()
  }),
]

/** The email of an address: 404 for a day that has none. */
const stepAt = (ask: Ask): Step => found(stepNamed(ask.params['step']!))

/** The email as nobody in particular would get it: the links in it work for no one. */
function exampleOf(ask: Ask, network: Network, step: Step, words: Words, choice: Choice) {
  const nobody = '00000000-0000-4000-8000-000000000000'
  return step === 0
    ? firstEmail(ask.app, network, firstWords(ask.app, network, nobody, words, choice))
    : laterLetter(ask.app, network, step, words)(nobody)
}
