/**
 * A page as shapes, from which its PDF, SVG and PNG are all made: they cannot differ. Lengths are points; y
 * grows downwards.
 */
export type Drawing = {
  width: number
  height: number
  title: string
  /** In the order in which it is read. */
  parts: readonly Part[]
}

export type Part =
  /** Words that are read. */
  | { kind: 'words'; role: 'H1' | 'P'; lines: readonly Line[] }
  /** A picture that says something, with the same in words. */
  | { kind: 'figure'; alt: string; box: Box; paths: readonly Path[] }
  /** Decoration: read by nobody. */
  | { kind: 'ornament'; paths: readonly Path[] }

export type Box = { x: number; y: number; width: number; height: number }

/** Something filled: an outline as in SVG, or boxes. With `opacity` what is below shows through. */
export type Path = { fill: string; opacity?: number } & ({ d: string } | { boxes: readonly Box[] })

/** A line of text: x and y of where its baseline begins. */
export type Line = { text: string; x: number; y: number; size: number; face: Face; fill: string }

export type Face = 'regular' | 'semibold' | 'extrabold'

/** All that can be read in a drawing, in order. */
export const wordsOf = (drawing: Drawing): string =>
  drawing.parts
    .map((part) => {
      if (part.kind === 'words') return part.lines.map((line) => line.text).join(' ')
      return part.kind === 'figure' ? part.alt : ''
    })
    .filter(Boolean)
    .join('\n')

/** Boxes as an outline. */
export const outlineOfBoxes = (boxes: readonly Box[]): string =>
  boxes
    .map(
      ({ x, y, width, height }) =>
        `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`,
    )
    .join('')

/** A number as short as it may be on paper. */
export const round = (number: number): number => Math.round(number * 100) / 100
