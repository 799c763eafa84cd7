import { html, type Html } from '#kernel/html.ts'

/**
 * Text that someone typed, as paragraphs and simple lists: a blank line parts paragraphs, and lines
 * that start with `- ` make a list. Nothing in it is taken for HTML.
 */
export function prose(text: string): Html {
  const parts = text
    .trim()
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .flatMap(splitLists)
  return html`${parts.map(({ list, lines }) =>
    list
      ? html`<ul class="govuk-list govuk-list--bullet gh-break">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
      : lines.length > 0 &&
        html`<p class="govuk-body gh-break">${lines.map((line, i) => html`${i > 0 && html`<br>`}${line}`)}</p>`,
  )}`
}

function splitLists(paragraph: string): { list: boolean; lines: string[] }[] {
  const parts: { list: boolean; lines: string[] }[] = []
  for (const line of paragraph.split('\n').filter((each) => each.trim())) {
    const item = /^\s*[-•*]\s+(.*)/.exec(line)?.[1]
    const last = parts.at(-1)
    if (last && last.list === (item !== undefined)) last.lines.push(item ?? line)
    else parts.push({ list: item !== undefined, lines: [item ?? line] })
  }
  return parts
}
