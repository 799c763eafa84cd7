import { createHmac, randomBytes } from 'node:crypto'
import type { Link } from '#features/joining/index.ts'

/** Whether an opening counts; if not, openings before it that were counted and should not have been. */
export type Verdict = { counts: boolean; takeBack: (Link & { day: string; times: number })[] }

type Opening = Link & { day: string; at: number; counted: boolean }

/** So many openings of one link, this close together, are a machine's; so are openings of two links. */
const together = 2_000
const most = 3
/** What is remembered of a client is forgotten after this long without an opening. */
const remembered = 60_000

/**
 * Tells people from the scanners of mail servers, which open all links of a message at once, or one link
 * for many mailboxes. It remembers openings for a minute, in memory alone, by a hash of the address under a
 * secret of this process: nothing is kept of who opened what. Several processes watch apart.
 */
export function watchOpenings(mostClients = 10_000) {
  const secret = randomBytes(32)
  const clients = new Map<string, Opening[]>()
  return function openedBy(address: string, link: Link, now: Date, day: string): Verdict {
    const at = now.getTime()
    const key = createHmac('sha256', secret).update(address).digest('base64url')
    const before = clients.get(key) ?? []
    const near = before.filter((opening) => at - opening.at < together)
    const burst =
      near.length >= most || near.some((opening) => !opening.counted || !isSame(opening, link))
    const takeBack = burst ? near.filter((opening) => opening.counted) : []
    for (const opening of takeBack) opening.counted = false
    clients.delete(key)
    forget(clients, at, mostClients)
    clients.set(key, [...near, { ...link, day, at, counted: !burst }].slice(-most - 1))
    return { counts: !burst, takeBack: grouped(takeBack) }
  }
}

const isSame = (a: Link, b: Link) => a.network === b.network && a.code === b.code

/** Clients stand in the order in which they last came: the first are the ones to go. */
function forget(clients: Map<string, Opening[]>, now: number, most: number): void {
  for (const [key, openings] of clients) {
    const isOld = now - (openings.at(-1)?.at ?? 0) > remembered
    if (!isOld && clients.size < most) return
    clients.delete(key)
  }
}

function grouped(openings: readonly Opening[]): Verdict['takeBack'] {
  const by = Map.groupBy(openings, ({ network, code, day }) => `${network} ${code} ${day}`)
  return [...by.values()].map((same) => {
    const { network, code, day } = same[0]!
    return { network, code, day, times: same.length }
  })
}
