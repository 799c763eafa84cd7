import type { App } from '#kernel/app.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Email } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Network } from '#features/networks/index.ts'
import type { Content } from './queries.ts'

/** Where an invitation's page is. The token in it is signed: no other can be guessed. */
export function invitationPath(keys: Keys, invitation: Id): string {
  return `/invitations/${keys.sign('invitation-link', invitation)}`
}

/** The email that invites. It never says or hints what the person it goes to may be. A sensitive network is not named. */
export function invitationEmail(
  app: App,
  network: Pick<Network, 'name' | 'purpose' | 'sensitive'>,
  id: Id,
  { name, address, note }: Content,
): Email {
  const link = app.config.baseUrl + invitationPath(app.db.keys, id)
  const closing = [
    'The invitation is for this email address only, and is there for 30 days.',
    'You can also say no on that page, and we will not ask you again for this network. If you do nothing, nothing happens.',
  ]
  if (network.sensitive) {
    return {
      to: { name, address },
      subject: 'You have an invitation',
      blocks: [
        'Someone would like to tell you about a network for people who work in public service. The page says which one, and who can see what.',
        { button: 'See the invitation', href: link },
        ...closing,
      ],
    }
  }
  return {
    to: { name, address },
    subject: `An invitation from ${network.name}`,
    blocks: [
      `The leads of ${network.name} would like you to know about it, and invite you to join. Anyone may be invited: it says nothing about you.`,
      ...(network.purpose ? [network.purpose] : []),
      ...(note ? ['They wrote:', { quote: note }] : []),
      { button: 'See the invitation', href: link },
      ...closing,
    ],
  }
}
