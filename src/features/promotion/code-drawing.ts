import { createRequire } from 'node:module'
import type { Box } from './drawing.ts'

const require = createRequire(import.meta.url)
type Encode = (text: string, options: object) => { size: number; data: boolean[][] }

/** A QR code for a link, as boxes that fill a square from edge to edge: leave light around it. */
export function codeIn(link: string, { x, y, width }: Omit<Box, 'height'>): Box[] {
  const { encode } = require('uqr') as { encode: Encode }
  // A quarter of it may be torn or covered, and it still reads.
  const { size, data } = encode(link, { ecc: 'Q', border: 0 })
  const unit = width / size
  return data.flatMap((row, j) => {
    const boxes: Box[] = []
    for (let i = 0; i < size; i++) {
      if (!row[i]) continue
      const start = i
      while (row[i + 1]) i++
      // Rows overlap by a hair: otherwise some printers leave light between them.
      const across = (i + 1 - start) * unit
      boxes.push({ x: x + start * unit, y: y + j * unit, width: across, height: unit * 1.02 })
    }
    return boxes
  })
}
