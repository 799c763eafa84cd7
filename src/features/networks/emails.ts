import { longDate } from '#kernel/clock.ts'
import type { Email } from '#kernel/mail.ts'
import type { Network } from './find.ts'
import type { Coming } from './privacy-change.ts'
import { findableBy, joiningBy, namesSeenBy } from './words.ts'

/** An email before it is known to whom it goes. */
type Letter = (name: string) => Omit<Email, 'to'>

/** Where things are, from outside. */
export type Places = { baseUrl: string }

/** Members: the network rests, has closed or goes on. */
export function statusLetter({ baseUrl }: Places, network: Network, reason: string): Letter {
  const name = named(network)
  const did = { dormant: 'is resting for now', closed: 'has closed', live: 'is active again' }[
    network.status as 'live' | 'dormant' | 'closed'
  ]
  const means = {
    dormant:
      'Nothing is planned, and nobody new can join until it wakes up. You are still a member.',
    closed: 'Nobody can join any more, and nothing more is planned.',
    live: 'People can join again, and you are still a member.',
  }[network.status as 'live' | 'dormant' | 'closed']
  return (to) => ({
    subject: network.sensitive ? 'News about your network' : `${network.name} ${did}`,
    blocks: [
      `Hello ${to},`,
      `${name} ${did}. ${means}`,
      ...(reason && !network.sensitive
        ? ['This is why, in the words of its leads:', { quote: reason }]
        : []),
      ...(reason && network.sensitive ? ['The reason is on its page.'] : []),
      { button: 'See your network', href: placeOf(baseUrl, network) },
    ],
  })
}

/** Leads: one of them asks to make the network less private. */
export function proposedLetter({ baseUrl }: Places, network: Network): Letter {
  return (to) => ({
    subject: network.sensitive
      ? 'Your network needs your agreement'
      : `${network.name}: do you agree to a change of privacy?`,
    blocks: [
      `Hello ${to},`,
      `One of the leads of ${name(network)} would like to make it less private. That needs the agreement of every lead. Members then have 30 days before it takes effect.`,
      'If you agreed already, there is nothing to do.',
      {
        button: 'See what would change',
        href: network.sensitive
          ? `${baseUrl}/home`
          : `${baseUrl}/networks/${network.slug}/settings/privacy`,
      },
    ],
  })
}

/** Members: the network becomes less private, from when, and what they can do. */
export function comingLetter({ baseUrl }: Places, network: Network, coming: Coming): Letter {
  return (to) => ({
    subject: network.sensitive
      ? 'A change of privacy in your network'
      : `${network.name}: a change of privacy`,
    blocks: [
      `Hello ${to},`,
      `From ${longDate(coming.takes_effect_on!)}, ${name(network)} will be less private than it is now. All its leads agreed to this.`,
      'This is what changes:',
      { list: differences(network, coming) },
      'If you are not happy with that, talk to a lead. You can also leave before then: it takes one click, and nothing that says you were a member stays.',
      { button: 'See your network', href: placeOf(baseUrl, network) },
    ],
  })
}

/** Members: the change they were told of does not come. */
export function withdrawnLetter({ baseUrl }: Places, network: Network): Letter {
  return (to) => ({
    subject: network.sensitive
      ? 'Your network stays as private as it is'
      : `${network.name} stays as private as it is`,
    blocks: [
      `Hello ${to},`,
      `We told you that ${name(network)} would become less private. Its leads took that back. Nothing changes.`,
      { button: 'See your network', href: placeOf(baseUrl, network) },
    ],
  })
}

/** Leads of an umbrella: a network asks to be part of it. */
export function partAskedLetter({ baseUrl }: Places, umbrella: Network, part: Network): Letter {
  const which = part.sensitive || umbrella.sensitive ? 'A network' : part.name
  return (to) => ({
    subject:
      umbrella.sensitive || part.sensitive
        ? 'A network asks to be part of yours'
        : `${part.name} asks to be part of ${umbrella.name}`,
    blocks: [
      `Hello ${to},`,
      `${which} asks to be part of ${name(umbrella)}. You and the other leads decide.`,
      {
        button: 'See and decide',
        href: umbrella.sensitive
          ? `${baseUrl}/home`
          : `${baseUrl}/networks/${umbrella.slug}/settings/family`,
      },
    ],
  })
}

/** Leads of a network: whether the umbrella takes it in. */
export function partDecidedLetter(
  { baseUrl }: Places,
  part: Network,
  umbrella: Network | undefined,
): Letter {
  const subject = umbrella
    ? 'Your network is now part of another'
    : 'Your request to be part of another network'
  const isQuiet = part.sensitive || umbrella?.sensitive
  return (to) => ({
    subject,
    blocks: [
      `Hello ${to},`,
      umbrella
        ? `${named(part)} is now part of ${isQuiet ? 'the network you asked' : umbrella.name}.`
        : `The network that you asked has decided not to take in ${name(part)} for now. You can talk to its leads, and ask again.`,
      { button: 'See your network', href: placeOf(baseUrl, part) },
    ],
  })
}

/** What a change of privacy changes, in sentences. */
export function differences(
  now: Pick<Network, 'findable' | 'joining' | 'names' | 'sensitive'>,
  to: Pick<Coming, 'findable' | 'joining' | 'names' | 'sensitive'>,
): string[] {
  const changed = <T extends string>(
    what: string,
    before: T,
    after: T,
    words: Record<T, { label: string }>,
  ) =>
    before === after
      ? []
      : [
          `${what}: ${words[after].label.toLowerCase()}. Until now: ${words[before].label.toLowerCase()}.`,
        ]
  const list = [
    ...changed('Who can find the network', now.findable, to.findable, findableBy),
    ...changed('Who can join', now.joining, to.joining, joiningBy),
    ...changed('Who sees members’ names', now.names, to.names, namesSeenBy),
  ]
  if (now.sensitive && !to.sensitive)
    list.push(
      'It is no longer treated as a sensitive network: emails may name it, and its size may be published.',
    )
  if (!now.sensitive && to.sensitive) {
    list.push(
      'It is treated as a sensitive network: emails do not name it, and its size is not published.',
    )
  }
  if (list.length === 0) list.push('People of more organisations can find the network.')
  return list
}

const named = (network: Network) => (network.sensitive ? 'Your network' : network.name)
const name = (network: Network) => (network.sensitive ? 'your network' : network.name)
/** The address of a sensitive network may name it, so its emails lead home. */
const placeOf = (baseUrl: string, network: Network) =>
  network.sensitive ? `${baseUrl}/home` : `${baseUrl}/networks/${network.slug}`
