import { longDate } from '#kernel/clock.ts'
import type { Proposal } from './proposals.ts'

/** Numbers of people below this are withheld, as everywhere. */
export const fewest = 10

/** How far a proposed network is, in a sentence or two. */
export function progressWords({ wanted, people, reached_on }: Proposal): string {
  if (reached_on) return `Enough people would join: it needed ${wanted}.`
  if (people === null)
    return `It needs ${wanted} people who would join. So far we do not say how many there are.`
  return `It needs ${wanted} people who would join. There are at least ${people} so far.`
}

/** By when it is decided. */
export const byWords = ({ by_on }: Proposal, today: string): string =>
  by_on < today
    ? `The time was up on ${longDate(by_on)}. The people who propose it now decide.`
    : `It is decided by ${longDate(by_on)}.`
