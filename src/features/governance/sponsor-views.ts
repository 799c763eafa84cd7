import { addDays, longDate } from '#kernel/clock.ts'
import { field, form, type Filling } from '#kernel/forms.ts'
import { button, details, input, summaryList, tag, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { type Ask, type View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { backToManage, networkBand, type Network } from '#features/networks/index.ts'
import { whatSponsorsDo } from './sponsorship-views.ts'
import { hasLapsed, sendsAgainAfter, type Sponsor } from './sponsors.ts'

/** For leads: who sponsors the network, who was asked, and asking someone. */
export function sponsorView(
  ask: Ask,
  network: Network,
  sponsors: Sponsor[],
  today: string,
  { typed = {}, errors = [] }: Filling = {},
): View {
  const text = (name: string) => field(name, { typed, errors })
  return {
    title: 'Sponsor',
    section: network.name,
    network: networkBand(ask, network, 'manage'),
    back: backToManage(network),
    errors,
    body: html`${heading('Sponsor')}
      <p class="govuk-body-l">A sponsor is a senior person who speaks up for the network and opens doors.</p>
      ${details({ summaryText: 'What a sponsor does', html: html`${whatSponsorsDo()}<p class="govuk-body"><a class="govuk-link" href="/guide/people">Read more in the guide</a>.</p>` })}
      ${sponsors.map((sponsor) => sponsorCard(network, sponsor, today))}
      ${heading(sponsors.length ? 'Ask someone else' : 'Ask someone', { level: 2 })}
      <p class="govuk-body">Talk to them first. Then send this, so that they can say yes and agree to be named.</p>
      ${form(
        { action: home(network) },
        input({
          ...text('name'),
          label: label('Their full name'),
          autocomplete: 'off',
          spellcheck: false,
        }),
        input({
          ...text('email'),
          type: 'email',
          label: label('Their work email address'),
          autocomplete: 'off',
          spellcheck: false,
        }),
        input({
          ...text('position'),
          label: label('Their position'),
          hint: { text: 'For example, Director of Operations.' },
        }),
        textarea({
          ...text('message'),
          rows: 4,
          label: label('A message from you (optional)'),
          hint: {
            text: network.sensitive
              ? 'It goes into the email, which may be seen by others. Do not name the network or say what it is about.'
              : 'It goes into the email. Say who you are and what you ask of them.',
          },
        }),
        button({ text: 'Send invitation', preventDoubleClick: true }),
      )}`,
  }
}

/** Ending a sponsorship, or taking an invitation back. */
export function sponsorEndingView(ask: Ask, network: Network, sponsor: Sponsor): View {
  const accepted = sponsor.status === 'accepted'
  const title = accepted ? 'End this sponsorship?' : 'Take back this invitation?'
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'manage'),
    back: { href: home(network), text: 'Sponsor' },
    body: html`${heading(title)}
      <p class="govuk-body">${accepted ? `${sponsor.name} will no longer be named on the network’s pages. We email them to say so, and to thank them.` : `The link that ${sponsor.name} received will no longer work.`}</p>
      ${form(
        { action: `${home(network)}/${sponsor.id}/ending` },
        actions(
          button({
            text: accepted ? 'End sponsorship' : 'Take back invitation',
            classes: 'govuk-button--warning',
            preventDoubleClick: true,
          }),
          html`<a class="govuk-link" href="${home(network)}">Keep it</a>`,
        ),
      )}`,
  }
}

const home = (network: Network) => `/networks/${network.slug}/sponsor`
const label = (text: string) => ({ text, classes: 'govuk-label--s' })

function sponsorCard(network: Network, sponsor: Sponsor, today: string): Html {
  const isOpen = sponsor.status !== 'declined'
  const again = addDays(sponsor.sentOn, sendsAgainAfter)
  return html`${summaryList({
    card: {
      title: { text: sponsor.name, headingLevel: 2 },
      actions: isOpen
        ? {
            items: [
              {
                text: sponsor.status === 'accepted' ? 'End' : 'Take back',
                href: `${home(network)}/${sponsor.id}/ending`,
                visuallyHiddenText:
                  sponsor.status === 'accepted' ? 'this sponsorship' : 'this invitation',
              },
            ],
          }
        : undefined,
    },
    rows: [
      { key: { text: 'Answer' }, value: { html: answerOf(sponsor, today) } },
      { key: { text: 'Position' }, value: { text: sponsor.position } },
      { key: { text: 'Email' }, value: { text: sponsor.email } },
      { key: { text: 'Asked' }, value: { text: longDate(sponsor.sentOn) } },
    ],
  })}
  ${
    sponsor.status === 'invited' &&
    (again <= today
      ? form(
          { action: `${home(network)}/${sponsor.id}/reminder` },
          button({
            text: 'Send the invitation again',
            classes: 'govuk-button--secondary',
            preventDoubleClick: true,
          }),
        )
      : html`<p class="govuk-hint">You can send the invitation again from ${longDate(again)}.</p>`)
  }`
}

function answerOf(sponsor: Sponsor, today: string): Html {
  if (sponsor.status === 'accepted')
    return html`${tag({ text: 'Accepted', classes: 'govuk-tag--green' })} on ${longDate(sponsor.answeredOn!)}`
  if (sponsor.status === 'declined')
    return html`${tag({ text: 'Declined', classes: 'govuk-tag--grey' })} on ${longDate(sponsor.answeredOn!)}`
  if (hasLapsed(sponsor, today))
    return tag({ text: 'No answer in time', classes: 'govuk-tag--grey' })
  return tag({ text: 'Waiting for an answer', classes: 'govuk-tag--yellow' })
}
