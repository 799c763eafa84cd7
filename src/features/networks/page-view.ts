import type { Waiting } from '#kernel/feature.ts'
import { button } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions } from '#kernel/pieces.ts'
import type { Face } from './face.ts'
import { faceView } from './face-view.ts'
import { networkBand, type Network } from './find.ts'
import { waitingList } from './manage-view.ts'

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
    body: faceView(face, today, network.member && home(face, waiting)),
  }
}

/** What a member finds on the page besides. */
function home({ network, standing }: Face, waiting: readonly Waiting[]): Html {
  const who = network.leads ? 'a lead' : standing.category === 'ally' ? 'an ally' : 'a member'
  return html`
<h2 class="govuk-heading-m">For you as ${who}</h2>
${waiting.length > 0 ? waitingList(waiting) : html`<p class="govuk-body">Nothing waits for you here.</p>`}
${actions(...(network.leads ? leadActions(network) : memberActions(network)))}`
}

const memberActions = ({ slug }: Network): Content[] => [
  html`<a class="govuk-link" href="/networks/${slug}/membership">Your membership</a>`,
  html`<a class="govuk-link" href="/networks/${slug}/leave">Leave this network</a>`,
]

function leadActions(network: Network): Content[] {
  const { slug, status } = network
  return [
    status === 'proposed'
      ? button({ text: 'See your proposal', href: `/networks/${slug}/proposal` })
      : status === 'setting-up'
        ? button({ text: 'Go on setting up', href: `/networks/${slug}/setup` })
        : button({
            text: 'Manage this network',
            href: `/networks/${slug}/manage`,
            classes: 'govuk-button--secondary',
          }),
    ...memberActions(network),
  ]
}
