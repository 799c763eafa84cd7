import type { App } from '#kernel/app.ts'
import { longDate } from '#kernel/clock.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Email } from '#kernel/mail.ts'
import type { Block } from '#kernel/mail/email.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Network } from '#features/networks/index.ts'
import type { Letter } from './letters.ts'

type About = Pick<Network, 'name' | 'slug' | 'sensitive'>
type To = Email['to']

/** Where someone reads the news of a network that they would join, and takes it back. Nobody can guess it. */
const interestPath = (keys: Keys, interest: Id): string =>
  `/interest/${keys.sign('interest-link', interest)}`

/** To someone who has just said that they would join. */
export function notedEmail(app: App, network: About, interest: Id, to: To): Email {
  return {
    to,
    subject: network.sensitive
      ? 'We have noted your answer'
      : `You said that you would join ${network.name}`,
    blocks: [
      `Hello ${to.name},`,
      `You said that you would join ${named(network)} if it starts. It is not a promise, and you are not in it.`,
      'We tell you how it goes. If it starts, you get an invitation, and then you decide.',
      'You can change your mind at any time, and then nothing of it is kept.',
      {
        button: 'See it, or change your mind',
        href: app.config.baseUrl + interestPath(app.db.keys, interest),
      },
    ],
  }
}

/** News to someone who would join. Of a sensitive network it is on the page, and not in the email. */
export function letterEmail(app: App, network: About, letter: Letter, interest: Id, to: To): Email {
  const { subject, words } = news(network, letter)
  const blocks: Block[] = [`Hello ${to.name},`, ...words]
  if (letter.text && !network.sensitive)
    blocks.push('The people who propose it write:', { quote: letter.text })
  blocks.push(
    {
      button: letter.text && network.sensitive ? 'Read it' : 'See it, or change your mind',
      href: app.config.baseUrl + interestPath(app.db.keys, interest),
    },
    'You get this because you said that you would join. On that page you can change your mind, and you hear no more of it.',
  )
  return { to, subject, blocks }
}

function news(network: About, { kind }: Letter): { subject: string; words: string[] } {
  const name = network.sensitive ? undefined : network.name
  const it = named(network)
  switch (kind) {
    case 'update':
      return {
        subject: name ? `News about ${name}` : 'News for you',
        words: [`There is news about ${it}, which you said you would join.`],
      }
    case 'extended':
      return {
        subject: name ? `${name} has more time` : 'News for you',
        words: [
          `Not enough people have said yet that they would join ${it}. The people who propose it have given it more time. You need not do anything. You could tell someone about it.`,
        ],
      }
    case 'started':
      return {
        subject: name ? `${name} is going to start` : 'News for you',
        words: [
          `Good news: ${it}, which you said you would join, is going to start. A small team now sets it up. That can take some weeks.`,
          'When it opens we send you an invitation. You are in nothing until you say yes to it.',
        ],
      }
    case 'dropped':
      return {
        subject: name ? `${name} does not start for now` : 'News for you',
        words: [
          `You said that you would join ${it}. It does not start for now. Thank you for saying so all the same: it showed that you care.`,
          'There is nothing you need to do. What we noted is deleted in 30 days, or at once on the page below.',
        ],
      }
  }
}

/** To the leads: what they decide on now. */
export function decideEmail(
  app: App,
  network: About,
  why: 'reached' | 'over' | 'still-over',
  byOn: string,
): (name: string) => Omit<Email, 'to'> {
  const it = network.sensitive ? 'your network' : network.name
  const words = {
    reached: `Enough people have said that they would join ${it}. You can start it now. They are told, and invited once it is live.`,
    over: `The time for ${it} was up on ${longDate(byOn)}, and not enough people have said that they would join. You decide: give it more time once, start it anyway, or drop it with a kind word.`,
    'still-over': `The time for ${it} was up on ${longDate(byOn)}. The people who would join wait to hear from you. If nothing is decided, we drop it for you in 30 days, and tell them.`,
  }[why]
  const subjects = {
    reached: network.sensitive
      ? 'Your network: enough people'
      : `Enough people would join ${network.name}`,
    over: network.sensitive ? 'Your network needs a decision' : `${network.name}: time to decide`,
    'still-over': network.sensitive
      ? 'Your network still needs a decision'
      : `${network.name}: people are waiting for your decision`,
  }
  return (name) => ({
    subject: subjects[why],
    blocks: [
      `Hello ${name},`,
      words,
      {
        button: 'Decide',
        href: network.sensitive
          ? `${app.config.baseUrl}/home`
          : `${app.config.baseUrl}/networks/${network.slug}/proposal`,
      },
    ],
  })
}

const named = (network: About) => (network.sensitive ? 'a network' : network.name)
