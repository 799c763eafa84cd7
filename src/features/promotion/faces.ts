import { createRequire } from 'node:module'
import type { Face } from './drawing.ts'

const require = createRequire(import.meta.url)
const fonts = '@expo-google-fonts/atkinson-hyperlegible-next'

/** The files of the typeface: Atkinson Hyperlegible Next. */
export const fileOf: Record<Face, string> = {
  regular: '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  semibold: '600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
  extrabold: '800ExtraBold/AtkinsonHyperlegibleNext_800ExtraBold.ttf',
}
for (const face of Object.keys(fileOf) as Face[])
  fileOf[face] = require.resolve(`${fonts}/${fileOf[face]}`)

/** What is needed of a font as fontkit reads it. */
type Font = {
  unitsPerEm: number
  layout(text: string): {
    glyphs: {
      path: { scale(x: number, y: number): { translate(x: number, y: number): Outline } }
    }[]
    positions: { xAdvance: number }[]
    advanceWidth: number
  }
  hasGlyphForCodePoint(code: number): boolean
}
type Outline = { toSVG(): string }

/** The fonts, read when a first poster is drawn. */
const opened = new Map<Face, Font>()
function open(face: Face): Font {
  let font = opened.get(face)
  if (!font) {
    font = (require('fontkit') as { openSync(file: string): Font }).openSync(fileOf[face])
    opened.set(face, font)
  }
  return font
}

/** How wide a text is, in points: word by word, since the same ones are measured over and over. */
export function widthOf(text: string, face: Face, size: number): number {
  const words = text.split(' ')
  const together = words.reduce((sum, word) => sum + wordWidth(word, face), 0)
  return (together + (words.length - 1) * wordWidth(' ', face)) * size
}

function wordWidth(word: string, face: Face): number {
  const key = `${face} ${word}`
  let width = widths.get(key)
  if (width === undefined) {
    const font = open(face)
    width = font.layout(word).advanceWidth / font.unitsPerEm
    if (widths.size > 5000) widths.clear()
    widths.set(key, width)
  }
  return width
}

const widths = new Map<string, number>()

/** A line as outlines, for those who do not have the typeface. */
export function outlineOf(text: string, face: Face, size: number, x: number, y: number): string {
  const font = open(face)
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(text)
  let at = x
  return glyphs
    .map((glyph, i) => {
      const outline = glyph.path.scale(scale, -scale).translate(at, y).toSVG()
      at += positions[i]!.xAdvance * scale
      return outline
    })
    .join('')
    .replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
}

/** Text without what the typeface has no letters for, such as pictures typed as text. */
export function printable(text: string): string {
  const font = open('regular')
  return Array.from(text.normalize('NFC'))
    .map((letter) => (/\s/.test(letter) ? ' ' : letter))
    .filter((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0)!))
    .join('')
    .replace(/ +/g, ' ')
    .trim()
}
