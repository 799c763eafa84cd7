import type { Tool, Waiting } from '#kernel/feature.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { cards, heading } from '#kernel/pieces.ts'
import { networkBand, type Network } from './find.ts'

/** What waits for a lead in a network, and the tools of every capability. */
export function manageView(ask: Ask, network: Network, waiting: readonly Waiting[]): View {
  const tools = ask.app.features.flatMap((feature) => feature.tools ?? [])
  return {
    title: 'Manage',
    section: network.name,
    network: networkBand(ask, network, 'manage'),
    robots: 'none',
    wide: true,
    body: html`${heading('Manage')}
<p class="govuk-body">What you and the other leads look after. Members do not see these pages.</p>
${waiting.length > 0 && html`${heading('What waits for you', { level: 2 })}${waitingList(waiting)}`}
${parts.map(([part, title]) => partOf(network, title, tools, part))}`,
  }
}

/** Links to what waits, one under another. */
export function waitingList(waiting: readonly Waiting[]): Html {
  return html`<ul class="govuk-list govuk-list--spaced">${waiting.map(({ text, href }) => html`<li><a class="govuk-link gh-break" href="${href}">${text}</a></li>`)}</ul>`
}

const parts: readonly [Tool['part'], string][] = [
  ['people', 'People'],
  ['working-together', 'Working together'],
  ['network', 'The network'],
]

function partOf(
  { slug, status }: Network,
  title: string,
  tools: readonly Tool[],
  part: Tool['part'],
): Html | undefined {
  const here = tools
    .filter((tool) => tool.part === part && (tool.during?.includes(status) ?? true))
    .toSorted((a, b) => a.order - b.order)
  if (here.length === 0) return undefined
  const shown = here.map(({ text, hint, href }) => ({
    heading: text,
    href: href(slug),
    purpose: hint,
    level: 3 as const,
  }))
  return html`${heading(title, { level: 2 })}${cards(shown)}`
}
