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
 * Counts a try at something (`what`) by someone (`who`: an address, an account) and says whether it is
 * within `most` in a window of `minutes`. Who it was is kept only as a hash, until the window has passed.
 */
export async function withinLimit(
  tx: Tx,
  what: string,
  who: string,
  most: number,
  minutes: number,
): Promise<boolean> {
  const key = tx.keys.tag('limits', `${what}\0${who}`)
  const window = new Date(Math.floor(tx.now.getTime() / (minutes * 60_000)) * minutes * 60_000)
  const row = await tx.row<{ count: number }>(
    sql`select kernel.count_attempt(${key}, ${window}) as count`,
  )
  return row!.count <= most
}

/** The same, but throws TooMany when over. */
export async function limit(
  tx: Tx,
  what: string,
  who: string,
  most: number,
  minutes: number,
): Promise<void> {
  if (!(await withinLimit(tx, what, who, most, minutes))) throw new TooMany(minutes)
}
