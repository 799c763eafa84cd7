import { copyField } from '#kernel/copy-field.ts'
import { details, insetText } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import type { Network } from '#features/networks/index.ts'
import { filenameOf, isGuarded, type Material } from './materials.ts'
import type { Message } from './message.ts'
import type { Placement } from './placements.ts'
import { bannerAlt, bannerHtml, snippets, wordsToCopy } from './texts.ts'
import { home, page } from './views.ts'

/** What is shown as a picture. */
export const pictured = ['poster-a4', 'screen', 'banner', 'code'] as const
type Pictured = (typeof pictured)[number]

/** How wide and how high each is shown, so that nothing jumps when the pictures arrive. */
const shapes: Record<Pictured, [number, number]> = {
  'poster-a4': [300, 424],
  screen: [300, 169],
  banner: [300, 75],
  code: [300, 330],
}

/** Posters and pictures for a place, each beside its words. */
export function materialsView(
  ask: Ask,
  network: Network,
  placement: Placement,
  message: Message,
  words: Record<Pictured, string[]>,
): View {
  const shown = (material: Pictured, title: string, files: Content) => {
    const source = `${fileHref(network, placement, message, material, 'svg')}&show=yes`
    return picture({ title, files, source, shape: shapes[material], words: words[material] })
  }
  const file = (material: Material, format: string, words: string) =>
    html`<li><a class="govuk-link" href="${fileHref(network, placement, message, material, format)}">${words}</a></li>`
  const bannerFile = filenameOf(network, message, { material: 'banner', format: 'png' })
  return {
    ...page(ask, network, `Posters and pictures: ${placement.name}`),
    back: home(network),
    wide: true,
    body: html`${heading('Posters and pictures', { caption: placement.name })}
${parts(network, placement, message, 'pictures')}
${column(versions(network, placement, message))}
${shown(
  'poster-a4',
  'Poster',
  html`<ul class="govuk-list">
${file('poster-a3', 'pdf', 'A3 poster to print (PDF)')}
${file('poster-a4', 'pdf', 'A4 poster to print (PDF)')}
${file('poster-a5', 'pdf', 'A5 leaflet to print (PDF)')}
${file('poster-a3', 'svg', 'A3 for designers (SVG)')}
${file('poster-a4', 'svg', 'A4 for designers (SVG)')}
${file('poster-a5', 'svg', 'A5 for designers (SVG)')}
</ul>`,
)}
${shown(
  'screen',
  'Screens in the building',
  html`<p class="govuk-body">For digital signs, 1920 by 1080 pixels.</p><ul class="govuk-list">${file('screen', 'png', 'Picture (PNG)')}${file('screen', 'svg', 'For designers (SVG)')}</ul>`,
)}
${shown(
  'banner',
  'Email banner',
  html`<p class="govuk-body">Put the picture into the email, make it a link to ${message.link}, and give it the text below.</p><ul class="govuk-list">${file('banner', 'png', 'Picture (PNG)')}${file('banner', 'svg', 'For designers (SVG)')}</ul>`,
)}
${column(
  html`${copyField({ key: 'banner-alt', title: 'Text for those who do not see the banner', text: bannerAlt(message) })}
${copyField({ key: 'banner-html', title: 'HTML, for tools that take it', hint: 'Put the picture beside it, under the same name.', text: bannerHtml(message, bannerFile) })}`,
)}
${shown(
  'code',
  'The code alone',
  html`<p class="govuk-body">For slides, leaflets and badges of your own. Leave the light edge around it, and the address below it.</p><ul class="govuk-list">${file('code', 'png', 'Picture (PNG)')}${file('code', 'svg', 'For designers (SVG)')}</ul>`,
)}`,
  }
}

/** Words to copy for a place: articles, posts, links. */
export function wordsView(
  ask: Ask,
  network: Network,
  placement: Placement,
  message: Message,
): View {
  const { page: onPage, signature } = snippets(message)
  return {
    ...page(ask, network, `Words to copy: ${placement.name}`),
    back: home(network),
    body: html`${heading('Words to copy', { caption: placement.name })}
${parts(network, placement, message, 'words')}
${versions(network, placement, message)}
<p class="govuk-body">Each of these carries the link for this place. Change them until they sound like you.</p>
${wordsToCopy(message).map(copyField)}
${heading('A link on an intranet page', { level: 2 })}
<p class="govuk-body">On a SharePoint page, add a Button or a Quick links part and paste the link. Where you can edit a page’s HTML, paste the HTML. It is a plain link: it needs no script, and a frame would not work, since browsers block forms in frames to keep people safe.</p>
${copyField({ key: 'link', title: 'Link', text: message.link, rows: 2 })}
${copyField({ key: 'html', title: 'HTML', text: onPage, rows: 3 })}
${heading('A line for email signatures', { level: 2 })}
${copyField({ key: 'signature', title: 'Signature', text: signature, rows: 2 })}`,
  }
}

function parts(network: Network, placement: Placement, message: Message, now: string): Html {
  const item = (key: string, path: string, text: string) =>
    html`<li><a class="govuk-link" href="${home(network)}/${placement.code}${path}?version=${message.version}"${key === now && html` aria-current="page"`}>${text}</a></li>`
  return html`<nav aria-label="What is made for this place"><ul class="govuk-list gh-inline">${item('pictures', '', 'Posters and pictures')}${item('words', '/words', 'Words to copy')}</ul></nav>`
}

function versions(network: Network, placement: Placement, { version }: Message): Html {
  const other = version === 'named' ? 'discreet' : 'named'
  const here = `${home(network)}/${placement.code}`
  const mayName = !isGuarded(network) || placement.named_on !== null
  const words =
    version === 'named'
      ? 'This version names the network.'
      : 'This version does not name the network, or say whom it is for.'
  const link =
    other === 'named' && !mayName
      ? html`<a class="govuk-link" href="${here}/naming">Name the network</a>`
      : html`<a class="govuk-link" href="?version=${other}">${other === 'named' ? 'See the version with its name' : 'See the version without its name'}</a>`
  return html`${
    network.findable === 'invited' &&
    insetText({
      html: html`<p class="govuk-body">This network is hidden, and its links open only for people who are invited. A poster, even one without a name, tells others that there is something. <a class="govuk-link" href="/networks/${network.slug}/invitations">Invite people</a> one by one instead, where you can.</p>`,
    })
  }<p class="govuk-body">${words} ${link}${
    mayName &&
    isGuarded(network) &&
    html` or <a class="govuk-link" href="${here}/naming">stop naming the network</a>`
  }</p>`
}

function picture({
  title,
  files,
  source,
  shape: [width, height],
  words,
}: {
  title: string
  files: Content
  source: string
  shape: [number, number]
  words: readonly string[]
}): Html {
  return html`<section class="gh-material">
<img src="${source}" width="${width}" height="${height}" alt="${title}, as it will look. Its words are beside it." loading="lazy">
<div>${heading(title, { level: 2 })}
${files}
${details({
  summaryHtml: html`The words on it<span class="govuk-visually-hidden">: ${title}</span>`,
  html: html`${words.map((line) => html`<p class="govuk-body gh-break">${line}</p>`)}`,
})}
</div>
</section>`
}

const fileHref = (
  network: Network,
  placement: Placement,
  { version }: Message,
  material: Material,
  format: string,
) => `${home(network)}/${placement.code}/files/${material}.${format}?version=${version}`

const column = (inside: Content): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${inside}</div></div>`
