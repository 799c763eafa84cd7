import { escape } from '../html.ts'

/** A piece of an email: a paragraph, a button to press, a code to type, a list. */
export type Block = string | { button: string; href: string } | { code: string } | { list: string[] } | { quote: string }

/** The plain-text part. */
export function emailText(blocks: readonly Block[]): string {
  return `${blocks.map(asText).join('\n\n')}\n\n--\nGuildhall\n`
}

/** The HTML part: one column, no image, no tracking, readable with styles off. */
export function emailHtml(subject: string, blocks: readonly Block[]): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head><body style="margin:0;padding:24px;font:18px/1.5 'Atkinson Hyperlegible Next',Arial,sans-serif;"><div style="max-width:560px;margin:0 auto;" role="article" lang="en-GB"><p style="font-size:22px;font-weight:700;margin:0 0 24px;padding-bottom:12px;border-bottom:3px solid #7a2e3a;">Guildhall</p>${blocks.map(asHtml).join('')}<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #b1b4b6;font-size:16px;">This email is for the person it is addressed to. If it was not meant for you, you can ignore it.</p></div></body></html>`
}

function asText(block: Block): string {
  if (typeof block === 'string') return block
  if ('button' in block) return `${block.button}:\n${block.href}`
  if ('code' in block) return block.code
  if ('quote' in block) return block.quote.split('\n').map((line) => `> ${line}`).join('\n')
  return block.list.map((item) => `- ${item}`).join('\n')
}

function asHtml(block: Block): string {
  if (typeof block === 'string') return `<p style="margin:0 0 16px;">${escape(block)}</p>`
  if ('button' in block) return `<p style="margin:24px 0;"><a href="${escape(block.href)}" style="display:inline-block;padding:10px 18px;background:#7a2e3a;color:#ffffff;font-weight:700;text-decoration:none;border-radius:4px;">${escape(block.button)}</a></p><p style="margin:0 0 16px;font-size:16px;">Or copy this address into your browser:<br><span style="word-break:break-all;">${escape(block.href)}</span></p>`
  if ('code' in block) return `<p style="margin:16px 0;font-size:34px;font-weight:700;letter-spacing:6px;">${escape(block.code)}</p>`
  if ('quote' in block) return `<blockquote style="margin:0 0 16px;padding-left:16px;border-left:4px solid #b1b4b6;">${escape(block.quote).replaceAll('\n', '<br>')}</blockquote>`
  return `<ul style="margin:0 0 16px;padding-left:24px;">${block.list.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
}
