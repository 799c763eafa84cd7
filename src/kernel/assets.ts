import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { tile } from '#kernel/mark.ts'

/** A file that browsers may keep for ever: its address changes when its content does. */
export type Asset = {
  readonly url: string
  readonly type: string
  readonly etag: string
  readonly body: Buffer
  /** Compressed when first asked for, then kept; undefined where compressing gains nothing. */
  readonly brotli: Buffer | undefined
  readonly gzip: Buffer | undefined
}

/** Addresses by name, for pages. */
export type Assets = {
  css: string
  script: string
  govuk: string
  font: string
  fontExtended: string
  favicon: string
  touch: string
  social: string
}

/** The addresses of all that pages load. Read and put together once, when first asked for. */
export function assets(): Assets {
  return (built ??= build()).urls
}

/** The asset at an address such as `/assets/theme-1a2b3c4d5e.css`, or undefined. */
export function findAsset(path: string): Asset | undefined {
  return (built ??= build()).byPath.get(path)
}

let built: { urls: Assets; byPath: Map<string, Asset> } | undefined

function build() {
  const byPath = new Map<string, Asset>()
  const add = (name: string, type: string, body: Buffer | string): string => {
    const made = asset(name, type, Buffer.from(body))
    byPath.set(made.url, made)
    return made.url
  }
  const face = (subset: string) =>
    add(
      `atkinson-${subset}.woff2`,
      'font/woff2',
      readFileSync(require.resolve(`${fonts}-${subset}-wght-normal.woff2`)),
    )

  const font = face('latin')
  const fontExtended = face('latin-ext')
  const govuk = add('govuk.js', javascript, withoutMap(frontend('js')))
  const script = add(
    'guildhall.js',
    javascript,
    `${own('guildhall.js')}`.replace('govuk.js', base(govuk)),
  )
  const css = add('guildhall.css', 'text/css; charset=utf-8', stylesheet(font, fontExtended))
  const favicon = add('favicon.svg', 'image/svg+xml', tile())
  const touch = add('touch.png', 'image/png', own('touch.png'))
  const social = add('social.png', 'image/png', own('social.png'))
  return { urls: { css, script, govuk, font, fontExtended, favicon, touch, social }, byPath }
}

const javascript = 'text/javascript; charset=utf-8'
const fonts = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'

function asset(name: string, type: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const isText = /^text|svg/.test(type)
  let brotli: Buffer | undefined
  let gzip: Buffer | undefined
  return {
    url: `/assets/${name.replace('.', `-${hash}.`)}`,
    type,
    etag: `"${hash}"`,
    body,
    get brotli() {
      return isText
        ? (brotli ??= brotliCompressSync(body, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 10 },
          }))
        : undefined
    },
    get gzip() {
      return isText ? (gzip ??= gzipSync(body, { level: 9 })) : undefined
    },
  }
}

/** The one stylesheet: govuk-frontend without what is GOV.UK's own, our typeface, our theme. */
function stylesheet(font: string, fontExtended: string): string {
  const theme = squeeze(['theme.css', 'govuk.css', 'guildhall.css'].map(own).join(''))
    .replace('atkinson-latin.woff2', base(font))
    .replace('atkinson-latin-ext.woff2', base(fontExtended))
  return govukStyles(frontend('css')) + forSystem(theme)
}

/**
 * govuk-frontend's styles with our typeface in place of the one that only GOV.UK may use, and without
 * the rules of components that Guildhall has not got: a third fewer bytes, and no crown to load.
 */
function govukStyles(css: Buffer): string {
  let kept = withoutMap(css)
    .replace(/\/\*[^]*?\*\//g, '')
    .replaceAll('GDS Transport,arial,sans-serif', 'var(--gh-font)')
    .replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selectors: string, declarations: string) => {
      if (selectors.trim() === '@font-face' || declarations === 'font-family:sans-serif') return ''
      if (!absent.test(selectors)) return rule
      const left = selectors.split(',').filter((selector) => !absent.test(selector))
      return left.length ? `${left.join(',')}{${declarations}}` : ''
    })
  for (let before = ''; before !== kept;) {
    before = kept
    kept = kept.replace(/@(media|supports)[^{}]*\{\}/g, '')
  }
  return kept
}

const absent =
  /\.govuk-(accordion|cookie-banner|exit-this-page|feedback|footer|generic-header|header|language-navigation|logo|password-input)(?![a-z])/

/** Whoever follows their system gets the dark theme when the system is dark: the same rules, not a copy by hand. */
function forSystem(theme: string): string {
  return theme.replace(/:root\[data-theme=dark\][^{]*\{[^}]*\}/g, (dark) => {
    return `${dark}@media (prefers-color-scheme:dark){${dark.replaceAll('=dark', '=system')}}`
  })
}

/** Takes comments and needless white space out of a sheet that holds no strings with either. */
function squeeze(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([a-z-]+): /g, '$1:')
    .replaceAll(';}', '}')
}

function withoutMap(file: Buffer): string {
  return `${file}`.replace(/\n?(\/\/|\/\*)# sourceMappingURL=.*/, '')
}

function own(name: string): Buffer {
  return readFileSync(new URL(`theme/${name}`, import.meta.url))
}

function frontend(kind: 'css' | 'js'): Buffer {
  return readFileSync(
    join(dirname(require.resolve('govuk-frontend')), `govuk-frontend.min.${kind}`),
  )
}

const require = createRequire(import.meta.url)

function base(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}
