import { dressOf, hanging } from './cloth-drawing.ts'
import { codeIn } from './code-drawing.ts'
import type { Drawing, Part } from './drawing.ts'
import type { Message } from './message.ts'
import { lettersOn, words } from './poster.ts'
import { set } from './setting.ts'

const ink = '#241c22'

/** A banner for the foot or head of an email, 600 by 150. It is a link as a whole, so it carries no code. */
export function banner(message: Message): Drawing {
  const dress = dressOf(message.cloth)
  const plain = { leading: 1.2, mostLines: 1, tooLong: 'cut' } as const
  const name = set(
    message.name,
    { x: 24, y: 52, width: 380, height: 56 },
    {
      ...plain,
      face: 'extrabold',
      fill: ink,
      sizes: [34, 15],
      leading: 1.08,
      mostLines: 2,
      tooLong: 'keep',
    },
  )
  const kind = set(
    message.kind,
    { x: 24, y: name.bottom + 6, width: 380, height: 20 },
    { ...plain, face: 'semibold', fill: dress.deep, sizes: [14, 12] },
  )
  const invitation = set(
    message.invitation,
    { x: 430, y: 68, width: 146, height: 30 },
    { ...plain, face: 'extrabold', fill: lettersOn(dress), sizes: [24, 14], align: 'middle' },
  )
  const address = set(
    message.address,
    { x: 430, y: invitation.bottom + 8, width: 146, height: 20 },
    {
      ...plain,
      face: 'semibold',
      fill: lettersOn(dress),
      sizes: [13, 7],
      tooLong: 'keep',
      align: 'middle',
    },
  )
  const ground: Part = {
    kind: 'ornament',
    paths: [
      { boxes: [{ x: 0, y: 0, width: 600, height: 150 }], fill: '#ffffff' },
      { boxes: [{ x: 418, y: 30, width: 182, height: 120 }], fill: dress.deep },
      ...hanging(dress, { x: 0, y: 0, width: 600, height: 30 }, 2.5),
      { boxes: [{ x: 0, y: 148, width: 600, height: 2 }], fill: dress.deep },
    ],
  }
  return {
    width: 600,
    height: 150,
    title: message.version === 'discreet' ? 'Banner' : `Banner: ${message.name}`,
    parts: [
      ground,
      words('H1', name),
      words('P', kind),
      words('P', invitation),
      words('P', address),
    ],
  }
}

/** The code alone, with the light around it that cameras need, for leaflets and slides of one's own. */
export function bareCode(message: Message): Drawing {
  // Four modules of light on every side, which cameras need.
  const box = { x: 52, y: 52, width: 296, height: 296 }
  const address = set(
    message.address,
    { x: 20, y: 398, width: 360, height: 40 },
    {
      face: 'semibold',
      fill: '#000000',
      sizes: [26, 10],
      leading: 1,
      mostLines: 1,
      tooLong: 'keep',
      align: 'middle',
    },
  )
  return {
    width: 400,
    height: 440,
    title: 'Code',
    parts: [
      {
        kind: 'ornament',
        paths: [{ boxes: [{ x: 0, y: 0, width: 400, height: 440 }], fill: '#ffffff' }],
      },
      {
        kind: 'figure',
        alt: `A code to scan with the camera of a phone. It opens ${message.link}`,
        box,
        paths: [{ boxes: codeIn(message.link, box), fill: '#000000' }],
      },
      words('P', address),
    ],
  }
}
