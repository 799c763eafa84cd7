import type { App } from '#kernel/app.ts'
import type { Email } from '#kernel/mail.ts'
import type { Letter } from '#features/members/index.ts'
import { firstEmail, type WelcomeWords } from '#features/welcome/index.ts'
import type { Chosen } from './queries.ts'

/** The email that carries a code and a link. The same whoever asked, and whatever they join. */
export function codeEmail(app: App, address: string, given: { code: string; link: string }): Email {
  return {
    to: { name: '', address },
    subject: 'Your security code',
    blocks: [
      'Someone, we hope you, is joining on Guildhall with this email address. This is the code that confirms it:',
      { code: given.code },
      'It works once, for 10 minutes, in the browser where you asked for it.',
      {
        button: 'Confirm with a link instead',
        href: `${app.config.baseUrl}/join/confirm/${given.link}`,
      },
      'If this was not you, you need do nothing. Nobody can join with your address without the code.',
    ],
  }
}

type Named = Pick<Chosen, 'name' | 'slug' | 'sensitive' | 'contact'>

/** One network's email to someone who has joined it (then with `words` of welcome), or asked to. It knows of no other network. */
export function welcomeEmail(
  app: App,
  network: Named,
  outcome: 'joined' | 'requested',
  to: Email['to'],
  words?: WelcomeWords,
): Email {
  const called = network.sensitive ? 'your network' : network.name
  const page = `${app.config.baseUrl}${network.sensitive ? '/home' : `/networks/${network.slug}`}`
  if (words) return { to, ...firstEmail(app, network, words) }
  return {
    to,
    subject: network.sensitive
      ? 'Your network: we have your request'
      : `You have asked to join ${network.name}`,
    blocks: [
      `You have asked to join ${called}.`,
      'Its leads have been told. We will email you when they have decided.',
      { button: network.sensitive ? 'See your networks' : 'See the network', href: page },
    ],
  }
}

/** Tells a network's leads that someone asks to join. Who it is, they see when they are signed in. */
export function requestEmail(app: App, network: Named): Letter {
  const { baseUrl } = app.config
  return () =>
    network.sensitive
      ? {
          subject: 'Your network: something waits for you',
          blocks: [
            'Something in your network waits for a decision by a lead.',
            { button: 'Sign in to see it', href: `${baseUrl}/home` },
          ],
        }
      : {
          subject: `Someone asks to join ${network.name}`,
          blocks: [
            `Someone has asked to join ${network.name}. A kind, quick answer makes a good start.`,
            {
              button: 'See who asks',
              href: `${baseUrl}/networks/${network.slug}/members#requests`,
            },
          ],
        }
}
