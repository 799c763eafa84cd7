import { dateOf } from '#kernel/clock.ts'
import { type Tx } from '#kernel/db.ts'
import { open, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { countSource, discountOpened } from '#features/joining/index.ts'
import { readCode } from './codes.ts'
import { behindLink } from './go.ts'
import { nowhereView } from './go-views.ts'
import { watchOpenings } from './openings.ts'

const openedBy = watchOpenings()

/**
 * A short link leads to the page where its network is joined, and nowhere else: the address is made of what is
 * known of the network, never of what was asked for. What leads nowhere, was retired or is not for the viewer to
 * know of answers alike.
 */
export const goRoutes = [
  open.get('/go/:code', async (tx, ask) => {
    const link = await behindLink(tx, readCode(ask.params['code']!) ?? '')
    if (!link) return nowhereView(ask)
    await count(tx, ask, { network: link.id, code: link.code })
    return goOn(`/join?network=${encodeURIComponent(link.slug)}&from=${link.code}`)
  }),
]

const goOn = (to: string): Reply => ({ ...redirect(to), status: 302 })

/** Counts an opening by its link and day. Who it was is not kept, and machines do not count. */
async function count(tx: Tx, ask: Ask, link: { network: string; code: string }): Promise<void> {
  if (ask.automated) return
  const day = dateOf(tx.now)
  const verdict = openedBy(ask.from, link, tx.now, day)
  await tx.asSystem('count that a short link was opened', async (system) => {
    if (verdict.counts) await countSource(system, 'opened', [link])
    if (verdict.takeBack.length > 0) await discountOpened(system, verdict.takeBack)
  })
}
