import { escape } from '../html.ts'

/** A piece of an email: a paragraph, a button to press, a quiet link, a code to type, a list, someone’s words. */
export type Block =
  | string
  | { button: string; href: string }
  | { link: string; href: string }
  | { code: string }
  | { list: string[] }
  | { quote: string }

/** The plain-text part. */
export function emailText(blocks: readonly Block[]): string {
  return `${blocks.map(asText).join('\n\n')}\n\n--\nGuildhall\n`
}

/**
 * The HTML part: one column, no image, no tracking, readable with styles off. Styles are said at each
 * element, since many programs read no others; those for the dark are in the head, for the ones that do.
 */
export function emailHtml(subject: string, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escape(subject)}</title><style>${inTheDark}</style></head>
<body class="paper" style="margin:0;padding:0;background-color:${light.paper};color:${light.ink};font:18px/1.5 'Atkinson Hyperlegible Next',Arial,sans-serif;">
<div class="edge" style="height:7px;font-size:0;line-height:0;background-color:${light.strong};border-bottom:2px solid ${light.accent};"></div>
<div role="article" lang="en-GB" style="max-width:560px;margin:0 auto;padding:24px 20px 40px;">
<p style="margin:0 0 28px;font-size:24px;font-weight:700;line-height:1.2;letter-spacing:-0.4px;">${door}Guildhall</p>
${blocks.map(asHtml).join('\n')}
<p class="foot" style="margin:36px 0 0;padding-top:14px;border-top:1px solid ${light.line};font-size:16px;color:${light.soft};">This email is for the person it is addressed to. If it was not meant for you, you can ignore it.</p>
</div></body></html>`
}

/** The colours of theme.css, in the light and in the dark. */
export const light = {
  paper: '#fcf9f4',
  raised: '#fff',
  ink: '#241c22',
  soft: '#524850',
  line: '#ded4c6',
  strong: '#6a2147',
  onStrong: '#fff',
  accent: '#c8892b',
}
export const dark = {
  paper: '#1a1618',
  raised: '#241f22',
  ink: '#f5eee8',
  soft: '#cfc4c0',
  line: '#463c41',
  strong: '#d9b0c2',
  onStrong: '#2a0c1b',
  accent: '#e3ae55',
}

const inTheDark = `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){.paper{background-color:${dark.paper}!important;color:${dark.ink}!important}.edge{background-color:${dark.strong}!important;border-color:${dark.accent}!important}.arch{border-color:${dark.strong}!important}.shut{background-color:${dark.strong}!important}.ajar{background-color:${dark.accent}!important}.press{background-color:${dark.strong}!important;color:${dark.onStrong}!important}.quiet{color:${dark.strong}!important}.code{background-color:${dark.raised}!important;border-color:${dark.line}!important}.quote{border-color:${dark.accent}!important}.foot{border-color:${dark.line}!important;color:${dark.soft}!important}.address{color:${dark.soft}!important}}`

// The mark, built of borders: pictures are fetched or blocked, and these are neither.
const door = `<span class="arch" aria-hidden="true" style="display:inline-block;box-sizing:border-box;width:28px;height:28px;margin-right:10px;padding:3px 3px 0;border:4px solid ${light.strong};border-bottom:0;border-radius:14px 14px 0 0;vertical-align:-5px;font-size:0;line-height:0;white-space:nowrap;"><span class="shut" style="display:inline-block;width:6px;height:21px;border-radius:6px 0 0 0;background-color:${light.strong};"></span><span class="ajar" style="display:inline-block;width:6px;height:18px;margin:0 0 3px 2px;border-radius:0 6px 0 0;background-color:${light.accent};"></span></span>`

function asText(block: Block): string {
  if (typeof block === 'string') return block
  if ('button' in block) return `${block.button}:\n${block.href}`
  if ('link' in block) return `${block.link}:\n${block.href}`
  if ('code' in block) return block.code
  if ('quote' in block)
    return block.quote
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n')
  return block.list.map((item) => `- ${item}`).join('\n')
}

function asHtml(block: Block): string {
  if (typeof block === 'string') return `<p style="margin:0 0 18px;">${escape(block)}</p>`
  if ('button' in block) return button(block)
  if ('link' in block)
    return `<p style="margin:0 0 18px;"><a class="quiet" href="${escape(block.href)}" style="color:${light.strong};">${escape(block.link)}</a></p>`
  if ('code' in block)
    return `<p class="code" style="display:inline-block;margin:4px 0 22px;padding:10px 22px 8px 28px;border:1px solid ${light.line};border-radius:8px;background-color:${light.raised};font-size:34px;font-weight:700;line-height:1.3;letter-spacing:6px;">${escape(block.code)}</p>`
  if ('quote' in block)
    return `<blockquote class="quote" style="margin:0 0 18px;padding:2px 0 2px 18px;border-left:4px solid ${light.accent};">${escape(block.quote).replaceAll('\n', '<br>')}</blockquote>`
  return `<ul style="margin:0 0 18px;padding-left:24px;">${block.list.map((item) => `<li style="margin:0 0 6px;">${escape(item)}</li>`).join('')}</ul>`
}

function button({ button: text, href }: { button: string; href: string }): string {
  const address = escape(href)
  return `<p style="margin:26px 0 20px;"><a class="press" href="${address}" style="display:inline-block;padding:12px 20px;border-radius:8px;background-color:${light.strong};color:${light.onStrong};font-weight:700;text-decoration:none;">${escape(text)}</a></p>
<p class="address" style="margin:0 0 22px;font-size:16px;color:${light.soft};">Or copy this address into your browser:<br><span style="word-break:break-all;">${address}</span></p>`
}
