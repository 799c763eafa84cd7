import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { askBoth, introduce, sayYes, type Word } from '#features/introductions/index.ts'
import { auditAct, type Network } from '#features/networks/index.ts'
import type { SwapCard } from './cards.ts'

/** For how many days two who swap stay introduced. */
const lasts = 60

/**
 * Someone answers a card: they say yes from the start, and its owner is asked. Out: false when they have
 * answered it already, or it has been taken down meanwhile.
 */
export async function answerCard(
  tx: Tx,
  app: App,
  network: Network,
  card: SwapCard,
  { membership, word }: { membership: Id; word: Word },
): Promise<boolean> {
  return tx.asSystem(
    'ask the owner of a card whether they want to be introduced',
    async (system) => {
      const owner = await ownerOf(system, card.id)
      if (!owner || owner === membership) return false
      const sides =
        card.kind === 'challenge'
          ? { asks: owner, helps: membership }
          : { asks: membership, helps: owner }
      const purpose = 'swap' as const
      const of = { network: network.id, purpose, ...sides, about: card.text, lasts }
      const id = await introduce(system, of)
      if (!id) return false
      await sayYes(system, id, membership, word)
      await askBoth(system, app, network, id)
      return true
    },
  )
}

/**
 * Leads bring a challenge and an offer of help together by hand: both owners are asked, once. The leads do not
 * learn whose cards they are, nor by trying which ones are of the same person: one card may show a name that its
 * owner has kept off the other. So nothing comes out, and the log says the same of every try.
 */
export async function matchCards(
  tx: Tx,
  app: App,
  network: Network,
  challenge: SwapCard,
  help: SwapCard,
): Promise<void> {
  await tx.asSystem('ask the owners of two cards', async (system) => {
    const [asks, helps] = [await ownerOf(system, challenge.id), await ownerOf(system, help.id)]
    if (!asks || !helps || asks === helps) return
    const about = `${challenge.text}\n\n${help.text}`
    const of = { network: network.id, purpose: 'swap' as const, asks, helps, about, lasts }
    const id = await introduce(system, of)
    if (id) await askBoth(system, app, network, id)
  })
  await auditAct(tx, 'launch.matched', network.id)
}

/** Of those who were introduced by a swap and asked, how many said that it helped: in fives, from ten on; null is withheld. */
export async function helpedFigures(
  tx: Tx,
  network: Id,
): Promise<{ answered: number; helped: number } | null> {
  const row = await tx.asSystem('count whether introductions helped', (system) =>
    system.row<{ answered: number; helped: number }>(sql`
      select count(*)::int as answered, (count(*) filter (where s.helped))::int as helped
      from introductions.side s join introductions.introduction i on i.id = s.introduction_id
      where s.network_id = ${network} and s.helped is not null and i.purpose = 'swap'`),
  )
  const inFives = (count: number) => Math.floor(count / 5) * 5
  return row!.answered < 10
    ? null
    : { answered: inFives(row!.answered), helped: inFives(row!.helped) }
}

/** Whose card it is, while it is up. */
async function ownerOf(system: Tx, card: Id): Promise<Id | undefined> {
  const row = await system.row<{ membership_id: Id }>(sql`
    select o.membership_id from launch.owner o join launch.card c on c.id = o.card_id
    where o.card_id = ${card} and c.ended_on is null for update of c`)
  return row?.membership_id
}
