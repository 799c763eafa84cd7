import type { App } from '#kernel/app.ts'
import { allowed, found, type Tx } from '#kernel/db.ts'
import type { Ask } from '#kernel/http.ts'
import type { Id } from '#kernel/viewer.ts'
import { myMembership, type MyMembership } from '#features/members/index.ts'
import { findNetwork, networkById, type Network } from '#features/networks/index.ts'
import { choiceOf } from './choices.ts'
import { firstWords, type WelcomeWords } from './emails.ts'
import { wordsOf } from './letters.ts'

/** The network of an address with the viewer's membership, for those who are in it. */
export async function joinedNetwork(
  tx: Tx,
  ask: Ask,
): Promise<{ network: Network; mine: MyMembership }> {
  const network = found(await findNetwork(tx, ask.params['slug']!))
  allowed(network.member)
  return { network, mine: found(await myMembership(tx, network.id)) }
}

/** What a network tells someone who has just joined, to go into the email that says that they have. */
export async function welcomeWords(
  tx: Tx,
  app: App,
  network: Id,
  membership: Id,
): Promise<WelcomeWords> {
  const full = found(await networkById(tx, network))
  const [{ words }, choice] = await Promise.all([wordsOf(tx, full, 0), choiceOf(tx, network)])
  return firstWords(app, full, membership, words, choice)
}
