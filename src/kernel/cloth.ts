import { createHash } from 'node:crypto'

/** Ground, two figures and the edge; the figure's shape; its repeat; the order of colours through it. */
export type Cloth = {
  dyes: readonly string[]
  figure: (u: number, v: number, x: number, y: number) => number
  repeat: number
  order: readonly number[]
  edge: readonly number[]
}

/** Chooses everything about a cloth from the name alone. */
export function clothOf(name: string): Cloth {
  const seed = createHash('sha256').update(name.trim().toLowerCase()).digest()
  const pick = <T>(from: readonly T[], byte: number) => from[seed.readUInt16BE(byte) % from.length]!
  return {
    dyes: regrounded(pick(dyeings, 0), seed.readUInt8(31) % 3),
    figure: pick(figures, 2),
    repeat: pick(repeats, 4),
    order: pick(orders, 6),
    edge: pick(edges, 8),
  }
}

/**
 * Which dye shows in a cell of the cloth: x counts along the band, from where its repeat begins, and row of
 * `rows` across it, where the stripes of the selvedge are at both edges.
 */
export function dyeAt(cloth: Cloth, x: number, row: number, rows: number): number {
  const fromEdge = Math.min(row, rows - 1 - row)
  const stripe = rows > 4 ? cloth.edge[fromEdge] : undefined
  const column = ((Math.round(x) % cloth.repeat) + cloth.repeat) % cloth.repeat
  if (stripe === 4) return column % 2 === 0 ? 3 : 0
  if (stripe !== undefined) return stripe
  const u = Math.abs(column - cloth.repeat / 2)
  const v = Math.floor(Math.abs(row - (rows - 1) / 2))
  return cloth.order[cloth.figure(u, v, column, row) % cloth.order.length]!
}

/** The same dyes with another of the first three as the ground. */
function regrounded([a, b, c, edge]: readonly string[], by: number): readonly string[] {
  return [
    [a!, b!, c!],
    [b!, c!, a!],
    [c!, a!, b!],
  ][by]!.concat(edge!)
}

/** What the shapes say: u and v are the distance from the middle of the repeat and of the band. */
const figures: readonly Cloth['figure'][] = [
  (u, v) => u + v, // lozenges
  (u, v) => Math.abs(u - v), // saltires
  (u, v) => Math.max(u, v), // nested squares
  (u, _v, _x, y) => u + y, // chevrons
  (u, v) => (u >> 1) + (v >> 1), // stepped lozenges
  (u, v) => Math.min(u, v), // crosses
  (_u, v, x) => x + v, // arrows along the band
  (u, v) => u + 2 * v, // tall lozenges
  (_u, _v, x, y) => (x >> 1) + (y >> 1), // twill
  (u, v) => Math.max(u, v >> 1) + (u & v & 1), // ladders
]

const orders: readonly (readonly number[])[] = [
  [0, 0, 1, 1, 2, 1, 1],
  [1, 1, 0, 0, 2, 2],
  [0, 1, 1, 1, 0, 2],
  [2, 2, 1, 0, 0, 0, 1],
  [1, 1, 0, 2, 2, 0],
  [0, 0, 0, 2, 1, 1, 2],
  [1, 2, 2, 0, 0],
  [2, 0, 0, 1, 1, 0, 0],
  [1, 1, 1, 0, 2, 0],
]

const repeats = [12, 14, 16, 18, 20, 22, 24]

/** Stripes from the selvedge inwards; 4 stands for a row that alternates ground and edge. */
const edges: readonly (readonly number[])[] = [
  [3, 1, 1, 3],
  [3, 3, 4],
  [3, 3, 2, 0],
  [1, 3, 3, 4],
  [3, 3, 2, 2, 0],
  [3, 0, 4, 0],
  [2, 2, 3],
  [3, 3, 1, 0],
]

/** Plant dyes: madder, woad, Lincoln green, weld, murrey, heather, verdigris … each set made to sit together. */
const dyeings: readonly (readonly string[])[] = [
  ['#9c3b2e', '#f0dcc0', '#2b2a4a', '#d9a441'],
  ['#2f4a78', '#e9dcc3', '#c9772f', '#1c2c4c'],
  ['#2f5a45', '#ecd9a8', '#b4482f', '#183629'],
  ['#d8a63a', '#5b2333', '#f7ecd2', '#7d3c1f'],
  ['#6a2147', '#f0c9b0', '#d08a35', '#3d1029'],
  ['#7d6aa5', '#f1e6d6', '#3e2f63', '#c98a9c'],
  ['#2f7c78', '#f3e3c2', '#123f45', '#d9823b'],
  ['#d58a86', '#5a1e33', '#f7e8d8', '#93384a'],
  ['#5c4230', '#e2c08a', '#a8552f', '#2f2018'],
  ['#4c5a66', '#e8dcc8', '#c8963e', '#28323b'],
  ['#8b9457', '#2f3a22', '#f3ead0', '#5a3d2b'],
  ['#5b82b5', '#f5ead4', '#1f3157', '#d8a23c'],
  ['#d7704f', '#fbe9cf', '#3d2a4f', '#7a2a30'],
  ['#43304f', '#a9c3a0', '#e7c9a2', '#251a2e'],
  ['#1f4e5f', '#9fd0c4', '#f1d9a7', '#0f2c38'],
  ['#e6d7b8', '#8a3a2f', '#2f4b6e', '#5a4632'],
]

/** The one cloth of every sensitive network. */
export const undyed: Cloth = {
  dyes: ['#d6ccbc', '#b8ac9a', '#ece5d8', '#998d7b'],
  figure: figures[0]!,
  repeat: 12,
  order: orders[0]!,
  edge: edges[0]!,
}
