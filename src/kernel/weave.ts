import { clothOf, undyed, type Cloth } from '#kernel/cloth.ts'
import { html, raw, type Html } from '#kernel/html.ts'

export type WeaveOptions = { sensitive?: boolean; width?: number; height?: number }

/**
 * A network's own woven band, drawn from its name: the same name always gives the same cloth.
 * Every sensitive network gets one undyed cloth, so that a pattern never says which network it is.
 * Decoration only. Without a width it fills whatever holds it; threads keep their size either way.
 */
export function weave(name: string, options: WeaveOptions = {}): Html {
  const { sensitive = false, width, height = 56 } = options
  const whose = sensitive ? '' : ` ${name.trim().toLowerCase()}`
  const of = `${width ?? ''} ${height}${whose}`
  const before = woven.get(of)
  if (before) return before
  if (woven.size >= 1000) woven.clear()
  const drawn = draw(sensitive ? undyed : clothOf(name), width, height)
  woven.set(of, drawn)
  return drawn
}

/** Cloths drawn lately: the same are shown again and again. */
const woven = new Map<string, Html>()

function draw(cloth: Cloth, width: number | undefined, height: number): Html {
  const rows = Math.max(2, Math.floor(height / thread))
  // A cloth of a given width has a figure in its middle, as a weaver would set it.
  const span = cloth.repeat * float
  const shift = width ? (((width - float) / 2 - span / 2) % span) - span : 0
  const end = width ? width + 2 * span : 4e3
  return html`<svg class="gh-weave" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false" width="${
    width ?? '100%'
  }" height="${rows * thread}">${raw(`<g transform="translate(${shift})">${bands(cloth, rows, end) + texture(rows, end)}</g>`)}</svg>`
}

/** How high one row of threads is, and how long one thread shows before it dips, in pixels. */
const thread = 3
const float = 4

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
