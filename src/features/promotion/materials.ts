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

/** `words` is what can be read on it, line by line. */
export type File = { material: Material; format: Format | 'words' }

/** The file that a name such as `poster-a4.pdf` stands for. */
export function fileOf(name: string): (File & { format: Format }) | undefined {
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

/** Draws something and makes a file of it. */
export async function draw(
  message: Message,
  { material, format }: File,
  now: Date,
): Promise<Buffer> {
  const drawing = materials[material].draw(message)
  if (format === 'pdf') return toPdf(drawing, now)
  if (format === 'png') return toPng(drawing, materials[material].pixels)
  return Buffer.from(format === 'svg' ? toSvg(drawing) : wordsOf(drawing))
}
