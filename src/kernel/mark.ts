import { html, raw, type Html } from '#kernel/html.ts'

/** The mark: the arch of a hall door with one leaf open. Takes the colour of the text around it. */
export function mark(size = 32): Html {
  return html`<svg class="gh-mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${size}" height="${size}" aria-hidden="true" focusable="false">${drawing('currentColor', 'class="gh-mark__door" fill="#c8892b"')}</svg>`
}

/** The mark and the name, to stand in a link or a heading. */
export function wordmark(): Html {
  return html`${mark(34)}<span class="gh-wordmark__name">Guildhall</span>`
}

/** The mark on a tile, as a picture of its own: for the browser tab and for home screens. */
export function tile(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#6a2147"/><g transform="translate(4.8 4.4) scale(.7)">${drawing('#fdf8f0', 'fill="#ebb54f"')}</g></svg>`
}

function drawing(stone: string, door: string): Html {
  return raw(
    `<path fill="${stone}" d="M2 30V15.5C2 7.800 8 2 16 2s14 5.800 14 13.5V30h-4.200V16c0-5.800-4.200-9.800-9.800-9.800S6.200 10.200 6.200 16v14zM9 30V16.300c0-3.700 2.500-6.600 6-7.200V30z"/>` +
      `<path ${door} d="M17 9.100c2.600.9 4.600 3.800 4.600 7.200v11.200L17 30z"/>`,
  )
}
