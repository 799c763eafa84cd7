import { html, raw, type Html } from '#kernel/html.ts'
import { outlineOfBoxes, wordsOf, type Drawing, type Part, type Path } from './drawing.ts'
import { outlineOf } from './faces.ts'

/** A drawing as SVG. Its letters are outlines, so that it looks the same where the typeface is not; its words are its description. */
export function toSvg(drawing: Drawing): string {
  const { width, height, title } = drawing
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title words" lang="en-GB"><title id="title">${title}</title><desc id="words">${wordsOf(drawing)}</desc>${drawing.parts.map(partOf)}</svg>`.toString()
}

function partOf(part: Part): Html {
  if (part.kind !== 'words') return html`<g>${part.paths.map(pathOf)}</g>`
  const outlines = part.lines.map(({ text, face, size, x, y, fill }) =>
    pathOf({ d: outlineOf(text, face, size, x, y), fill }),
  )
  return html`<g>${outlines}</g>`
}

function pathOf(path: Path): Html {
  const { fill, opacity } = path
  const d = 'd' in path ? path.d : outlineOfBoxes(path.boxes)
  return html`<path fill="${fill}"${opacity !== undefined && raw(` fill-opacity="${opacity}"`)} d="${d}"/>`
}
