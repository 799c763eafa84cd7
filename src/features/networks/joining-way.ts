import { button } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { givePlaceUp, placeWords } from '#features/members/index.ts'
import type { Face, Standing } from './face.ts'
import type { Network } from './find.ts'
import { namesSeenBy } from './words.ts'

/** What the button says that joins a network; undefined where the viewer cannot join now. */
export function joinText(network: Network, { status, invited }: Standing): string | undefined {
  if (network.member || status || network.status !== 'live') return undefined
  if (network.joining === 'open' || invited) return 'Join this network'
  return network.joining === 'request' ? 'Ask to join' : undefined
}

/** For those who are not in it: what happens when they join, and how to. */
export function joiningWay({ network, standing, emailsReadBy }: Face): Html {
  const isOpening = network.status === 'live' || network.status === 'setting-up'
  return html`
${isOpening && section(standing.status ? 'Before you are in' : 'What happens when you join', nextWords(network, standing, emailsReadBy))}
${section('How to join', joinWords(network, standing, isOpening))}`
}

/** A part of a network's page under a heading of its own. */
export const section = (title: string, inside: Content): Html =>
  html`<h2 class="govuk-heading-m">${title}</h2>${inside}`

/** What joining means: how soon, and who will know. */
function nextWords(network: Network, standing: Standing, emailsReadBy: Face['emailsReadBy']): Html {
  return html`
<p class="govuk-body">${firstWords(network, standing)}</p>
<p class="govuk-body">${namesSeenBy[network.names].hint} ${emailsReadBy ? `Your employer never sees who is a member. ${emailsReadBy}` : 'Your employer and the people who run this site never see who is a member.'}</p>
${network.sensitive && html`<p class="govuk-body">This is a sensitive network. Emails do not name it, and it publishes no numbers.</p>`}`
}

function firstWords({ joining }: Network, { signedIn, status, invited }: Standing): string {
  if (status === 'requested')
    return 'A lead says yes or no, and we email you. Nobody asks you to prove who you are.'
  if (status === 'waiting')
    return 'Whoever came first gets the next place. When it is your turn you are in, and we email you. You need do nothing.'
  const first = signedIn
    ? 'You are signed in, so you need not give your name and address again.'
    : 'You give your name and work email address, and confirm with a code that we send you.'
  if (joining === 'open' || invited)
    return signedIn ? `${first} You are in at once.` : `${first} Then you are in.`
  if (joining === 'request')
    return `${first} A lead then says yes or no, and we tell you. Nobody asks you to prove who you are.`
  return 'You need a personal invitation from a lead or a member. It has a link that lets you in.'
}

function joinWords(network: Network, standing: Standing, isOpening: boolean): Content {
  const why = network.joining_reason && html`<p class="govuk-body">${network.joining_reason}</p>`
  const words = (text: string) => html`<p class="govuk-body">${text}</p>${isOpening && why}`
  if (standing.status === 'requested')
    return words('You have asked to join. A lead decides, and we will email you.')
  if (standing.status === 'waiting')
    return html`<p class="govuk-body">There is no room for another ally just now. ${placeWords(standing.place ?? 1, network)}</p>
${givePlaceUp(network)}`
  if (network.status === 'closed') return words('This network has closed, so nobody can join.')
  if (network.status === 'dormant')
    return words('This network is resting, so nobody can join for now.')
  if (network.status !== 'live') return words('People can join once the network is live.')
  const text = joinText(network, standing)
  if (!text) return words('People join this network by personal invitation only.')
  return html`${standing.invited ? html`<p class="govuk-body">You are invited.</p>` : why}${button({ text, href: `/join?network=${network.slug}`, isStartButton: true })}`
}
