import { button } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import type { MyMembership } from '#features/members/index.ts'
import type { Network } from '#features/networks/index.ts'

/**
 * For someone signed in who has answered it, or is in the network by another way. To anyone else an answered
 * link is over, and does not tell what the answer was.
 */
export function insideView(network: Network, status: MyMembership['status']): View {
  const title = {
    active: `You are in ${network.name} already`,
    requested: `You have asked to join ${network.name} already`,
    waiting: `You are on the waiting list of ${network.name} already`,
  }[status]
  return {
    title,
    robots: 'none',
    network: { name: network.name, slug: network.slug, sensitive: network.sensitive },
    body: html`${heading(title)}
      <p class="govuk-body">${status === 'active' ? 'There is nothing more to do with this invitation.' : 'You will get an email when there is news. There is nothing more to do with this invitation.'}</p>
      ${button({ text: 'Go to the network', href: `/networks/${network.slug}` })}`,
  }
}
