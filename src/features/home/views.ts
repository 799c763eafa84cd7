import { longDate } from '#kernel/clock.ts'
import type { Waiting } from '#kernel/feature.ts'
import { button, tag } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { actions, cards, empty, heading, hero } from '#kernel/pieces.ts'
import { givePlaceUp, placeWords } from '#features/members/index.ts'
import {
  categories,
  isKeyOf,
  networkStatuses,
  networkTypes,
  roles,
} from '#features/networks/index.ts'
import type { MyNetwork, OpenNetwork } from './queries.ts'

/** The first page: what this is, and three ways in. Nothing on it depends on who looks. */
export function frontView(networks: OpenNetwork[]): View {
  return {
    title: 'Find your people in public service',
    description:
      'A home for networks of people in public service: find one, join it in a minute, or start your own.',
    share: true,
    wide: true,
    body: html`${hero({
      heading: 'Find your people in public service',
      lead: 'Networks bring together people who share a cause, a craft or part of who they are. Find yours, join it in a minute, or start one with help at every step.',
      actions: actions(
        button({ text: 'Find a network', href: '/networks' }),
        button({
          text: 'Start a network',
          href: '/networks/new',
          classes: 'govuk-button--secondary',
        }),
      ),
      cloths: ['Mercers', 'Drapers', 'Weavers', 'Dyers', 'Fullers', 'Glovers', 'Cordwainers'],
    })}
      ${heading('Three ways in', { level: 2 })}
      ${cards([
        {
          heading: 'Find a network',
          href: '/networks',
          purpose:
            'Look through the networks by what they are for, who they are for, and where. Each one says what to expect before you join.',
          level: 3,
        },
        {
          heading: 'Join one, or several',
          href: '/join',
          purpose:
            'One short form for as many networks as you like. You need your work email address, and no password.',
          level: 3,
        },
        {
          heading: 'Start a network',
          href: '/networks/new',
          purpose:
            'Eight steps, each with guidance and examples, from a first idea to a network that lasts. Stop and come back whenever you like.',
          level: 3,
        },
      ])}
      ${networks.length > 0 && html`${heading('Open to new people', { level: 2 })}${cards(networks.slice(0, networks.length < 6 ? 3 : 6).map(openCard))}<p class="govuk-body govuk-!-margin-bottom-8"><a class="govuk-link" href="/networks">See all networks</a></p>`}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          ${heading('Private from the ground up', { level: 2 })}
          <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
            <li>Each network says who can see your name: its members, its leads or nobody. Your employer sees numbers at most.</li>
            <li>Names, addresses and answers are encrypted. A stolen copy of the database would not tell who is in which network.</li>
            <li>There are no adverts and no tracking, and nothing is loaded from anywhere else.</li>
            <li>One page shows all that is held about you. You can take it with you, or erase it.</li>
          </ul>
          <p class="govuk-body"><a class="govuk-link" href="/privacy">How your privacy is kept</a></p>
        </div>
        <div class="govuk-grid-column-one-half">
          ${heading('Made for people with little time', { level: 2 })}
          <p class="govuk-body">Most networks are run by volunteers beside a full-time job. Guildhall says what to do next, keeps what was done, and makes it easy to hand over.</p>
          <p class="govuk-body">The guide has all of it in one place: finding a purpose, a sponsor and members, meeting well, keeping people safe, and showing what changed.</p>
          <p class="govuk-body"><a class="govuk-link" href="/guide">Read the guide</a></p>
        </div>
      </div>`,
  }
}

function openCard({ slug, name, type, purpose, audience, joining }: OpenNetwork) {
  return {
    heading: name,
    href: `/networks/${slug}`,
    cloth: name,
    kind: isKeyOf(networkTypes, type) ? networkTypes[type].label : undefined,
    purpose: shortened(purpose),
    facts: [
      ...(audience ? [{ term: 'For:', text: shortened(audience) }] : []),
      {
        term: 'To join:',
        text: joining === 'open' ? 'Straight away' : 'Ask, and a lead says yes or no',
      },
    ],
    level: 3 as const,
  }
}

const mostShown = 15

/** A signed-in person's own page: what is next, across networks. */
export function homeView({
  name,
  waiting,
  networks,
}: {
  name: string
  waiting: Waiting[]
  networks: MyNetwork[]
}): View {
  const inside = networks.filter(({ standing }) => standing === 'active')
  const asked = networks.filter(({ standing }) => standing === 'requested')
  const waited = networks.filter(({ standing }) => standing === 'waiting')
  const toDo = waiting.filter(({ lasting }) => !lasting)
  const lasting = waiting.filter((each) => each.lasting)
  return {
    title: 'Home',
    wide: true,
    body: html`<h1 class="govuk-heading-l gh-break">Hello, ${name}</h1>
      ${toDo.length > 0 ? whatWaits(toDo) : networks.length > 0 && html`<p class="govuk-body">Nothing waits for you just now.</p>`}
      ${inside.length > 0 && html`${heading('Your networks', { level: 2 })}${cards(inside.map(myCard))}`}
      ${asked.length > 0 && html`${heading('You have asked to join', { level: 2 })}${cards(asked.map(askedCard))}`}
      ${waited.length > 0 && html`${heading('You are on a waiting list', { level: 2 })}${waited.map(waitedFor)}`}
      ${lasting.length > 0 && html`${heading('What you have taken on', { level: 2 })}<ul class="govuk-list govuk-list--spaced govuk-!-margin-bottom-7">${lasting.map(({ text, href }) => html`<li><a class="govuk-link gh-break" href="${href}">${text}</a></li>`)}</ul>`}
      ${networks.length === 0 ? noNetworks : actions(html`<a class="govuk-link" href="/networks">Find another network</a>`, html`<a class="govuk-link" href="/join">Join several at once</a>`, html`<a class="govuk-link" href="/networks/new">Start a network</a>`)}`,
  }
}

function whatWaits(waiting: Waiting[]): Html {
  const rest = waiting.length - mostShown
  return html`${heading('What waits for you', { level: 2 })}
    <ul class="govuk-list govuk-list--spaced">${waiting
      .slice(0, mostShown)
      .map(
        ({ text, href, network }) =>
          html`<li><a class="govuk-link gh-break" href="${href}">${text}</a>${network && html`<br><span class="govuk-hint gh-break">${network}</span>`}</li>`,
      )}</ul>
    ${rest > 0 && html`<p class="govuk-body">And ${rest} more. They show here as you deal with these.</p>`}`
}

function myCard(network: MyNetwork) {
  const { slug, name, type, status, sensitive, category } = network
  const held = network.roles.map(
    ({ role, title }) => title || (isKeyOf(roles, role) ? roles[role].label : role),
  )
  const state: Content =
    status === 'live'
      ? networkStatuses.live.label
      : tag({ text: networkStatuses[status].label, classes: 'govuk-tag--grey' })
  return {
    heading: name,
    href: `/networks/${slug}`,
    cloth: name,
    sensitive,
    kind: isKeyOf(networkTypes, type) ? networkTypes[type].label : undefined,
    facts: [
      { term: 'You are:', text: held.length > 0 ? held.join(', ') : categories[category].label },
      { term: 'Status:', text: state },
    ],
    level: 3 as const,
  }
}

/** A place on a waiting list, with what it means and a way out. */
function waitedFor(network: MyNetwork): Html {
  return html`<h3 class="govuk-heading-s"><a class="govuk-link gh-break" href="/networks/${network.slug}">${network.name}</a></h3>
    <p class="govuk-body">${placeWords(network.place ?? 1, network)} There is no room for another ally just now. When it is your turn you are in, and we email you.</p>
    ${givePlaceUp(network)}`
}

function askedCard({ slug, name, sensitive, since }: MyNetwork) {
  return {
    heading: name,
    href: `/networks/${slug}`,
    cloth: name,
    sensitive,
    purpose: 'A lead will say yes or no, and you get an email.',
    facts: [{ term: 'Asked on', text: longDate(since) }],
    level: 3 as const,
  }
}

const noNetworks = empty({
  heading: 'You are in no network yet',
  body: html`<p class="govuk-body">A network is people who help each other at work: because they share a cause, a craft or part of who they are. Once you are in one, this page shows what is next in it.</p>
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      <li><a class="govuk-link" href="/networks">Find a network</a> that is for you, or that you want to support.</li>
      <li><a class="govuk-link" href="/join">Join</a> it, and others with the same form. It takes about a minute.</li>
      <li>Is yours missing? <a class="govuk-link" href="/networks/new">Start a network</a>. You do not have to do it alone.</li>
    </ol>`,
})

/** A text's first words, up to its last full one. */
function shortened(text: string, most = 180): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`
}
