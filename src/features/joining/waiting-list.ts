import type { App } from '#kernel/app.ts'
import type { Tx } from '#kernel/db.ts'
import type { Email } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import { mailMember, placeWords } from '#features/members/index.ts'
import { networkById } from '#features/networks/index.ts'
import { welcomeWords } from '#features/welcome/index.ts'
import type { Chosen } from './queries.ts'

type Named = Pick<Chosen, 'name' | 'slug' | 'sensitive'>

/** To someone who joins as an ally where there is no room: that they wait, and where. */
export function waitingEmail(app: App, network: Named, place: number, to: Email['to']): Email {
  const { baseUrl } = app.config
  const called = network.sensitive ? 'a network' : network.name
  return {
    to,
    subject: network.sensitive
      ? 'Your network: you are on the waiting list'
      : `You are on the waiting list of ${network.name}`,
    blocks: [
      `Thank you for wanting to support ${called} as an ally. It keeps most of its places for the people whom it is for, and just now there is no room for another ally.`,
      `${placeWords(place, network)} Whoever came first gets the next place. You need do nothing: when it is your turn you are in, and we email you.`,
      network.sensitive
        ? { button: 'See your networks', href: `${baseUrl}/home` }
        : { button: 'See your place', href: `${baseUrl}/networks/${network.slug}/membership` },
      'If you change your mind, you can give up your place there at any time. Nobody is told.',
    ],
  }
}

/** An ally who waited is in, and is told, with what the leads tell everyone new. As the application. */
export async function tellLetIn(tx: Tx, app: App, id: Id, membership: Id): Promise<void> {
  const { name: called, slug, sensitive } = (await networkById(tx, id))!
  const { baseUrl } = app.config
  const { before, after, unsubscribe } = await welcomeWords(tx, app, id, membership)
  await mailMember(tx, membership, (name) => ({
    subject: sensitive ? 'Your network: you have a place' : `You have a place in ${called}`,
    blocks: [
      `Dear ${name},`,
      `${sensitive ? 'A network that you waited for' : called} has a place for you. You are now in it, as an ally. Thank you for waiting.`,
      ...before,
      sensitive
        ? { button: 'See your networks', href: `${baseUrl}/home` }
        : { button: `Go to ${called}`, href: `${baseUrl}/networks/${slug}` },
      ...after,
    ],
    unsubscribe,
  }))
}
