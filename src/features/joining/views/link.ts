import { insetText, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { backToManage, networkBand, type Network } from '#features/networks/index.ts'
import { umbrellaSet } from '../sets.ts'

/** The address of a network's form, and of the form for an umbrella's parts, to be put on other sites. */
export function linkView(ask: Ask, network: Network, umbrella: boolean): View {
  const at = (query: string) => `${ask.app.config.baseUrl}/join?${query}`
  return {
    title: 'Link to joining',
    section: network.name,
    network: networkBand(ask, network, 'join-link'),
    back: backToManage(network),
    robots: 'none',
    body: html`${heading('Link to joining')}
      <p class="govuk-body">Put joining where people at work look: an intranet, a SharePoint page, a team site, an induction pack.</p>
      ${network.status !== 'live' && insetText({ text: 'The link works once the network is live. Nobody can join it now.' })}
      ${network.findable !== 'everyone' && insetText({ text: 'Only people who may find your network see it behind this link. To others it looks as if it was not there.' })}
      ${toCopy({ title: 'Your network', address: at(`network=${network.slug}`), words: network.sensitive ? 'Join this network' : `Join ${network.name}` })}
      ${umbrella && toCopy({ title: 'Your network and its parts', address: at(`set=${umbrellaSet(network.slug)}`), words: network.sensitive ? 'Choose the networks to join' : `${network.name}: choose the networks to join`, note: 'One form with your network and all that are part of it. New parts are on it by themselves, and closed ones go. Nothing is ticked beforehand.' })}
      ${heading('How to put it on a page', { level: 2 })}
      <p class="govuk-body">On a SharePoint page, add a Button or a Quick links part, and paste the address. On other pages whose HTML you can edit, paste the HTML.</p>
      <p class="govuk-body">It is a plain link that opens the form here. Do not show the form in a frame: browsers block that, to keep people safe.</p>
      ${heading('See where people come from', { level: 2 })}
      <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/promote">Make a short link</a> for each place instead, with posters and words to go with it. You see how many came from each, and never who.</p>`,
  }
}

/** An address, and the same as a piece of HTML, in fields from which they can be copied. */
export function toCopy(of: { title: string; address: string; words: string; note?: string }): Html {
  const id = of.title.toLowerCase().replace(/[^a-z]+/g, '-')
  const shown = (kind: string, label: string, value: string, rows: number) =>
    textarea({
      id: `${id}-${kind}`,
      name: `${id}-${kind}`,
      rows,
      label: { text: label },
      value,
      spellcheck: false,
      attributes: { readonly: { value: true, optional: true } },
    })
  return html`${heading(of.title, { level: 2 })}
${of.note && html`<p class="govuk-body">${of.note}</p>`}
<p class="govuk-body"><a class="govuk-link gh-break" href="${of.address}">See the form</a></p>
${shown('address', 'Address to copy', of.address, 2)}
${shown('html', 'HTML to copy', snippet(of.address, of.words), 3)}`
}

const snippet = (address: string, words: string) =>
  html`<p><a href="${address}">${words}</a></p>`.toString()
