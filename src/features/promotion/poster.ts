import { dressOf, hanging, lightOf, type Dress } from './cloth-drawing.ts'
import { doorway } from './doorway.ts'
import type { Drawing, Face, Part } from './drawing.ts'
import type { Message } from './message.ts'
import { set, type Set, type Setting } from './setting.ts'

/** Widths of paper in millimetres; each is √2 as high. */
const papers = { a3: 297, a4: 210, a5: 148 } as const
export type Paper = keyof typeof papers

const ink = '#241c22'
const paper = '#ffffff'

/**
 * A poster: the network's cloth hung from the top, its name, what it is for, and a doorway with the code. Made for
 * A4 in millimetres, and scaled.
 */
export function poster(message: Message, size: Paper): Drawing {
  const width = (papers[size] / 25.4) * 72
  const unit = width / 210
  const height = 297 * unit
  const dress = dressOf(message.cloth)
  const at = (x: number, y: number, w: number, h: number) => ({
    x: x * unit,
    y: y * unit,
    width: w * unit,
    height: h * unit,
  })
  const type = (
    face: Face,
    fill: string,
    sizes: [number, number],
    more: Partial<Setting> = {},
  ): Setting => ({
    face,
    fill,
    sizes: [sizes[0] * unit, sizes[1] * unit],
    leading: 1.25,
    mostLines: 1,
    tooLong: 'cut',
    ...more,
  })
  const down = (done: Set, room: number) => done.bottom / unit + room

  const kind = set(message.kind, at(16, 92, 178, 8), type('semibold', dress.deep, [6, 4]))
  const name = set(
    message.name,
    at(16, 103, 178, 50),
    type('extrabold', ink, [26, 10], { leading: 1.06, mostLines: 3, tooLong: 'keep' }),
  )
  const aboutAt = down(name, 6)
  const about = set(
    message.about,
    at(16, aboutAt, 178, 172 - aboutAt),
    type('regular', ink, [9, 5.6], { leading: 1.32, mostLines: 6 }),
  )
  const audienceAt = down(about, 5)
  const audience = set(
    message.audience,
    at(16, audienceAt, 178, Math.max(187 - audienceAt, 0)),
    type('semibold', dress.deep, [6.4, 4.8], { leading: 1.3, mostLines: 2, tooLong: 'leave' }),
  )

  const door = doorway(at(16, 204, 62, 0), message.link, dress)
  const light = lettersOn(dress)
  const invitation = set(
    message.invitation,
    at(94, 210, 100, 16),
    type('extrabold', light, [17, 9]),
  )
  const hint = set(
    message.hint,
    at(94, 231, 100, 17),
    type('regular', light, [6, 4.6], { mostLines: 2 }),
  )
  const address = set(
    message.address,
    at(94, down(hint, 3.5), 100, 12),
    type('semibold', light, [10, 3.4], { tooLong: 'keep' }),
  )
  const how = set(
    message.how,
    at(94, down(address, 7), 100, 22),
    type('regular', light, [5.6, 4.4], { leading: 1.3, mostLines: 3 }),
  )

  const ground: Part = {
    kind: 'ornament',
    paths: [
      { boxes: [at(0, 0, 210, 297)], fill: paper },
      ...hanging(dress, at(0, 0, 210, 74), 2.25 * unit, 7 * unit),
      { boxes: [at(0, 193, 210, 104)], fill: dress.deep },
      { boxes: [at(0, 191, 210, 2)], fill: dress.cloth.dyes[3]! },
    ],
  }
  return {
    width,
    height,
    title: message.version === 'discreet' ? 'Poster' : `Poster: ${message.name}`,
    parts: [
      ground,
      words('H1', name),
      words('P', kind),
      words('P', about),
      words('P', audience),
      words('P', invitation),
      ...door.parts,
      words('P', hint),
      words('P', address),
      words('P', how),
    ],
  }
}

/** Lines that were set, as words that are read. */
export const words = (role: 'H1' | 'P', { lines }: Set): Part => ({ kind: 'words', role, lines })

/** The colour of letters on the dark part. */
export const lettersOn = ({ deep }: Dress): string => (lightOf(deep) < 0.18 ? '#ffffff' : ink)
