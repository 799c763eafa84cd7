import { longDate } from '#kernel/clock.ts'
import { field, form } from '#kernel/forms.ts'
import { button, insetText, tag, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Ask, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { empty, heading, stackedTable } from '#kernel/pieces.ts'
import { positionText, type Position } from '#kernel/position.ts'
import { backToManage, networkBand, type Network } from '#features/networks/index.ts'
import { mostADay, mostAtOnce } from './forms.ts'
import type { Waiting } from './waiting.ts'
import { isDiscreet, type Sending } from './sendings.ts'

/** The page of whoever invites. `invitations` is who has not answered; `sendings`, whom they invited. */
export type List = {
  network: Network
  invitations?: Waiting[]
  sendings?: Sending[]
  next?: Position
  /** For leads: whether the network reminds. */
  reminders?: boolean | undefined
  typed?: Fields
  errors?: FormError[]
}

/** Leads, and members where the charter lets them, invite people and see what they sent. */
export function inviteView(ask: Ask, list: List): View {
  const { network, typed = {}, errors = [] } = list
  const isOpen = network.status === 'live' || (network.leads && network.status === 'setting-up')
  const back = network.leads
    ? backToManage(network)
    : { href: `/networks/${network.slug}`, text: network.name }
  return {
    title: network.leads ? 'Invitations' : 'Invite people',
    section: network.name,
    network: networkBand(ask, network, network.leads ? 'invitations' : ''),
    back,
    robots: 'none',
    errors,
    wide: true,
    body: html`${heading(network.leads ? 'Invitations' : 'Invite people')}
      <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <p class="govuk-body">Asking someone in person works best. An invitation is the link to send them afterwards. It says nothing about who they are, and they can say no.${network.leads && html` If you have a list already, <a class="govuk-link" href="/networks/${network.slug}/import">import it from a spreadsheet</a>.`}</p>
      ${isOpen ? inviteForm(network, typed, errors) : insetText({ text: 'Nobody can be invited while the network is not open.' })}
      </div></div>
      ${list.invitations ? waitingTable(network, list.invitations) : sendingsTable(network, list.sendings ?? [])}
      ${list.next && html`<p class="govuk-body"><a class="govuk-link" href="${home(network)}?after=${positionText(list.next)}">Show earlier invitations</a></p>`}
      ${list.reminders !== undefined && remindersForm(network, list.reminders)}`,
  }
}

const home = (network: Network) => `/networks/${network.slug}/invitations`

function inviteForm(network: Network, typed: Fields, errors: FormError[]): Html {
  const problems = errors.filter(({ href }) => href === '#people').map(({ text }) => text)
  const most = mostADay[network.leads ? 'lead' : 'member'].toLocaleString('en-GB')
  const limits = network.leads
    ? `Up to ${mostAtOnce.toLocaleString('en-GB')} at a time, and as many a day.`
    : `You can invite up to ${most} people a day.`
  return form(
    { action: `${home(network)}/check` },
    textarea({
      id: 'people',
      name: 'people',
      rows: 6,
      spellcheck: false,
      label: { text: 'Who do you want to invite?', classes: 'govuk-label--m' },
      hint: {
        text: `Put each email address on a line of its own, or paste from an email. Names are welcome: Jo Bloggs <jo.bloggs@example.gov.uk>. ${limits}`,
      },
      errorMessage: lines(problems),
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
    button({ text: 'See the email before it goes', preventDoubleClick: true }),
  )
}

const lines = (problems: string[]) =>
  problems.length > 0 &&
  (problems.length === 1
    ? { text: problems[0] }
    : { html: html`${problems.map((text, i) => html`${i > 0 && html`<br>`}${text}`)}` })

function waitingTable(network: Network, invitations: Waiting[]): Html {
  if (invitations.length === 0) {
    return empty({
      heading: 'No invitation is waiting',
      body: 'People whom you invite are listed here until they answer, for up to 30 days. We do not list what they answered.',
    })
  }
  const rows = invitations.map((each) => [
    html`${person(each)}${each.unreachable && html`<br>${tag({ text: 'Cannot be reached', classes: 'govuk-tag--orange' })}`}`,
    each.sentOn
      ? day(each.sentOn)
      : network.status === 'live'
        ? 'On its way'
        : 'Waits until the network is live',
    each.sentOn ? day(each.expiresOn) : '',
    withdrawal(network, each),
  ])
  return stackedTable({
    caption: 'Not answered yet',
    columns: ['Invited', 'Sent', 'Ends', { text: 'Change', hidden: true }],
    rows,
  })
}

function sendingsTable(network: Network, sendings: Sending[]): Html {
  const tells = !network.leads && network.names === 'members' && !isDiscreet(network)
  const kept = tells
    ? 'for 30 days. You see if they join by your invitation, and no other answer.'
    : 'for 30 days. So that it is safe to say yes or no, nobody is told who has joined.'
  if (sendings.length === 0) {
    return empty({
      heading: 'You have not invited anyone lately',
      body: `People whom ${network.leads ? 'the leads invite' : 'you invite'} are listed here ${kept}`,
    })
  }
  const rows = sendings.map((each) => [
    person(each),
    day(each.invitedOn),
    ...(tells
      ? [each.joined ? tag({ text: 'Joined', classes: 'govuk-tag--green' }) : 'Invited']
      : []),
    each.joined ? '' : withdrawal(network, each),
  ])
  return html`${stackedTable({
    caption: network.leads ? 'Invited lately' : 'Whom you invited lately',
    columns: [
      'Person',
      'Invited on',
      ...(tells ? ['What came of it'] : []),
      { text: 'Change', hidden: true },
    ],
    rows,
  })}<p class="govuk-hint">They stay in this list ${kept}</p>`
}

const person = ({ name, address }: { name: string; address: string }) =>
  html`${name || address}${name && html`<br><span class="govuk-hint gh-break">${address}</span>`}`

const withdrawal = (
  network: Network,
  { id, name, address }: { id: string; name: string; address: string },
) =>
  form(
    { action: `${home(network)}/${id}/withdrawal` },
    html`<button class="gh-link-button">Withdraw<span class="govuk-visually-hidden"> the invitation to ${name || address}</span></button>`,
  )

const day = (on: string) => html`<time datetime="${on}">${longDate(on)}</time>`

function remindersForm(network: Network, on: boolean): Html {
  return html`${heading('Reminders', { level: 2 })}
    <p class="govuk-body">${on ? 'Whoever has not answered after 14 days gets one reminder, and no more.' : 'Nobody is reminded of an invitation.'}</p>
    ${form(
      { action: `${home(network)}/reminders` },
      html`<input type="hidden" name="reminders" value="${on ? 'off' : 'on'}">`,
      button({
        text: on ? 'Send no reminders' : 'Remind people once, after 14 days',
        classes: 'govuk-button--secondary',
      }),
    )}`
}
