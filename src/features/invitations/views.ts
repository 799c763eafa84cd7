import { longDate } from '#kernel/clock.ts'
import { field, form } from '#kernel/forms.ts'
import { button, details, insetText, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Fields, type View } from '#kernel/http.ts'
import type { FormError, Page } from '#kernel/layout.ts'
import { actions, empty, heading, stackedTable } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { backToManage, type Network } from '#features/networks/index.ts'
import { mostAtOnce } from './forms.ts'
import type { Cursor, Invitation, Waiting } from './queries.ts'

type List = {
  network: Network
  band: NonNullable<Page['network']>
  invitations: Waiting[]
  next?: Cursor
  typed?: Fields
  errors?: FormError[]
}

/** Leads invite people, and see who has not answered. */
export function listView({
  network,
  band,
  invitations,
  next,
  typed = {},
  errors = [],
}: List): View {
  const address = `/networks/${network.slug}/invitations`
  const problem = errors.filter((error) => error.href === '#people').map((error) => error.text)
  return {
    title: 'Invitations',
    section: network.name,
    network: band,
    back: backToManage(network),
    errors,
    wide: true,
    body: html`${heading('Invitations')}
      <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <p class="govuk-body">Asking someone in person works best. An invitation is the link to send them afterwards. It says nothing about who they are, and they can say no. If you have a list already, <a class="govuk-link" href="/networks/${network.slug}/import">import it from a spreadsheet</a>.</p>
      ${network.status === 'live' || network.status === 'setting-up' ? inviteForm(address, typed, errors, problem, network) : insetText({ text: 'Nobody can be invited while the network is not open.' })}
      </div></div>
      ${waitingTable(address, invitations, next)}`,
  }
}

function inviteForm(
  address: string,
  typed: Fields,
  errors: FormError[],
  problem: string[],
  network: Network,
): Html {
  return form(
    { action: address },
    textarea({
      id: 'people',
      name: 'people',
      rows: 6,
      spellcheck: false,
      label: { text: 'Who do you want to invite?', classes: 'govuk-label--m' },
      hint: {
        text: `Put each email address on a line of its own, or paste from an email. Names are welcome: Jo Bloggs <jo.bloggs@example.gov.uk>. Up to ${mostAtOnce} at a time.`,
      },
      errorMessage:
        problem.length > 0 &&
        (problem.length === 1
          ? { text: problem[0] }
          : { html: html`${problem.map((text, i) => html`${i > 0 && html`<br>`}${text}`)}` }),
      value: one(typed, 'people'),
    }),
    textarea({
      ...field('note', { typed, errors }),
      rows: 3,
      label: { text: 'A note to them (optional)' },
      hint: {
        text: network.sensitive
          ? 'Shown on the page of the invitation, not in the email: the email does not name the network.'
          : 'Goes into the email. Say why the network may be useful to them, not what you think they are.',
      },
    }),
    button({ text: 'Send invitations', preventDoubleClick: true }),
  )
}

function waitingTable(address: string, invitations: Waiting[], next: Cursor | undefined): Html {
  if (invitations.length === 0) {
    return empty({
      heading: 'No invitation is waiting',
      body: 'People whom you invite are listed here until they answer, for up to 30 days. We do not list what they answered.',
    })
  }
  const rows = invitations.map((each) => [
    html`${each.name || each.address}${each.name && html`<br><span class="govuk-hint gh-break">${each.address}</span>`}`,
    each.sentOn ? day(each.sentOn) : 'Waits until the network is live',
    each.sentOn ? day(each.expiresOn) : '',
    form(
      { action: `${address}/${each.id}/withdrawal` },
      html`<button class="gh-link-button">Withdraw<span class="govuk-visually-hidden"> the invitation to ${each.name || each.address}</span></button>`,
    ),
  ])
  return html`${stackedTable({ caption: 'Not answered yet', columns: ['Invited', 'Sent', 'Ends', { text: 'Change', hidden: true }], rows })}
    ${next && html`<p class="govuk-body"><a class="govuk-link" href="${address}?after=${next.invitedOn}.${next.id}">Show earlier invitations</a></p>`}`
}

const day = (on: string) => html`<time datetime="${on}">${longDate(on)}</time>`

/** What someone sees who opens the link of their invitation. */
export function invitationView({
  network,
  invitation,
  token,
}: {
  network: Network
  invitation: Invitation
  token: string
}): View {
  const address = `/invitations/${token}`
  return {
    title: 'You are invited',
    robots: 'none',
    network: { name: network.name, slug: network.slug, sensitive: network.sensitive },
    body: html`${heading(`You are invited to join ${network.name}`)}
      ${network.purpose && prose(network.purpose)}
      ${network.audience && html`<p class="govuk-body"><strong>Who it is for:</strong> ${network.audience}</p>`}
      ${invitation.content?.note && html`${heading('A note from the network', { level: 2 })}<div class="govuk-inset-text">${prose(invitation.content.note)}</div>`}
      ${heading('Before you decide', { level: 2 })}
      <ul class="govuk-list govuk-list--bullet">
        <li>Anyone may be invited. It says nothing about you, and nobody will ask you to prove anything.</li>
        <li>${namesSeen[network.names]}</li>
        <li>You can leave at any time, at once, without a reason.</li>
      </ul>
      ${form(
        { action: address },
        actions(
          button({ text: 'Join', name: 'answer', value: 'yes', preventDoubleClick: true }),
          button({
            text: 'No thank you',
            name: 'answer',
            value: 'no',
            classes: 'govuk-button--secondary',
            preventDoubleClick: true,
          }),
        ),
      )}
      ${details({ summaryText: 'If you say no', text: 'We forget your name and address. We keep only a scrambled mark of the address, so that this network cannot invite you again. Whoever invited you is not told.' })}`,
  }
}

export function declinedView(): View {
  return {
    title: 'Thank you for answering',
    robots: 'none',
    body: html`${heading('Thank you for answering')}
      <p class="govuk-body">We have forgotten your name and address, and this network will not invite you again. Whoever invited you is not told.</p>
      <p class="govuk-body">If you change your mind, you can still <a class="govuk-link" href="/networks">look at the networks</a> that are open to everyone.</p>`,
  }
}

export function overView(status: string): View {
  const waits = status === 'waiting'
  const title = waits ? 'It is too early to join' : 'This invitation is over'
  return {
    title,
    robots: 'none',
    status: waits ? 200 : 410,
    body: html`${heading(title)}
      ${
        waits
          ? html`<p class="govuk-body">The network that invites you is not open at the moment. Keep the email, and come back later.</p>`
          : html`<p class="govuk-body">An invitation works once, for 30 days, and can be taken back. If you have joined with it, <a class="govuk-link" href="/sign-in">sign in</a> to see your networks.</p>
          <p class="govuk-body">If you still want to join, ask the person who told you about the network for another one.</p>`
      }`,
  }
}

const namesSeen: Record<Network['names'], string> = {
  members:
    'If you join, other members can see your name. You can choose another name for this network.',
  leads: 'If you join, only the leads of the network see your name.',
  nobody: 'If you join, nobody sees a list of names, not even the leads.',
}
