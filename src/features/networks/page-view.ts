import type { Waiting } from '#kernel/feature.ts'
import { button } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions } from '#kernel/pieces.ts'
import type { Face } from './face.ts'
import { faceView } from './face-view.ts'
import { networkBand, type Network } from './find.ts'

/** The page of a network. Shared between strangers only where everyone may find it. */
export function pageView(ask: Ask, face: Face, today: string, waiting: readonly Waiting[]): View {
  const { network } = face
  const isPublic = network.findable === 'everyone'
  const isStranger = ask.viewer.kind === 'stranger' && !ask.viewer.invitation
  return {
    title: network.name,
    wide: true,
    network: networkBand(ask, network, 'overview'),
    description: isPublic ? network.purpose.replace(/\s+/g, ' ').slice(0, 200) : undefined,
    robots: isPublic ? undefined : 'none',
    share: isPublic && isStranger,
    body: faceView(face, today, network.member && home(network, waiting)),
  }
}

/** What a member finds on the page besides. */
function home(network: Network, waiting: readonly Waiting[]): Html {
  const next =
    waiting.length > 0 &&
    html`<ul class="govuk-list">${waiting.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`
  return html`
<h2 class="govuk-heading-m">For you as a ${network.leads ? 'lead' : 'member'}</h2>
${next || html`<p class="govuk-body">Nothing waits for you here.</p>`}
${network.leads && actions(...leadActions(network))}
<p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/leave">Leave this network</a></p>`
}

function leadActions({ slug, status }: Network): Content[] {
  const isBeginning = status === 'setting-up' || status === 'proposed'
  return [
    isBeginning && button({ text: 'Go on setting up', href: `/networks/${slug}/setup` }),
    html`<a class="govuk-link" href="/networks/${slug}/preview">See what others see</a>`,
    html`<a class="govuk-link" href="/networks/${slug}/settings">Settings</a>`,
    html`<a class="govuk-link" href="/networks/new?parent=${slug}">Start a network that is part of this one</a>`,
  ]
}
