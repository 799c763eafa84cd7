import type { App } from '#kernel/app.ts'
import { longDate } from '#kernel/clock.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Email } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Network } from '#features/networks/index.ts'
import type { Content } from './queries.ts'

/** What an invitation says of its network, and who sends it. */
export type Inviting = Pick<Network, 'name' | 'purpose' | 'sensitive'> & { origin: string }

/** Where an invitation's page is. The token in it is signed: no other can be guessed. */
export function invitationPath(keys: Keys, invitation: Id): string {
  return `/invitations/${keys.sign('invitation-link', invitation)}`
}

/** The email that invites. It never says or hints what the person it goes to may be. A sensitive network is not named. */
export function invitationEmail(app: App, network: Inviting, id: Id, content: Content): Email {
  return letter(network, content, app.config.baseUrl + invitationPath(app.db.keys, id))
}

/** The same before it is sent, to somebody made up: the button leads nowhere. */
export function exampleEmail(network: Inviting, content: Content): Email {
  return letter(network, content, '#email')
}

/** The one reminder of an invitation that was not answered. */
export function reminderEmail(
  app: App,
  network: Inviting,
  { id, sentOn, expiresOn }: { id: Id; sentOn: string; expiresOn: string },
  content: Content,
): Email {
  const { name, address } = content
  const invited = network.sensitive ? '' : ` to ${network.name}`
  return {
    to: { name, address },
    subject: network.sensitive ? 'Your invitation' : `Your invitation from ${network.name}`,
    blocks: [
      `On ${longDate(sentOn)} we sent you an invitation${invited}. You can still answer it, until ${longDate(expiresOn)}. We remind you once, and not again.`,
      { button: 'See the invitation', href: app.config.baseUrl + invitationPath(app.db.keys, id) },
      'Anyone may be invited: it says nothing about you. On that page you can also say no, once or for good. If you do nothing, nothing happens.',
    ],
  }
}

function letter(network: Inviting, { name, address, note, from }: Content, href: string): Email {
  const button = { button: 'See the invitation', href }
  const closing = [
    'The invitation is for this email address only, and is there for 30 days.',
    'You can also say no on that page, and we will not ask you again for this network, or for any. If you do nothing, nothing happens.',
  ]
  if (network.sensitive) {
    return {
      to: { name, address },
      subject: 'You have an invitation',
      blocks: [
        'Someone would like to tell you about a network for people who work in public service. It may interest you, or people you know. The page says which one, and who can see what.',
        button,
        ...closing,
      ],
    }
  }
  return {
    to: { name, address },
    subject: `An invitation from ${network.name}`,
    blocks: [
      `${opening(network, from)} Anyone may be invited: it says nothing about you.`,
      ...(network.purpose ? [network.purpose] : []),
      ...(note ? [from ? `${from} wrote:` : 'They wrote:', { quote: note }] : []),
      button,
      ...closing,
    ],
  }
}

function opening({ name, origin }: Inviting, from: string | undefined): string {
  if (origin === 'interest')
    return `You asked to hear when ${name} starts. It has started, and you are invited to join.`
  if (origin === 'member')
    return `${from ?? `A member of ${name}`} thinks that ${from ? name : 'the network'} may interest you, or people you know, and invites you to join.`
  return `The leads of ${name} would like you to know about it, and invite you to join.`
}
