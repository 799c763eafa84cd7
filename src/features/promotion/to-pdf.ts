import { createRequire } from 'node:module'
import { round, type Box, type Drawing, type Part, type Path } from './drawing.ts'
import { fileOf } from './faces.ts'

const require = createRequire(import.meta.url)

/** What is used of pdfkit. */
type Document = {
  on(event: string, heard: (chunk: Buffer) => void): void
  end(): void
  font(file: string): Document
  fontSize(size: number): Document
  fillColor(colour: string, opacity?: number): Document
  text(text: string, x: number, y: number, options: object): Document
  path(d: string): Document
  fill(): Document
  addContent(operators: string): Document
  struct(type: string, options: object, draw?: (() => void)[]): Structure
  struct(type: string): Structure
  addStructure(structure: Structure): void
  markContent(tag: string, options: object): void
  endMarkedContent(): void
}
type Structure = { add(child: Structure): Structure; end(): void }

/**
 * A drawing as a PDF for people who listen to it too (PDF/UA-1): tagged in reading order, with a title, a
 * language, a text for each picture, and the typeface inside. `made` is the day it says that it was made.
 */
export function toPdf(drawing: Drawing, made: Date): Promise<Buffer> {
  const PDFDocument = require('pdfkit') as new (options: object) => Document
  const document = new PDFDocument({
    size: [drawing.width, drawing.height],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    font: fileOf.regular,
    info: { Title: drawing.title, CreationDate: made, ModDate: made },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk) => void chunks.push(chunk))
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  const whole = document.struct('Document')
  document.addStructure(whole)
  for (const part of drawing.parts) draw(document, whole, part)
  whole.end()
  document.end()
  return done
}

function draw(document: Document, whole: Structure, part: Part): void {
  if (part.kind === 'ornament') {
    document.markContent('Artifact', { type: 'Layout' })
    paint(document, part.paths)
    document.endMarkedContent()
  } else if (part.kind === 'figure') {
    const { x, y, width, height } = part.box
    const options = { alt: part.alt, bbox: [x, y, x + width, y + height] }
    whole.add(document.struct('Figure', options, [() => paint(document, part.paths)]))
  } else if (part.lines.length > 0) {
    const write = () => {
      for (const line of part.lines)
        document
          .font(fileOf[line.face])
          .fontSize(line.size)
          .fillColor(line.fill, 1)
          // A space at the end of a line keeps its last word from running into the next for who listens.
          .text(`${line.text} `, line.x, line.y, { lineBreak: false, baseline: 'alphabetic' })
    }
    whole.add(document.struct(part.role, {}, [write]))
  }
}

function paint(document: Document, paths: readonly Path[]): void {
  for (const path of paths) {
    document.fillColor(path.fill, path.opacity ?? 1)
    if ('d' in path) document.path(path.d).fill()
    else document.addContent(`${path.boxes.map(boxOf).join('\n')}\nf`)
  }
}

/** A box in the words of PDF itself: there are thousands, and outlines are slow to read. */
const boxOf = ({ x, y, width, height }: Box): string =>
  `${round(x)} ${round(y)} ${round(width)} ${round(height)} re`
