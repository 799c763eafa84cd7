import { form, type Filling } from '#kernel/forms.ts'
import { button, insetText, panel, summaryList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import {
  findableBy,
  joiningBy,
  namesSeenBy,
  networkBand,
  type Network,
} from '#features/networks/index.ts'
import { textInput } from './question.ts'
import type { Planned } from './plan.ts'

/** Before going live: who will see what. */
export function goLiveView(ask: Ask, network: Network): View {
  const title = 'Are you ready to go live?'
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'setup'),
    back: { href: home(network), text: 'Setting up' },
    body: html`${heading(title)}
      <p class="govuk-body">From that moment ${network.findable === 'invited' ? 'people whom you invite' : 'people'} can find ${network.name} and join it, as you chose:</p>
      ${privacySummary(network)}
      <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/preview">See what strangers, signed-in people and members will see</a></p>
      ${insetText({ text: 'After that, making the network less private takes every lead’s agreement and 30 days’ notice to members. Making it more private is always possible at once.' })}
      ${form(
        { action: `${home(network)}/live` },
        actions(
          button({ text: 'Go live', preventDoubleClick: true }),
          html`<a class="govuk-link" href="${home(network)}">Not yet</a>`,
        ),
      )}`,
  }
}

/** It is open. What to do with it now: people first. */
export function liveView(ask: Ask, network: Network): View {
  const hidden = network.findable === 'invited'
  const address = `${ask.app.config.baseUrl}/join?network=${network.slug}`
  return {
    title: `${network.name} is live`,
    section: network.name,
    network: networkBand(ask, network, 'setup'),
    body: html`${panel({ titleText: `${network.name} is live`, text: hidden ? 'People you invite can join' : 'People can find it and join' })}
      ${
        hidden
          ? html`<p class="govuk-body">It is hidden: only people you invite can see that it exists.</p>`
          : html`${heading('Your sign-up link', { level: 2 })}<p class="govuk-body">Put it in emails, chats and signatures.</p>${insetText({ html: html`<a class="govuk-link gh-break" href="${address}">${address}</a>` })}`
      }
      ${heading('What to do next', { level: 2 })}
      <ol class="govuk-list govuk-list--number">
        <li>Thank the people who helped you to get here.</li>
        <li>Each of you talks to three people and asks them to join. ${link(ask, network, 'invitations', 'Send them an invitation')}</li>
        <li>Do you keep a list of members already? ${link(ask, network, 'import', 'Import it, and each of them is asked to confirm')}</li>
        <li>Choose a date for the first time you meet, and tell everyone who joins. ${link(ask, network, 'launch', 'Plan a launch')}</li>
        ${!hidden && html`<li>Put up a poster, and write a few lines for the intranet. ${link(ask, network, 'promote', 'Make a link for each place')}</li>`}
        <li>In two weeks, look at who has joined and who is missing. Ask them too.</li>
      </ol>
      <p class="govuk-body"><a class="govuk-link" href="${home(network)}/recruiting">More on finding members</a></p>
      ${actions(button({ text: 'See your network', href: `/networks/${network.slug}` }))}`,
  }
}

/** Who can find it, how people join, who sees names. */
export function privacySummary(network: Network): Html {
  const row = (key: string, word: { label: string; hint: string }) => ({
    key: { text: key },
    value: { html: html`${word.label}<br><span class="govuk-hint">${word.hint}</span>` },
  })
  return summaryList({
    rows: [
      row('Who can find it', findableBy[network.findable]),
      row('Who can join', joiningBy[network.joining]),
      row('Who sees members’ names', namesSeenBy[network.names]),
      network.sensitive &&
        row('Sensitive', {
          label: 'Yes',
          hint: 'Emails do not name the network, and no one but leads sees names.',
        }),
    ],
  })
}

/** Why is a task not for them now? */
export function setAsideView(
  ask: Ask,
  network: Network,
  task: Planned,
  { typed = {}, errors = [] }: Filling = {},
): View {
  return {
    title: 'Set this task aside?',
    section: network.name,
    network: networkBand(ask, network, 'setup'),
    back: { href: `${home(network)}/${task.step}`, text: `Step ${task.step}` },
    errors,
    body: html`${heading('Set this task aside?')}
      ${insetText({ text: task.title })}
      ${form(
        { action: `${home(network)}/skipped/${task.key}` },
        textInput(
          'reason',
          { typed, errors },
          {
            label: 'Why is it not for you now?',
            hint: 'A few words, so that the other leads know. For example: we have no need of it, or we will look at it in spring.',
            rows: 3,
          },
        ),
        actions(
          button({ text: 'Set it aside', preventDoubleClick: true }),
          html`<a class="govuk-link" href="${home(network)}/${task.step}">Keep it</a>`,
        ),
      )}`,
  }
}

const home = (network: Network) => `/networks/${network.slug}/setup`

/** A link to a page of the network, where this installation has that page. */
function link(ask: Ask, network: Network, page: string, text: string): Html | undefined {
  const exists = ask.app.features.some((feature) =>
    feature.routes?.some((route) => route.path === `/networks/:slug/${page}`),
  )
  return exists
    ? html`<a class="govuk-link" href="/networks/${network.slug}/${page}">${text}</a>.`
    : undefined
}
