import type { Box, Face, Line } from './drawing.ts'
import { printable, widthOf } from './faces.ts'

/** How text is set: as large as fits between two sizes, in so many lines at the most. */
export type Setting = {
  face: Face
  fill: string
  /** The largest and the smallest size, in points. */
  sizes: readonly [number, number]
  leading: number
  mostLines: number
  /** What becomes of too much text: set whole all the same, ended at a sentence or word that fits, or left out. */
  tooLong: 'keep' | 'cut' | 'leave'
  align?: 'left' | 'middle'
}

export type Set = { lines: Line[]; bottom: number }

/** Sets text into a box: as large as it fits. Out: its lines, and where they end. */
export function set(text: string, box: Box, setting: Setting): Set {
  const words = printable(text)
  const [most, least] = setting.sizes
  for (let size = most; size >= least; size *= 0.96) {
    const lines = broken(words, box.width, setting.face, size)
    if (fits(lines, box, setting, size)) return placed(lines, box, setting, size)
  }
  if (setting.tooLong === 'keep') {
    // One word may be wider than the box: it is what counts, so it is set smaller still.
    const widest = Math.max(...words.split(' ').map((word) => widthOf(word, setting.face, least)))
    const size = least * Math.min(1, (box.width / widest) * 0.999)
    return placed(broken(words, box.width, setting.face, size), box, setting, size)
  }
  for (const shorter of setting.tooLong === 'cut' ? shortened(words) : []) {
    const lines = broken(shorter, box.width, setting.face, least)
    if (fits(lines, box, setting, least)) return placed(lines, box, setting, least)
  }
  return { lines: [], bottom: box.y }
}

function fits(lines: string[] | undefined, box: Box, setting: Setting, size: number): boolean {
  if (!lines || lines.length > setting.mostLines) return false
  return lines.length * size * setting.leading <= box.height + 0.01
}

/** Lines that are no wider than they may be; undefined where one word is. */
function broken(text: string, width: number, face: Face, size: number): string[] | undefined {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer, face, size) <= width) lines[lines.length - 1] = longer
    else if (widthOf(word, face, size) <= width) lines.push(word)
    else return undefined
  }
  return balanced(lines, width, face, size)
}

/** Two or three lines look better when none is much shorter than the others. */
function balanced(lines: string[], width: number, face: Face, size: number): string[] {
  if (lines.length < 2 || lines.length > 3) return lines
  const words = lines.join(' ').split(' ')
  for (let narrow = width * 0.55; narrow < width; narrow += width * 0.03) {
    const tried: string[] = []
    for (const word of words) {
      const last = tried.at(-1)
      const longer = last === undefined ? word : `${last} ${word}`
      if (last !== undefined && widthOf(longer, face, size) <= narrow)
        tried[tried.length - 1] = longer
      else tried.push(word)
    }
    const widest = Math.max(...tried.map((line) => widthOf(line, face, size)))
    if (tried.length === lines.length && widest <= narrow) return tried
  }
  return lines
}

function placed(
  lines: string[] | undefined,
  box: Box,
  { face, fill, leading, align }: Setting,
  size: number,
): Set {
  const set = lines ?? []
  return {
    lines: set.map((text, i) => ({
      text,
      face,
      fill,
      size,
      x: align === 'middle' ? box.x + (box.width - widthOf(text, face, size)) / 2 : box.x,
      // The first baseline stands so that capitals begin at the top of the box.
      y: box.y + size * 0.72 + i * size * leading,
    })),
    bottom: box.y + size * 0.72 + Math.max(set.length - 1, 0) * size * leading + size * 0.25,
  }
}

/** The text with ever fewer sentences, then its first sentence with ever fewer words. */
function* shortened(text: string): Generator<string> {
  const sentences = text.split(/(?<=[.!?]) /)
  for (let count = sentences.length - 1; count > 0; count--)
    yield sentences.slice(0, count).join(' ')
  const words = sentences[0]!.split(' ')
  for (let count = words.length - 1; count > 0; count--)
    yield `${words
      .slice(0, count)
      .join(' ')
      .replace(/[,;:.]$/, '')}…`
}
