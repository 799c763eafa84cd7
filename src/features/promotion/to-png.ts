import { createRequire } from 'node:module'
import type { Drawing } from './drawing.ts'
import { toSvg } from './to-svg.ts'

const require = createRequire(import.meta.url)
type Resvg = {
  renderAsync(svg: string, options: object): Promise<{ asPng(): Buffer; pixels: Buffer }>
}

/** A drawing as a picture so many points wide, drawn beside the server's own thread. */
export async function toPng(drawing: Drawing, width: number): Promise<Buffer> {
  const { renderAsync } = require('@resvg/resvg-js') as Resvg
  const options = { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }
  return (await renderAsync(toSvg(drawing), options)).asPng()
}
