import { copyField } from '#kernel/copy-field.ts'
import { insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import { umbrellaSet } from '../sets.ts'

/** The address of a network's form, and of the form for an umbrella's parts, to be put on other sites. */
export function linkView(ask: Ask, network: Network, umbrella: boolean): View {
  const promotion = `/networks/${network.slug}/promote`
  const at = (query: string) => `${ask.app.config.baseUrl}/join?${query}`
  return {
    title: 'The address of the form',
    section: network.name,
    network: networkBand(ask, network, 'join-link'),
    back: { text: 'Promote the network', href: promotion },
    robots: 'none',
    body: html`${heading('The address of the form')}
      <p class="govuk-body">The form to join, without a count of who comes. To see how many come from a page, <a class="govuk-link" href="${promotion}">make a link for that place</a> instead: it has posters and words to go with it.</p>
      ${network.status !== 'live' && insetText({ text: 'The link works once the network is live. Nobody can join it now.' })}
      ${network.findable !== 'everyone' && insetText({ text: 'Only people who may find your network see it behind this link. To others it looks as if it was not there.' })}
      ${toCopy({ title: 'Your network', address: at(`network=${network.slug}`), words: network.sensitive ? 'Join this network' : `Join ${network.name}` })}
      ${umbrella && toCopy({ title: 'Your network and its parts', address: at(`set=${umbrellaSet(network.slug)}`), words: network.sensitive ? 'Choose the networks to join' : `${network.name}: choose the networks to join`, note: 'One form with your network and all that are part of it. New parts are on it by themselves, and closed ones go. Nothing is ticked beforehand.' })}
      ${heading('How to put it on a page', { level: 2 })}
      <p class="govuk-body">On a SharePoint page, add a Button or a Quick links part, and paste the address. On other pages whose HTML you can edit, paste the HTML.</p>
      <p class="govuk-body">It is a plain link that opens the form here. Do not show the form in a frame: browsers block that, to keep people safe.</p>`,
  }
}

/** An address, and the same as a piece of HTML, in fields from which they can be copied. */
export function toCopy(of: { title: string; address: string; words: string; note?: string }): Html {
  const key = of.title.toLowerCase().replace(/[^a-z]+/g, '-')
  const { address } = of
  const snippet = html`<p><a href="${address}">${of.words}</a></p>`.toString()
  return html`${heading(of.title, { level: 2 })}
${of.note && html`<p class="govuk-body">${of.note}</p>`}
<p class="govuk-body"><a class="govuk-link gh-break" href="${address}">See the form</a></p>
${copyField({ key: `${key}-address`, title: 'Address to copy', text: address, rows: 2 })}
${copyField({ key: `${key}-html`, title: 'HTML to copy', text: snippet, rows: 3 })}`
}
