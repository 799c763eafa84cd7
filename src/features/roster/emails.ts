import { placeWords, type Letter } from '#features/members/index.ts'
import type { WelcomeWords } from '#features/welcome/index.ts'
import type { Network } from '#features/networks/index.ts'

type Named = Pick<Network, 'name' | 'slug' | 'sensitive'>

/** A lead said yes, with what the leads tell everyone new. An email about a sensitive network says nothing that tells which it is. */
export function approvedLetter(network: Named, site: string, words: WelcomeWords): Letter {
  return (name) =>
    network.sensitive
      ? {
          subject: 'Your network: a lead said yes',
          blocks: [
            `Dear ${name},`,
            'A network that you asked to join has said yes. You are now in it.',
            ...words.before,
            { button: 'See your networks', href: `${site}/home` },
            ...words.after,
          ],
          unsubscribe: words.unsubscribe,
        }
      : {
          subject: `You have joined ${network.name}`,
          blocks: [
            `Dear ${name},`,
            `A lead of ${network.name} has said yes to your request. You are now in the network.`,
            ...words.before,
            { button: `Go to ${network.name}`, href: `${site}/networks/${network.slug}` },
            ...words.after,
          ],
          unsubscribe: words.unsubscribe,
        }
}

/** A lead said yes, and there is no room for another ally: they wait for their turn. */
export function waitingLetter(network: Named, site: string, place: number): Letter {
  const turn = `${placeWords(place, network)} Whoever came first gets the next place. When it is your turn you are in, and we email you.`
  return (name) =>
    network.sensitive
      ? {
          subject: 'Your network: a lead said yes',
          blocks: [
            `Dear ${name},`,
            'A network that you asked to join as an ally has said yes. Just now it has no room for another ally.',
            turn,
            { button: 'See your networks', href: `${site}/home` },
          ],
        }
      : {
          subject: `You are on the waiting list of ${network.name}`,
          blocks: [
            `Dear ${name},`,
            `A lead of ${network.name} has said yes to your request. Just now it has no room for another ally.`,
            turn,
            { button: 'See your place', href: `${site}/networks/${network.slug}/membership` },
          ],
        }
}

/** A lead changed what they are in the network. */
export function categoryLetter(network: Named, site: string, category: 'member' | 'ally'): Letter {
  const [here, which] = network.sensitive
    ? ['your network', 'a network']
    : [network.name, network.name]
  return (name) => ({
    subject: network.sensitive
      ? 'Your network: something about you was changed'
      : `You are now ${category === 'ally' ? 'an ally' : 'a member'} in ${network.name}`,
    blocks: [
      `Dear ${name},`,
      `A lead of ${which} has changed how you are in it: you are now ${category === 'ally' ? 'an ally' : 'a member'}.`,
      `If that is not right, change it back on the page of your membership. You decide it yourself, and nobody asks for proof.`,
      network.sensitive
        ? { button: 'See your networks', href: `${site}/home` }
        : {
            button: `See your membership of ${here}`,
            href: `${site}/networks/${network.slug}/membership`,
          },
    ],
  })
}

/** A lead said no, and why. */
export function declinedLetter(network: Named, site: string, reason: string): Letter {
  const [subject, which] = network.sensitive
    ? ['Your request to join a network', 'a network']
    : [`Your request to join ${network.name}`, network.name]
  return (name) => ({
    subject,
    blocks: [
      `Dear ${name},`,
      `Thank you for asking to join ${which}. Its leads could not say yes this time. This is what they wrote:`,
      { quote: reason },
      'Nothing that you told them was kept. You can ask again later, and there may be other networks for you.',
      { button: 'See other networks', href: `${site}/networks` },
    ],
  })
}

/** A lead took someone out. */
export function removedLetter(network: Named, site: string): Letter {
  const which = network.sensitive ? 'one of your networks' : network.name
  return (name) => ({
    subject: network.sensitive
      ? 'Your networks have changed'
      : `You are no longer in ${network.name}`,
    blocks: [
      `Dear ${name},`,
      `A lead has ended your membership of ${which}. What the network knew about you has been erased.`,
      'If you think this is a mistake, you can ask to join again, and a lead will look at it.',
      { button: 'See your networks', href: `${site}/home` },
    ],
  })
}

/** Somebody was given a role. */
export function roleLetter(
  network: Named,
  site: string,
  role: { name: string; manages: boolean; ends: string },
): Letter {
  const which = network.sensitive ? 'your network' : network.name
  return (name) => ({
    subject: network.sensitive
      ? 'Your network: you have a role'
      : `You have a role in ${network.name}`,
    blocks: [
      `Dear ${name},`,
      // What a role is called may say which network it is.
      `A lead of ${which} has given you a role${network.sensitive ? '' : `: ${role.name}`}, until ${role.ends}.`,
      ...(role.manages
        ? ['With it you can manage the network: let people in, change its pages and its settings.']
        : []),
      'If you did not agree to this, you can give the role up on the page of your membership.',
      network.sensitive
        ? { button: 'See your networks', href: `${site}/home` }
        : { button: 'See your membership', href: `${site}/networks/${network.slug}/membership` },
    ],
  })
}
