import { createHash } from 'node:crypto'
import type { Network } from '#features/networks/index.ts'
import { banner, bareCode } from './banner.ts'
import { wordsOf, type Drawing } from './drawing.ts'
import type { Message } from './message.ts'
import { poster } from './poster.ts'
import { screen } from './screen.ts'
import { toPdf } from './to-pdf.ts'
import { toPng } from './to-png.ts'
import { toSvg } from './to-svg.ts'

type Format = 'pdf' | 'png' | 'svg'

/** What can be made: how it is drawn, as what, and how many points wide a picture of it is. */
export const materials = {
  'poster-a3': {
    draw: (message: Message) => poster(message, 'a3'),
    formats: ['pdf', 'svg'],
    pixels: 1240,
  },
  'poster-a4': {
    draw: (message: Message) => poster(message, 'a4'),
    formats: ['pdf', 'svg'],
    pixels: 1240,
  },
  'poster-a5': {
    draw: (message: Message) => poster(message, 'a5'),
    formats: ['pdf', 'svg'],
    pixels: 1240,
  },
  screen: { draw: screen, formats: ['png', 'svg'], pixels: 1920 },
  banner: { draw: banner, formats: ['png', 'svg'], pixels: 1200 },
  code: { draw: bareCode, formats: ['png', 'svg'], pixels: 1200 },
} as const satisfies Record<
  string,
  { draw: (message: Message) => Drawing; formats: readonly Format[]; pixels: number }
>
export type Material = keyof typeof materials

export type File = { material: Material; format: Format }

/** The file that a name such as `poster-a4.pdf` stands for. */
export function fileOf(name: string): File | undefined {
  const [material = '', format = ''] = name.split('.', 2)
  if (!Object.hasOwn(materials, material) || name !== `${material}.${format}`) return undefined
  const key = material as Material
  const formats: readonly string[] = materials[key].formats
  return formats.includes(format) ? { material: key, format: format as Format } : undefined
}

/** The name under which a file is kept: one that says nothing where the network is not named. */
export function filenameOf(network: Network, message: Message, { material, format }: File): string {
  const isNamed = message.version === 'named' && !isGuarded(network)
  return `${isNamed ? `${network.slug}-` : ''}${material}.${format}`
}

/** A network whose name on a poster could tell of people, or of the network: it is named only where a lead chose so. */
export const isGuarded = (network: Pick<Network, 'sensitive' | 'findable'>): boolean =>
  network.sensitive || network.findable === 'invited'

export const types: Record<Format, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
}

/** Makes a file, or finds it made before. One at a time: many at once would not be done sooner, and take more memory. */
export function make(message: Message, file: File, now: Date): Promise<Buffer> {
  const key = keyOf(message, file)
  const known = made.get(key)
  if (known) return known
  if (made.size >= most) made.delete(made.keys().next().value!)
  const work = queue.then(() => draw(message, file, now))
  made.set(key, work)
  work.catch(() => made.delete(key))
  queue = work.catch(() => undefined)
  return work
}

/** What can be read on a picture, line by line. */
export function wordsOn(message: Message, material: Material): string[] {
  const key = keyOf(message, { material, format: 'svg' })
  let words = read.get(key)
  if (!words) {
    words = wordsOf(materials[material].draw(message)).split('\n')
    if (read.size >= 500) read.clear()
    read.set(key, words)
  }
  return words
}

const keyOf = (message: Message, file: File): string =>
  createHash('sha256')
    .update(JSON.stringify([message, file]))
    .digest('base64url')

const read = new Map<string, string[]>()

/** Files made lately, by what is on them: a few hundred kilobytes each at the most. */
const made = new Map<string, Promise<Buffer>>()
const most = 40
let queue: Promise<unknown> = Promise.resolve()

async function draw(message: Message, { material, format }: File, now: Date): Promise<Buffer> {
  const drawing = materials[material].draw(message)
  if (format === 'pdf') return toPdf(drawing, now)
  if (format === 'svg') return Buffer.from(toSvg(drawing))
  return toPng(drawing, materials[material].pixels)
}
