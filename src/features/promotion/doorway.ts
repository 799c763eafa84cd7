import { codeIn } from './code-drawing.ts'
import { round, type Box, type Part, type Path } from './drawing.ts'

/**
 * The way in: an arched doorway, light, with the code as its door and the mark above it. `x`, `y` and `width` are
 * of the arch; out comes how high it is, too.
 */
export function doorway(
  at: Pick<Box, 'x' | 'y' | 'width'>,
  link: string,
  dress: { deep: string; bright: string },
): { parts: Part[]; height: number } {
  const { x, y, width } = at
  const radius = width / 2
  const pad = width * 0.12
  const code = width - 2 * pad
  const height = radius * 0.98 + code + pad
  const stone = width * 0.035
  const top = { x, y, width, height }
  const paths: Path[] = [
    { d: arch(grown(top, stone * 2)), fill: dress.bright, opacity: 0.35 },
    { d: arch(grown(top, stone)), fill: dress.bright },
    { d: arch(top), fill: '#ffffff' },
  ]
  const box = { x: x + pad, y: y + height - pad - code, width: code, height: code }
  const size = radius * 0.5
  return {
    height,
    parts: [
      { kind: 'ornament', paths },
      {
        kind: 'ornament',
        paths: markAt(x + radius - size / 2, y + radius * 0.24, size, dress.deep),
      },
      {
        kind: 'figure',
        alt: `A code to scan with the camera of a phone. It opens ${link}`,
        box,
        paths: [{ boxes: codeIn(link, box), fill: '#000000' }],
      },
    ],
  }
}

/** A round arch that fills a box. */
function arch({ x, y, width, height }: Box): string {
  const r = round(width / 2)
  return `M${round(x)} ${round(y + height)}v${round(r - height)}a${r} ${r} 0 0 1 ${round(width)} 0v${round(height - r)}z`
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + by,
})

/** The mark of the hall, with its strokes where they are to be. */
function markAt(x: number, y: number, size: number, colour: string): Path[] {
  const scale = size / 32
  const move = (points: readonly (readonly [number, number])[]) =>
    points.map(([px, py]) => `${round(x + px * scale)} ${round(y + py * scale)}`)
  const [stone, inner, leaf] = mark.map(({ start, steps }) => {
    const [from] = move([start])
    return `M${from}${steps.map(({ kind, points }) => kind + move(points).join(' ')).join('')}z`
  }) as [string, string, string]
  return [
    { d: stone + inner, fill: colour },
    { d: leaf, fill: '#c8892b' },
  ]
}

type Step = { kind: 'L' | 'C'; points: readonly (readonly [number, number])[] }
const line = (px: number, py: number): Step => ({ kind: 'L', points: [[px, py]] })
const curve = (...points: (readonly [number, number])[]): Step => ({ kind: 'C', points })

/** The mark's three pieces on a square of 32: the arch of stone, the leaf that stands still, the leaf that is open. */
const mark: readonly { start: readonly [number, number]; steps: readonly Step[] }[] = [
  {
    start: [2, 30],
    steps: [
      line(2, 15.5),
      curve([2, 7.8], [8, 2], [16, 2]),
      curve([24, 2], [30, 7.8], [30, 15.5]),
      line(30, 30),
      line(25.8, 30),
      line(25.8, 16),
      curve([25.8, 10.2], [21.6, 6.2], [16, 6.2]),
      curve([10.4, 6.2], [6.2, 10.2], [6.2, 16]),
      line(6.2, 30),
    ],
  },
  {
    start: [9, 30],
    steps: [line(9, 16.3), curve([9, 12.6], [11.5, 9.7], [15, 9.1]), line(15, 30)],
  },
  {
    start: [17, 9.1],
    steps: [curve([19.6, 10], [21.6, 12.9], [21.6, 16.3]), line(21.6, 27.5), line(17, 30)],
  },
]
