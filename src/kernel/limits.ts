import { isIPv6 } from 'node:net'
import type { Clock } from './clock.ts'
import { sql, type Tx } from './db.ts'

/** Too many tries: the page says when to come back. */
export class TooMany extends Error {
  readonly minutes: number
  constructor(minutes: number) {
    super('Too many tries')
    this.minutes = minutes
  }
}

/**
 * Counts a try at something (`what`) by someone (`who`: an address, an account), and throws TooMany when
 * there were more than `most` in a window of `minutes`. Who it was is kept only as a hash, until the
 * window has passed.
 */
export async function limit(
  tx: Tx,
  what: string,
  who: string,
  most: number,
  minutes: number,
): Promise<void> {
  const row = await tx.row<{ count: number }>(
    sql`select kernel.count_attempt(${keyOf(tx, what, who)}, ${windowOf(tx, minutes)}) as count`,
  )
  if (row!.count > most) throw new TooMany(minutes)
}

/**
 * Takes `wanted` of what there is for someone in a window of `minutes`: all of it, or nothing. With `part`,
 * as many as are left. Holds across processes. Out: how many were taken.
 */
export async function take(
  tx: Tx,
  what: string,
  who: string,
  {
    wanted,
    most,
    minutes,
    part = false,
  }: { wanted: number; most: number; minutes: number; part?: boolean },
): Promise<number> {
  const row = await tx.row<{ given: number }>(sql`
    select kernel.take_attempts(${keyOf(tx, what, who)}, ${windowOf(tx, minutes)}, ${wanted}::int, ${most}::int, ${part}) as given`)
  return row!.given
}

/** The asking machine, for limits: one IPv6 connection has as many addresses as it likes under its first 64 bits. */
export function machineOf(address: string): string {
  if (!isIPv6(address)) return address
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1)
  const [start = '', end = ''] = address.replace(/%.*/, '').split('::')
  const [first, last] = [start, end].map((part) => part.split(':').filter(Boolean))
  const left = Array.from({ length: 8 - first!.length - last!.length }, () => '0')
  const groups = [...first!, ...left, ...last!].slice(0, 4)
  return groups.map((group) => parseInt(group, 16).toString(16)).join(':')
}

/**
 * The same in the memory of this process: for what costs less to do than to write down. Several
 * processes count apart.
 */
export type Pace = (what: string, who: string, most: number, minutes: number) => void

/** Makes a Pace. It remembers so many at the most; then it forgets them all and begins again. */
export function makePace(clock: Clock, remembered = 100_000): Pace {
  const tries = new Map<string, { count: number; until: number }>()
  return (what, who, most, minutes) => {
    const key = `${what}\0${who}`
    const now = clock().getTime()
    let known = tries.get(key)
    if (!known || known.until <= now) {
      if (tries.size >= remembered) tries.clear()
      known = { count: 0, until: now + minutes * 60_000 }
      tries.set(key, known)
    }
    known.count += 1
    if (known.count > most) throw new TooMany(minutes)
  }
}

const keyOf = (tx: Tx, what: string, who: string) => tx.keys.tag('limits', `${what}\0${who}`)
const windowOf = (tx: Tx, minutes: number) =>
  new Date(Math.floor(tx.now.getTime() / (minutes * 60_000)) * minutes * 60_000)
