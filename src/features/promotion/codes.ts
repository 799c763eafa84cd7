import { randomInt } from 'node:crypto'

/** Letters and digits that no one takes for another, on paper or aloud; no vowels, so that no word comes out. */
const letters = 'cdfghjknprtwxy3479'
const length = 7

/** A code for a short link: some 600 million are possible. */
export function makeCode(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** A code as someone typed it from a poster: capitals, spaces and hyphens do not matter. undefined when it is none. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 40)
    .toLowerCase()
    .replace(/[\s_.-]+/g, '')
  return /^[a-z0-9]{7}$/.test(code) ? code : undefined
}
