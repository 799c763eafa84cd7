import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { dressOf, lightOf } from './cloth-drawing.ts'
import { wordsOf, type Drawing } from './drawing.ts'
import { fileOf, materials, type Material } from './materials.ts'
import { messageOf, type Message } from './message.ts'
import { print } from './press.ts'
import { printed } from './printing.ts'
import { toSvg } from './to-svg.ts'

const require = createRequire(import.meta.url)
type Scan = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null
type Picture = { pixels: Buffer; width: number; height: number }
const scan = (require('jsqr') as { default: Scan }).default
const { renderAsync } = require('@resvg/resvg-js') as {
  renderAsync(svg: string, options: object): Promise<Picture>
}

const app = { config: { baseUrl: 'https://networks.example.gov.uk' } } as Parameters<
  typeof messageOf
>[0]
const network = {
  slug: 'carers',
  name: 'Carers’ Network',
  type: 'staff-and-diversity',
  joining: 'open',
  findable: 'everyone',
  sensitive: false,
  mission: '',
  purpose: 'For all who look after someone beside their job.',
  audience: 'Anyone who cares for someone',
} as Parameters<typeof messageOf>[1]
const placement = { code: 'k7pw3rt' } as Parameters<typeof messageOf>[2]
const link = 'https://networks.example.gov.uk/go/k7pw3rt'
const named = messageOf(app, network, placement, 'named')
const discreet = messageOf(app, network, placement, 'discreet')
const of = (change: object): Message =>
  messageOf(app, { ...network, ...change }, placement, 'named')
const all = Object.keys(materials) as Material[]
const draw = (message: Message, material: Material): Drawing => materials[material].draw(message)

async function read(drawing: Drawing, width: number): Promise<string | undefined> {
  const picture = await renderAsync(toSvg(drawing), { fitTo: { mode: 'width', value: width } })
  return scan(new Uint8ClampedArray(picture.pixels), picture.width, picture.height)?.data
}

for (const material of all.filter((each) => each !== 'banner')) {
  test(`the code on the ${material} is read by a camera, with the name and without it`, async () => {
    for (const message of [named, discreet])
      assert.equal(await read(draw(message, material), material === 'screen' ? 1920 : 700), link)
  })
}

test('a code is read in any network’s colours, and from an installation with a long address', async () => {
  for (const name of [
    'Women in Data',
    'Project Delivery Profession',
    'Rural Network',
    'X',
    'Faith',
  ])
    assert.equal(await read(draw(of({ name }), 'poster-a4'), 700), link)
  const far = {
    config: { baseUrl: `https://${'networks.'.repeat(6)}example.gov.uk` },
  } as typeof app
  const message = messageOf(far, network, placement, 'named')
  assert.equal(await read(draw(message, 'poster-a5'), 700), message.link)
})

test('letters stand out from what they are on, in any network’s colours', () => {
  const names = Array.from({ length: 200 }, (_, i) => `Network ${i}`)
  for (const message of [...names.map((name) => of({ name })), discreet]) {
    const dark = lightOf(dressOf(message.cloth).deep)
    assert.ok(1.05 / (dark + 0.05) >= 7, message.name)
  }
})

test('a poster says the name, what for, for whom, how, and the address below its code', () => {
  const words = wordsOf(draw(named, 'poster-a4'))
  for (const part of [
    'Carers’ Network',
    'For all who look after someone beside their job.',
    'Anyone who cares for someone.',
    'It takes a minute',
    'networks.example.gov.uk/go/k7pw3rt',
  ])
    assert.ok(words.includes(part), part)
})

test('without the name, nothing says which network it is: no word, no colour, no title', () => {
  const other = messageOf(app, { ...network, name: 'Zyx', purpose: 'Zyx.' }, placement, 'discreet')
  for (const material of all) {
    const svg = toSvg(draw(discreet, material))
    assert.equal(svg, toSvg(draw(other, material)), material)
    assert.doesNotMatch(svg, /carer|look after/i)
  }
})

test('a sensitive network that is named wears the cloth that all such networks share', () => {
  assert.equal(of({ sensitive: true }).cloth, discreet.cloth)
  assert.notEqual(of({}).cloth, discreet.cloth)
})

test('long names and purposes, none, and letters that are no letters leave everything on the page', () => {
  const long = {
    name: 'Network for '.repeat(12),
    purpose: 'A long sentence about work. '.repeat(20),
  }
  for (const change of [
    long,
    { name: 'A'.repeat(100), purpose: '', audience: '' },
    { name: '🙂 Net 网络', purpose: '<b>&amp;</b>' },
    { name: 'Rhwydwaith Ŵyr a Ŷd' },
  ])
    for (const material of all) {
      const drawing = draw(of(change), material)
      const lines = drawing.parts.flatMap((part) => (part.kind === 'words' ? part.lines : []))
      if (material !== 'code') assert.ok(lines[0]!.text.length > 0)
      assert.ok(lines.some((line) => line.text.includes('k7pw3rt')))
      for (const { x, y, text } of lines)
        assert.ok(x >= 0 && x < drawing.width && y > 0 && y < drawing.height, text)
    }
  assert.match(wordsOf(draw(of({ name: '🙂 Net 网络' }), 'screen')), /^Net\n/)
})

test('an SVG carries no typeface, no script and no address of another site, and what was typed is text', () => {
  const svg = toSvg(draw(of({ name: '<script>alert(1)</script>' }), 'poster-a4'))
  assert.doesNotMatch(svg, /<script|<text|font-family|<image|href=|style/)
  assert.match(svg, /<title id="title">Poster: &lt;script&gt;/)
})

test('what is printed once is found again; one that fails stops no other', async () => {
  const file = { material: 'poster-a4', format: 'pdf' } as const
  assert.equal(await printed(named, file), await printed(named, file))
  assert.match((await printed(named, file)).toString('latin1'), /^%PDF-1\.7/)
  const broken = { ...named, name: undefined } as unknown as Message
  await assert.rejects(printed(broken, file))
  const svg = await printed(discreet, { material: 'screen', format: 'svg' })
  assert.equal(svg.toString(), toSvg(draw(discreet, 'screen')))
})

test('a press that takes too long is ended, and the next file is printed by another', async () => {
  const file = { material: 'poster-a3', format: 'pdf' } as const
  await assert.rejects(print(named, file, 0), /The press stopped/)
  assert.match((await print(named, file)).toString('latin1'), /^%PDF/)
})

test('names that are no file are none', () => {
  const wrong = [
    'poster-a4.exe',
    'poster-a4',
    '../a',
    'constructor.svg',
    'screen.pdf',
    'a.b.c',
    'screen.words',
  ]
  for (const name of wrong) assert.equal(fileOf(name), undefined, name)
})
