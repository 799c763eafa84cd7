import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { wordsOf } from './drawing.ts'
import { materials } from './materials.ts'
import type { Message } from './message.ts'
import { toPdf } from './to-pdf.ts'

const require = createRequire(import.meta.url)
type Scan = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null
const scan = (require('jsqr') as { default: Scan }).default

const link = 'https://networks.example.gov.uk/go/k7pw3rt'
const named: Message = {
  version: 'named',
  kind: 'A staff network',
  name: 'Carers’ Network',
  about: 'For all who look after someone beside their job.',
  audience: 'Anyone who cares for someone.',
  invitation: 'Join us',
  how: 'It takes a minute, and you are in at once.',
  hint: 'Point the camera of your phone at the code, or type',
  link,
  address: 'networks.example.gov.uk/go/k7pw3rt',
  cloth: 'Carers’ Network',
}

test('a PDF is tagged for those who listen, has a title, a language and texts for pictures, and brings its letters', async () => {
  for (const material of ['poster-a3', 'poster-a4', 'poster-a5'] as const) {
    const pdf = (await toPdf(materials[material].draw(named), new Date(0))).toString('latin1')
    for (const part of [
      '/StructTreeRoot',
      '/MarkInfo',
      '/Marked true',
      '/Lang (en-GB)',
      '/DisplayDocTitle true',
      '<pdfuaid:part>1</pdfuaid:part>',
      '/S /H1',
      '/S /Figure',
      '/Alt (A code to scan',
      '/FontFile2',
    ])
      assert.ok(pdf.includes(part), `${material} ${part}`)
    assert.doesNotMatch(pdf, /\/BaseFont \/(Helvetica|Times|Courier)/)
  }
})

test('in a PDF, all that is painted is read or marked as ornament, and the code is read by a camera', async () => {
  const content = pageOf(await toPdf(materials['poster-a4'].draw(named), new Date(0)))
  const outside = content.replaceAll(/\/\w+ <<[^>]*>>\s*BDC[^]*?EMC/g, '')
  assert.doesNotMatch(outside, /\b(Tj|TJ|re|f)\b/)
  const boxes = [
    ...(/\/Figure <<[^>]*>>\s*BDC([^]*?)EMC/
      .exec(content)![1]!
      .matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g) ?? []),
  ].map((match) => match.slice(1).map(Number) as [number, number, number, number])
  assert.equal(scanBoxes(boxes), link)
})

test('what a PDF says can be read out and copied, in the order of the page', async () => {
  const drawing = materials['poster-a4'].draw(named)
  const pdf = await toPdf(drawing, new Date(0))
  const pictures = drawing.parts.filter((part) => part.kind === 'words')
  assert.equal(textOf(pdf), wordsOf({ ...drawing, parts: pictures }).replaceAll('\n', ' '))
})

/** What is painted on the page of a PDF. */
function pageOf(pdf: Buffer): string {
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    try {
      const content = inflateSync(pdf.subarray(at + 7)).toString('latin1')
      if (content.includes('BDC')) return content
    } catch {
      // Other streams are not pages.
    }
  }
  throw new Error('There is no page.')
}

/** Reads a code that is painted in boxes. */
function scanBoxes(boxes: [number, number, number, number][]): string | undefined {
  const left = Math.min(...boxes.map(([x]) => x))
  const top = Math.min(...boxes.map(([, y]) => y))
  const side = 400
  const scale = 320 / (Math.max(...boxes.map(([x, , width]) => x + width)) - left)
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [x, y, width, height] of boxes)
    for (let j = Math.round((y - top) * scale); j < Math.round((y - top + height) * scale); j++)
      for (let i = Math.round((x - left) * scale); i < Math.round((x - left + width) * scale); i++)
        pixels.fill(0, ((j + 40) * side + i + 40) * 4, ((j + 40) * side + i + 40) * 4 + 3)
  return scan(pixels, side, side)?.data
}

/** The text of a PDF, by the letters that its fonts say their signs stand for. */
function textOf(pdf: Buffer): string {
  const whole = pdf.toString('latin1')
  const object = (id: string) => whole.slice(whole.indexOf(`\n${id} 0 obj`))
  const letters = new Map<string, string[]>()
  for (const [, name, font] of whole.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const to = /\/ToUnicode (\d+) 0 R/.exec(object(font!))![1]!
    const at = pdf.indexOf('stream\n', pdf.indexOf(`\n${to} 0 obj`)) + 7
    const map = inflateSync(pdf.subarray(at)).toString('latin1')
    const listed = [
      ...map.split('beginbfrange')[1]!.matchAll(/<([0-9a-f]{4})>(?=[ \]])(?! <[0-9a-f]{4}> \[)/g),
    ]
    letters.set(
      name!,
      listed
        .slice(-(parseInt(/<0000> <([0-9a-f]{4})> \[/.exec(map)![1]!, 16) + 1))
        .map((sign) => String.fromCodePoint(parseInt(sign[1]!, 16))),
    )
  }
  return [...pageOf(pdf).matchAll(/\/(F\d+) [\d.]+ Tf\s*\[([^\]]*)\] TJ/g)]
    .map(([, font, signs]) =>
      [...signs!.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap((run) => run[1]!.match(/.{4}/g)!)
        .map((sign) => letters.get(font!)![parseInt(sign, 16)])
        .join(''),
    )
    .join('')
    .trim()
}
