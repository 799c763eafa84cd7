import { createHash } from 'node:crypto'
import { html, raw, type Html } from '#kernel/html.ts'

export type WeaveOptions = { sensitive?: boolean; width?: number; height?: number }

/**
 * A network's own woven band, drawn from its name: the same name always gives the same cloth.
 * Every sensitive network gets one undyed cloth, so that a pattern never says which network it is.
 * Decoration only. Without a width it fills whatever holds it; threads keep their size either way.
 */
export function weave(name: string, options: WeaveOptions = {}): Html {
  const { sensitive = false, width, height = 56 } = options
  const cloth = sensitive ? undyed : design(name)
  const rows = Math.max(2, Math.floor(height / thread))
  // A cloth of a given width has a figure in its middle, as a weaver would set it.
  const span = cloth.repeat * float
  const shift = width ? (((width - float) / 2 - span / 2) % span) - span : 0
  const end = width ? width + 2 * span : 4e3
  return html`<svg class="gh-weave" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false" width="${
    width ?? '100%'
  }" height="${rows * thread}">${raw(`<g transform="translate(${shift})">${bands(cloth, rows, end) + texture(rows, end)}</g>`)}</svg>`
}

/** Ground, two figures and the edge; the figure's shape; its repeat; the order of colours through it. */
type Cloth = {
  dyes: readonly string[]
  figure: (u: number, v: number, x: number, y: number) => number
  repeat: number
  order: readonly number[]
  edge: readonly number[]
}

/** How high one row of threads is, and how long one thread shows before it dips, in pixels. */
const thread = 3
const float = 4

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

const undyed: Cloth = {
  dyes: ['#d6ccbc', '#b8ac9a', '#ece5d8', '#998d7b'],
  figure: figures[0]!,
  repeat: 12,
  order: orders[0]!,
  edge: edges[0]!,
}

/** Chooses everything about a cloth from the name alone. */
function design(name: string): Cloth {
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

/** The same dyes with another of the first three as the ground. */
function regrounded([a, b, c, edge]: readonly string[], by: number): readonly string[] {
  return [
    [a!, b!, c!],
    [b!, c!, a!],
    [c!, a!, b!],
  ][by]!.concat(edge!)
}

/** The ground, then every other colour as dashed rows; rows that are alike share one path. */
function bands(cloth: Cloth, rows: number, end: number): string {
  const paths = new Map<string, number[]>()
  for (let row = 0; row < rows; row++) {
    for (const stroke of strokes(cloth, row, rows)) {
      paths.set(stroke, [...(paths.get(stroke) ?? []), row])
    }
  }
  const drawn = [...paths].map(([stroke, at]) => `<path ${stroke} d="${lines(at, end)}"/>`).join('')
  return upright(end, rows, `stroke="${cloth.dyes[0]}"`) + across(`stroke-width="${thread}"`, drawn)
}

/** The stroke attributes of one row, one for each colour in it but the ground. */
function strokes(cloth: Cloth, row: number, rows: number): string[] {
  const fromEdge = Math.min(row, rows - 1 - row)
  const stripe = rows > 4 ? cloth.edge[fromEdge] : undefined
  if (stripe === 0) return []
  if (stripe === 4) return [`stroke="${cloth.dyes[3]}" stroke-dasharray="${float}"`]
  if (stripe !== undefined) return [`stroke="${cloth.dyes[stripe]}"`]

  const half = cloth.repeat / 2
  const cells = Array.from({ length: cloth.repeat }, (_, x) => {
    const value = cloth.figure(
      Math.abs(x - half),
      Math.floor(Math.abs(row - (rows - 1) / 2)),
      x,
      row,
    )
    return cloth.order[value % cloth.order.length]!
  })
  return [...new Set(cells)]
    .filter((dye) => dye !== 0)
    .map((dye) => {
      const dashes = runs(cells.map((cell) => cell === dye))
      return `stroke="${cloth.dyes[dye]}"${dashes}`
    })
}

/** Which cells of the repeat are filled → the dash pattern that fills them. */
function runs(filled: boolean[]): string {
  if (filled.every(Boolean)) return ''
  const start = filled.findIndex((on, x) => on && !filled[(x + filled.length - 1) % filled.length])
  const lengths: number[] = []
  let last: boolean | undefined
  for (let x = 0; x < filled.length; x++) {
    const on = filled[(start + x) % filled.length]!
    if (on === last) lengths[lengths.length - 1]! += float
    else lengths.push(float)
    last = on
  }
  const offset = start === 0 ? '' : ` stroke-dashoffset="${-start * float}"`
  return ` stroke-dasharray="${lengths.join(' ')}"${offset}`
}

/** Shadow between the rows, and where a thread dips under another. */
function texture(rows: number, end: number): string {
  const all = Array.from({ length: rows }, (_, row) => row)
  const [even, odd] = [0, 1].map((side) =>
    lines(
      all.filter((row) => row % 2 === side),
      end,
    ),
  )
  const dips = `<path d="${even}"/><path stroke-dashoffset="${float}" d="${odd}"/>`
  return (
    across(
      `stroke="#000" stroke-opacity=".12" stroke-width="${thread}" stroke-dasharray="${float}"`,
      dips,
    ) +
    upright(end, rows, `stroke="#000" stroke-opacity=".2" stroke-dasharray=".5 ${thread - 1} .5 0"`)
  )
}

/** One stroke from top to bottom, as wide as the cloth: the ground, or with dashes a line for each row. */
function upright(end: number, rows: number, stroke: string): string {
  return `<path ${stroke} stroke-width="${end}" d="M${end / 2} 0V${rows * thread}"/>`
}

function across(attributes: string, paths: string): string {
  return `<g transform="translate(0 ${thread / 2})" ${attributes}>${paths}</g>`
}

function lines(rows: number[], end: number): string {
  return rows.map((row) => `M0 ${row * thread}H${end}`).join('')
}
