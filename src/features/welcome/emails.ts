import type { App } from '#kernel/app.ts'
import type { Email } from '#kernel/mail.ts'
import type { Block } from '#kernel/mail/email.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Network } from '#features/networks/index.ts'
import type { Choice } from './choices.ts'
import { stopPath } from './stopping.ts'
import type { Words } from './words.ts'

type Named = Pick<Network, 'name' | 'slug' | 'sensitive'>

/** What goes into the email that tells someone they are in: before its button and after it. */
export type WelcomeWords = { before: Block[]; after: Block[]; unsubscribe?: string }

/**
 * The leads' words for the email on the day of joining. Of a sensitive network they stand on its page
 * instead, since an email may be read over a shoulder.
 */
export function firstWords(
  app: App,
  network: Named,
  membership: Id,
  words: Words,
  choice: Choice,
): WelcomeWords {
  const stop = app.config.baseUrl + stopPath(app.db.keys, membership)
  const series: Block[] = choice.series_since
    ? [
        'Two more short emails come in your first month, after 7 days and after 30.',
        { link: 'Stop these two emails', href: stop },
      ]
    : []
  const unsubscribe = choice.series_since ? stop : undefined
  if (network.sensitive)
    return {
      before: ['Those who run it have written a welcome for you. Sign in to read it.'],
      after: series,
      unsubscribe,
    }
  return {
    before: [...blocksOf(words.opening), `A first thing to do: ${words.todo}`],
    after: [
      ...asking(words.contact),
      ...(choice.buddies
        ? [
            'Would you like a buddy: someone who has been here for a while, and whom you can ask anything?',
            { link: 'Ask for a buddy', href: pageOf(app, network, 'buddies') },
          ]
        : []),
      { link: 'Read this welcome again', href: pageOf(app, network, 'welcome') },
      ...series,
    ],
    unsubscribe,
  }
}

/** The email that tells someone that they have joined, with the leads' words in it. */
export function firstEmail(
  app: App,
  network: Named,
  { before, after, unsubscribe }: WelcomeWords,
): Omit<Email, 'to'> {
  const called = network.sensitive ? 'your network' : network.name
  return {
    subject: network.sensitive ? 'Your network: welcome' : `Welcome to ${network.name}`,
    blocks: [
      `You have joined ${called}. Thank you.`,
      ...before,
      {
        button: network.sensitive ? 'See your networks' : 'See the network',
        href: `${app.config.baseUrl}${network.sensitive ? '/home' : `/networks/${network.slug}`}`,
      },
      ...after,
      'You can leave at any time, at once, and nobody will ask why.',
    ],
    unsubscribe,
  }
}

/** The email of a day after joining, to one member. */
export function laterLetter(
  app: App,
  network: Named,
  step: 7 | 30,
  words: Words,
): (membership: Id) => Omit<Email, 'to'> {
  return (membership) => {
    const unsubscribe = app.config.baseUrl + stopPath(app.db.keys, membership)
    const stop: Block = { link: 'Stop these emails', href: unsubscribe }
    const time = step === 7 ? 'week' : 'month'
    if (network.sensitive)
      return {
        subject: `Your network: your first ${time}`,
        blocks: [
          `You have been in your network for a ${time}. Those who run it have a few words for you. Sign in to read them.`,
          { button: 'See your networks', href: `${app.config.baseUrl}/home` },
          stop,
        ],
        unsubscribe,
      }
    return {
      subject: `${network.name}: your first ${time}`,
      blocks: [
        ...blocksOf(words.opening),
        `${step === 7 ? 'One thing to do' : 'What you could do'}: ${words.todo}`,
        {
          button: step === 7 ? 'See the network' : 'See your membership',
          href: `${app.config.baseUrl}/networks/${network.slug}${step === 7 ? '' : '/membership'}`,
        },
        ...asking(words.contact),
        stop,
      ],
      unsubscribe,
    }
  }
}

const pageOf = (app: App, { slug }: Named, page: string) =>
  `${app.config.baseUrl}/networks/${slug}/${page}`

/** Whom to ask, in words of its own. */
const asking = (contact: string): Block[] => (contact ? [`Whom to ask: ${contact}`] : [])

/** What someone typed, as pieces of an email: a blank line parts paragraphs, lines with a dash make a list. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const paragraph of text.split(/\n\s*\n/)) {
    for (const line of paragraph.split('\n').filter((each) => each.trim())) {
      const item = /^\s*[-•*]\s+(.*)/.exec(line)?.[1]
      const last = blocks.at(-1)
      if (item === undefined) blocks.push(line.trim())
      else if (typeof last === 'object' && 'list' in last) last.list.push(item)
      else blocks.push({ list: [item] })
    }
  }
  return blocks
}
