import type { App } from '#kernel/app.ts'
import { found, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { networkById } from '#features/networks/index.ts'
import { choiceOf } from './choices.ts'
import { firstWords, type WelcomeWords } from './emails.ts'
import { wordsOf } from './letters.ts'

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
