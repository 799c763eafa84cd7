import type { App } from '#kernel/app.ts'
import type { Email } from '#kernel/mail.ts'
import { longDate } from '#kernel/clock.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Network } from '#features/networks/index.ts'
import type { Part, Purpose, Word } from './introductions.ts'
import { purposes } from './words.ts'

type Named = Pick<Network, 'name' | 'slug' | 'sensitive'>

/** Asks one of the two. It says nothing of the other. */
export function askedLetter(
  app: App,
  network: Named,
  purpose: Purpose,
  part: Part,
  introduction: Id,
): Omit<Email, 'to'> {
  if (network.sensitive) return neutral(app, 'something waits for your answer')
  const { subject, question } = purposes[purpose][part]
  return {
    subject: `${network.name}: ${subject}`,
    blocks: [
      question,
      'Neither of you learns who the other is, unless you both say yes. If you say no, or nothing, the other person is not told.',
      { button: 'Read more and answer', href: at(app, network, introduction) },
    ],
  }
}

/** Both have said yes: each learns how to reach the other. */
export function agreedLetter(
  app: App,
  network: Named,
  introduction: Id,
  other: Word,
  until: string,
): Omit<Email, 'to'> {
  if (network.sensitive) return neutral(app, 'someone has said yes')
  return {
    subject: `${network.name}: you both said yes`,
    blocks: [
      `You and ${other.name} have both said yes. Write to each other soon: a quarter of an hour is enough for a start.`,
      `How to reach ${other.name}: ${other.reach}`,
      ...(other.note ? [{ quote: other.note }] : []),
      { button: 'See it in the network', href: at(app, network, introduction) },
      `It lasts until ${longDate(until)}. Each of you can end it before then, and need not say why.`,
    ],
  }
}

/** Some weeks later: did it help? */
export function followLetter(app: App, network: Named, introduction: Id): Omit<Email, 'to'> {
  if (network.sensitive) return neutral(app, 'a short question for you')
  return {
    subject: `${network.name}: did it help?`,
    blocks: [
      'A month ago we introduced you to someone in the network. Did it help? One press of a button tells us, and only the number of answers is shown to anyone.',
      { button: 'Say whether it helped', href: at(app, network, introduction) },
    ],
  }
}

function neutral(app: App, subject: string): Omit<Email, 'to'> {
  return {
    subject: `Your network: ${subject}`,
    blocks: [
      'There is something for you in your network. Sign in to see it.',
      { button: 'See what waits for you', href: `${app.config.baseUrl}/home` },
    ],
  }
}

const at = (app: App, { slug }: Named, id: Id) =>
  `${app.config.baseUrl}/networks/${slug}/introductions/${id}`
