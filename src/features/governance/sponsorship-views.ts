import { field, form } from '#kernel/forms.ts'
import { button, input, insetText, panel } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import type { Network } from '#features/networks/index.ts'
import type { Sponsor } from './sponsors.ts'

/** Behind the link of the invitation: what is asked, and what would be public. `known` says that the reader may open the network's page. */
export function invitationView(
  token: string,
  network: Network,
  sponsor: Sponsor,
  known: boolean,
): View {
  const title = `Will you be the sponsor of ${network.name}?`
  return {
    title,
    robots: 'none',
    body: html`${heading(title)}
      ${prose(network.mission || network.purpose)}
      ${known && seeNetwork(network)}
      ${heading('What a sponsor does', { level: 2 })}
      ${whatSponsorsDo()}
      <p class="govuk-body">You do not run the network and you do not see who its members are. Most sponsors give it an hour or two a month.</p>
      ${heading('What others will see', { level: 2 })}
      <p class="govuk-body">Your name and your position, and that you sponsor the network. ${audience(network)} Your email address is seen by the network’s leads only.</p>
      ${network.sensitive && insetText({ text: 'This network is private. Please do not talk about who leads it or who is in it.' })}
      ${actions(
        button({ text: 'Yes, I will', href: `/sponsorship/${token}/acceptance` }),
        form(
          { action: `/sponsorship/${token}/refusal` },
          button({
            text: 'No, thank you',
            classes: 'govuk-button--secondary',
            preventDoubleClick: true,
          }),
        ),
      )}
      <p class="govuk-body">This page was made for ${sponsor.name}. If that is not you, please close it.</p>`,
  }
}

const seeNetwork = ({ slug }: Network): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/networks/${slug}">See the network’s page</a></p>`

/** Confirming the name and the position as everyone will read them. */
export function acceptanceView(
  token: string,
  network: Network,
  typed: Fields,
  errors: FormError[] = [],
): View {
  return {
    title: 'How should we name you?',
    robots: 'none',
    back: `/sponsorship/${token}`,
    errors,
    body: html`${heading('How should we name you?', { caption: network.name })}
      <p class="govuk-body">This is what others will see. ${audience(network)}</p>
      ${form(
        { action: `/sponsorship/${token}/acceptance` },
        input({
          ...field('name', { typed, errors }),
          label: { text: 'Your name' },
          autocomplete: 'name',
          spellcheck: false,
        }),
        input({
          ...field('position', { typed, errors }),
          label: { text: 'Your position' },
          autocomplete: 'organization-title',
        }),
        button({ text: 'Accept and be named', preventDoubleClick: true }),
      )}`,
  }
}

/** Once answered: thanks, and the way out. */
export function answeredView(
  token: string,
  network: Network,
  sponsor: Sponsor,
  known: boolean,
): View {
  if (sponsor.status === 'accepted') {
    return {
      title: 'Thank you for being the sponsor',
      robots: 'none',
      body: html`${panel({ titleText: 'Thank you', text: `You are the sponsor of ${network.name}` })}
        <p class="govuk-body">We have told the people who lead the network. They will be in touch.</p>
        ${known && seeNetwork(network)}
        ${heading('A good start', { level: 2 })}
        <ul class="govuk-list govuk-list--bullet"><li>Meet the leads for half an hour. Ask what they want to reach and what stands in their way.</li><li>Say in public, once, why the network matters to you.</li><li>Agree when you will talk again.</li></ul>
        <p class="govuk-body">Keep the email with the link to this page, or sign in to find it. You can stop being the sponsor here at any time, and your name goes from the network’s pages at once.</p>
        ${form({ action: `/sponsorship/${token}/ending` }, button({ text: 'Stop being the sponsor', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`,
    }
  }
  const [title, text] =
    sponsor.status === 'declined'
      ? [
          'Thank you for telling us',
          'We have told the people who lead the network. You will not get another email about this.',
        ]
      : [
          'You are not the sponsor',
          'Your name is not on the network’s pages, or it has been taken off.',
        ]
  return { title, robots: 'none', body: html`${heading(title)}<p class="govuk-body">${text}</p>` }
}

/** The invitation was left too long. */
export function lapsedView(): View {
  const title = 'This invitation is no longer open'
  return {
    title,
    robots: 'none',
    status: 410,
    body: html`${heading(title)}<p class="govuk-body">It could be answered for 60 days. If you would like to be the sponsor after all, tell the person who asked you: they can send it again.</p>`,
  }
}

/** The role, in five lines. */
export function whatSponsorsDo(): Html {
  return html`<p class="govuk-body">A sponsor:</p>
    <ul class="govuk-list govuk-list--bullet"><li>speaks up for the network where decisions are made</li><li>meets its leads a few times a year, and listens</li><li>helps to find time, money and a way past obstacles</li><li>tells the leads what is coming and when to have their say</li><li>leaves the running of the network to its members</li></ul>`
}

function audience(network: Network): string {
  const by = {
    everyone: 'Anyone who opens the network’s page can see it.',
    'signed-in': 'People who are signed in here can see it.',
    organisations: 'People of the organisations that the network is for can see it.',
    invited: 'Only members and people who are invited can see it.',
  }
  return by[network.findable]
}
