import { dressOf, hanging } from './cloth-drawing.ts'
import { doorway } from './doorway.ts'
import type { Drawing, Part } from './drawing.ts'
import type { Message } from './message.ts'
import { lettersOn, words } from './poster.ts'
import { set } from './setting.ts'

const ink = '#241c22'

/** What stands on the screens of a building, 1920 by 1080: few words, large enough to be read in passing. */
export function screen(message: Message): Drawing {
  const dress = dressOf(message.cloth)
  const light = lettersOn(dress)
  const plain = { leading: 1.25, mostLines: 1, tooLong: 'cut' } as const
  const kind = set(
    message.kind,
    { x: 96, y: 358, width: 1080, height: 50 },
    { ...plain, face: 'semibold', fill: dress.deep, sizes: [40, 30] },
  )
  const name = set(
    message.name,
    { x: 96, y: 432, width: 1080, height: 350 },
    {
      face: 'extrabold',
      fill: ink,
      sizes: [150, 60],
      leading: 1.06,
      mostLines: 3,
      tooLong: 'keep',
    },
  )
  const about = set(
    message.about,
    { x: 96, y: name.bottom + 30, width: 1080, height: Math.max(1010 - name.bottom - 30, 0) },
    { face: 'regular', fill: ink, sizes: [52, 36], leading: 1.3, mostLines: 4, tooLong: 'cut' },
  )
  const middle = { x: 1312, width: 576, align: 'middle' } as const
  const door = doorway({ x: 1380, y: 150, width: 440 }, message.link, dress)
  const under = 150 + door.height
  const invitation = set(
    message.invitation,
    { x: middle.x, y: under + 52, width: middle.width, height: 100 },
    { ...plain, face: 'extrabold', fill: light, sizes: [84, 50], align: 'middle' },
  )
  const hint = set(
    'Point the camera of your phone at the code, or type',
    { x: middle.x, y: invitation.bottom + 26, width: middle.width, height: 90 },
    { ...plain, face: 'regular', fill: light, sizes: [34, 28], mostLines: 2, align: 'middle' },
  )
  const address = set(
    message.address,
    { x: middle.x, y: hint.bottom + 22, width: middle.width, height: 70 },
    { ...plain, face: 'semibold', fill: light, sizes: [56, 20], tooLong: 'keep', align: 'middle' },
  )
  const ground: Part = {
    kind: 'ornament',
    paths: [
      { boxes: [{ x: 0, y: 0, width: 1920, height: 1080 }], fill: '#ffffff' },
      ...hanging(dress, { x: 0, y: 0, width: 1280, height: 264 }, 12, 34),
      { boxes: [{ x: 1280, y: 0, width: 640, height: 1080 }], fill: dress.deep },
      { boxes: [{ x: 1272, y: 0, width: 8, height: 1080 }], fill: dress.cloth.dyes[3]! },
    ],
  }
  return {
    width: 1920,
    height: 1080,
    title: message.version === 'discreet' ? 'Screen' : `Screen: ${message.name}`,
    parts: [
      ground,
      words('H1', name),
      words('P', kind),
      words('P', about),
      words('P', invitation),
      ...door.parts,
      words('P', hint),
      words('P', address),
    ],
  }
}
