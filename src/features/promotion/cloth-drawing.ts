import { clothOf, dyeAt, undyed, type Cloth } from '#kernel/cloth.ts'
import { round, type Box, type Path } from './drawing.ts'

/** How a network is dressed in print: its cloth, and the colours that go with it. */
export type Dress = {
  cloth: Cloth
  /** Dark enough for light letters on it, and for letters of its own on paper. */
  deep: string
  /** Light, from the same cloth. */
  bright: string
}

/** The cloth of a network's name; without a name the undyed one that all share. */
export function dressOf(name: string | undefined): Dress {
  if (name === undefined) return { cloth: undyed, deep: '#3b342c', bright: '#ece5d8' }
  const cloth = clothOf(name)
  const byLight = [...cloth.dyes].sort((a, b) => lightOf(a) - lightOf(b))
  return { cloth, deep: byLight[0]!, bright: byLight.at(-1)! }
}

/** A banner of cloth that hangs in a box, its threads `thread` high, with a fringe below it. */
export function hanging({ cloth }: Dress, box: Box, thread: number, fringe = 0): Path[] {
  const rows = Math.round(box.height / thread)
  const cell = box.width / (2 * Math.round((box.width / thread / 1.33 - 1) / 2) + 1)
  const columns = Math.round(box.width / cell)
  // The figure stands in the middle, as a weaver would set it.
  const middle = (columns - 1) / 2 - cloth.repeat / 2
  const down = box.height / rows
  const dyed = new Map<number, Box[]>()
  const dips: Box[] = []
  for (let row = 0; row < rows; row++) {
    const y = box.y + row * down
    for (let x = 0; x < columns;) {
      const dye = dyeAt(cloth, x - middle, row, rows)
      const start = x
      while (x < columns && dyeAt(cloth, x - middle, row, rows) === dye) x++
      const run = { x: box.x + start * cell, y, width: (x - start) * cell, height: down }
      dyed.set(dye, [...(dyed.get(dye) ?? []), run])
    }
    for (let x = row % 2; x < columns; x += 2)
      dips.push({ x: box.x + x * cell, y, width: cell, height: down })
  }
  const between = Array.from({ length: rows }, (_, row) => ({
    ...box,
    y: box.y + (row + 1) * down - down / 8,
    height: down / 8,
  }))
  return [
    { boxes: [box], fill: cloth.dyes[0]! },
    ...[...dyed]
      .filter(([dye]) => dye !== 0)
      .map(([dye, boxes]) => ({ boxes, fill: cloth.dyes[dye]! })),
    { boxes: dips, fill: '#000000', opacity: 0.1 },
    { boxes: between, fill: '#000000', opacity: 0.16 },
    ...(fringe > 0 ? fringed(cloth, box, cell, columns, fringe) : []),
  ]
}

/** The ends of the warp, below the hem. */
function fringed(cloth: Cloth, box: Box, cell: number, columns: number, long: number): Path[] {
  const ends = Array.from({ length: columns }, (_, x) => x)
  const bottom = box.y + box.height
  return [3, 0, 1].map((dye, turn) => ({
    fill: cloth.dyes[dye]!,
    d: ends
      .filter((x) => x % 3 === turn)
      .map((x) => {
        const left = box.x + x * cell + cell * 0.3
        const length = long * (0.82 + 0.18 * Math.abs(Math.sin(x * 2.4)))
        const wide = cell * 0.4
        return `M${round(left)} ${round(bottom)}h${round(wide)}v${round(length - wide / 2)}a${round(wide / 2)} ${round(wide / 2)} 0 0 1 ${round(-wide)} 0z`
      })
      .join(''),
  }))
}

/** How light a colour looks, from 0 to 1, as contrast is reckoned. */
export function lightOf(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
