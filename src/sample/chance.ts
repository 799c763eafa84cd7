/** Chance that comes out the same each time, so that the sample looks the same on every machine. */
export type Chance = {
  /** A number from 0 up to, but not, 1. */
  next(): number
  /** A whole number from `from` to `to`, both among them. */
  between(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  /** One of several, each as likely as its weight says. */
  weighed<T>(from: readonly (readonly [T, number])[]): T
  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[]
}

/** Chance that begins at a seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    weighed(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      return (from.find(([, weight]) => (left -= weight) < 0) ?? from.at(-1)!)[0]
    },
    shuffled(things) {
      const all = [...things]
      for (let i = all.length - 1; i > 0; i--) {
        const other = between(0, i)
        const held = all[i]!
        all[i] = all[other]!
        all[other] = held
      }
      return all
    },
  }
}
