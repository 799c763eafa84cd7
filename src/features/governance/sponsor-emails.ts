import type { App } from '#kernel/app.ts'
import { addDays, dateOf, longDate } from '#kernel/clock.ts'
import type { Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import { sendMail, type Email } from '#kernel/mail.ts'
import { mailLeads } from '#features/members/index.ts'
import type { Network } from '#features/networks/index.ts'
import { standsFor, type Sponsor } from './sponsors.ts'

type Asked = Pick<Sponsor, 'id' | 'name' | 'email'>

/** Asks someone to be the sponsor. A sensitive network is named on the page behind the link, not here. */
export async function mailInvitation(
  tx: Tx,
  app: App,
  network: Network,
  sponsor: Asked,
  message = '',
): Promise<void> {
  const named = network.sensitive ? 'a network' : network.name
  const until = longDate(addDays(dateOf(tx.now), standsFor))
  await sendMail(tx, {
    to: { name: sponsor.name, address: sponsor.email },
    subject: `Will you be the sponsor of ${named}?`,
    blocks: [
      `Hello ${sponsor.name}`,
      `The people who lead ${named} ask you to be its sponsor: a senior person who speaks up for it and opens doors.`,
      ...(message ? [{ quote: message }] : []),
      'The page behind this button says what a sponsor does and what others would see. You can say yes or no there.',
      {
        button: 'Read more and answer',
        href: app.config.baseUrl + sponsorshipPath(tx.keys, sponsor.id),
      },
      `You can answer until ${until}. You do not need an account.`,
    ],
  })
}

/** Tells a sponsor that the leads ended it. */
export async function mailEnding(tx: Tx, network: Network, sponsor: Asked): Promise<void> {
  const named = network.sensitive ? 'a network' : network.name
  await sendMail(tx, {
    to: { name: sponsor.name, address: sponsor.email },
    subject: `You are no longer the sponsor of ${named}`,
    blocks: [
      `Hello ${sponsor.name}`,
      `The people who lead ${named} have ended your time as its sponsor. Your name and position are no longer on its pages.`,
      'Thank you for speaking up for it.',
    ],
  })
}

/** Tells the leads what a sponsor answered. */
export async function tellLeads(
  tx: Tx,
  app: App,
  network: Network,
  sponsor: Asked,
  answer: 'accepted' | 'declined' | 'withdrew',
): Promise<void> {
  const named = network.sensitive ? 'your network' : network.name
  const { subject, line } = answers[answer](
    network.sensitive ? 'Someone you asked' : sponsor.name,
    named,
  )
  await mailLeads(tx, network.id, (name): Omit<Email, 'to'> => ({
    subject: `${network.sensitive ? 'Your network' : network.name}: ${subject}`,
    blocks: [
      `Hello ${name}`,
      line,
      // The address of a sensitive network may name it, so its emails lead home.
      network.sensitive
        ? { button: 'See your networks', href: `${app.config.baseUrl}/home` }
        : {
            button: 'See your sponsors',
            href: `${app.config.baseUrl}/networks/${network.slug}/sponsor`,
          },
    ],
  }))
}

/** Where someone who was asked finds what they were asked. */
export function sponsorshipPath(keys: Keys, id: string): string {
  return `/sponsorship/${keys.sign('sponsor', id)}`
}

const answers = {
  accepted: (who: string, named: string) => ({
    subject: 'you have a sponsor',
    line: `${who} has agreed to be the sponsor of ${named}. A good next step is half an hour together: what you want to reach, and where you need help.`,
  }),
  declined: (who: string, named: string) => ({
    subject: 'an answer from someone you asked',
    line: `${who} cannot be the sponsor of ${named}. That happens often, and mostly for want of time. Ask someone else when you are ready.`,
  }),
  withdrew: (who: string, named: string) => ({
    subject: 'your sponsor has stepped down',
    line: `${who === 'Someone you asked' ? 'A sponsor' : who} is no longer the sponsor of ${named}. It is worth thanking them, and asking who could follow.`,
  }),
}
