import { insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { faceView } from './face-view.ts'
import { backToManage, networkBand, type Network } from './find.ts'
import { onlookers, type Onlooker, type Sight } from './preview.ts'

/** The network's page as someone else will see it, with a way to each onlooker. */
export function previewView(
  ask: Ask,
  network: Network,
  onlooker: Onlooker,
  { face, listed }: Sight,
  today: string,
): View {
  const who = onlookers[onlooker].toLowerCase()
  const found = face
    ? `This is what ${who} sees${network.status === 'setting-up' ? ' once the network is live' : ''}.`
    : `To ${who}, this network does not exist: its address answers as any wrong address does.`
  const inDirectory = listed
    ? 'The directory lists it for them.'
    : 'The directory does not list it for them.'
  return {
    title: `What ${who} sees`,
    section: network.name,
    network: networkBand(ask, network, 'preview'),
    robots: 'none',
    back: backToManage(network),
    wide: true,
    body: html`
${insetText({ html: html`<p class="govuk-body"><strong>Preview.</strong> ${found} ${inDirectory}</p>${ways(network, onlooker)}` })}
${face ? faceView(face, today) : heading('Page not found')}`,
  }
}

function ways({ slug, findable }: Network, current: Onlooker): Html {
  const offered = (Object.keys(onlookers) as Onlooker[]).filter(
    (each) => each !== 'colleague' || findable === 'organisations',
  )
  return html`<p class="govuk-body">Look as: ${offered.map(
    (each, i) =>
      html`${i > 0 && ' · '}${each === current ? html`<strong>${onlookers[each].toLowerCase()}</strong>` : html`<a class="govuk-link" href="/networks/${slug}/preview?as=${each}">${onlookers[each].toLowerCase()}</a>`}`,
  )}</p>`
}
