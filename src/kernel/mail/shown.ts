import { insetText } from '#kernel/govuk/inset-text.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Block } from '#kernel/mail/email.ts'

/** An email’s content on a page, as whoever gets it reads it; its links can be followed. */
export function emailShown(blocks: readonly Block[]): Html {
  return html`${blocks.map(shown)}`
}

function shown(block: Block): Html {
  if (typeof block === 'string') return html`<p class="govuk-body gh-break">${block}</p>`
  if ('code' in block) return html`<p class="govuk-heading-l">${block.code}</p>`
  if ('quote' in block) return insetText({ text: block.quote, classes: 'gh-break' })
  if ('list' in block) {
    const items = block.list.map((item) => html`<li>${item}</li>`)
    return html`<ul class="govuk-list govuk-list--bullet gh-break">${items}</ul>`
  }
  const text = 'button' in block ? block.button : block.link
  return html`<p class="govuk-body"><a class="govuk-link gh-break" href="${block.href}">${text}</a></p>`
}
