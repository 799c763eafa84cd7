import { longDate } from '#kernel/clock.ts'
import { errorFor, field, form } from '#kernel/forms.ts'
import { button, insetText, pagination, radios, summaryList, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Ask, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { positionText, type Position } from '#kernel/position.ts'
import type { Decision, GivenAnswer, OneMember, Request } from '#features/members/index.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import { declineReasons, type DeclineReason } from './forms.ts'
import { categoryName } from './words.ts'

/** Who waits for a decision, each with what they said. */
export function requestsSection(
  network: Network,
  { requests, next }: { requests: Request[]; next?: Position },
  answers: ReadonlyMap<string, GivenAnswer[]>,
): Html {
  if (requests.length === 0) {
    return html`${network.joining === 'request' && html`<p class="govuk-body">Nobody is waiting for a decision.</p>`}`
  }
  return html`<section id="requests" aria-labelledby="requests-heading">
    ${heading('Waiting for a decision', { level: 2, id: 'requests-heading' })}
    <p class="govuk-body">People wait to hear from you, and a kind word matters. Nobody has to prove who they are.</p>
    ${requests.map((request) => requestCard(network, request, answers.get(request.id) ?? []))}
    ${next && pagination({ landmarkLabel: 'Pages of requests', next: { href: `/networks/${network.slug}/members?requests-after=${positionText(next)}#requests`, text: 'More requests' } })}
  </section>`
}

/** Where others are looked for, those who wait are a link away. */
export function requestsLink(
  network: Network,
  { requests, next }: { requests: Request[]; next?: Position },
): Html | undefined {
  if (requests.length === 0) return undefined
  const who = next
    ? 'People wait'
    : requests.length === 1
      ? '1 person waits'
      : `${requests.length} people wait`
  return html`<p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/members#requests">${who} for a decision</a></p>`
}

/** Approve, or go on to decline. */
export function decisionButtons(network: Network, request: { id: string; name: string }): Html {
  const page = `/networks/${network.slug}/members/${request.id}`
  const of = html`<span class="govuk-visually-hidden"> ${request.name}</span>`
  return actions(
    form(
      { action: `${page}/approval` },
      button({ html: html`Approve${of}`, preventDoubleClick: true }),
    ),
    button({
      html: html`Decline${of}`,
      href: `${page}/decline`,
      classes: 'govuk-button--secondary',
    }),
  )
}

/** Declining, with a reason that the person gets. */
export function declineView(
  ask: Ask,
  network: Network,
  member: OneMember,
  { typed = {}, errors = [] }: { typed?: Fields; errors?: FormError[] } = {},
): View {
  const name = member.card?.name ?? 'this person'
  const reasons = Object.keys(declineReasons) as DeclineReason[]
  return {
    title: `Decline the request from ${name}`,
    section: network.name,
    network: networkBand(ask, network, 'members'),
    back: `/networks/${network.slug}/members`,
    errors,
    body: html`${heading(`Decline the request from ${name}`)}
      <p class="govuk-body">They get an email with what you choose and write here. What they told the network is erased, and they can ask again later.</p>
      ${network.sensitive && insetText({ text: 'Do not name the network or what it is about: the email may be seen by others.' })}
      ${form(
        { action: `/networks/${network.slug}/members/${member.id}/decline` },
        radios({
          name: 'reason',
          fieldset: { legend: { text: 'Why?', classes: 'govuk-fieldset__legend--m' } },
          errorMessage: errorFor(errors, 'reason'),
          value: one(typed, 'reason'),
          items: reasons.map((value) => ({
            value,
            text: declineReasons[value].label,
            hint: declineReasons[value].text
              ? { text: `They read: “${declineReasons[value].text}”` }
              : undefined,
          })),
        }),
        textarea({
          ...field('words', { typed, errors }),
          rows: '4',
          label: { text: 'A few kind words (optional)', classes: 'govuk-label--s' },
          hint: {
            text: 'Such as what they could do instead, or when to ask again. Needed if you chose another reason.',
          },
        }),
        button({ text: 'Decline and send the email', preventDoubleClick: true }),
      )}`,
  }
}

/** Decided before, by the viewer or by someone else, or taken back by the person: nothing was changed. */
export function decidedView(
  ask: Ask,
  network: Network,
  decision: Decision | undefined,
  isMine: boolean,
): View {
  const did = decision?.approved ? 'approved' : 'declined'
  const title = isMine
    ? `You have already ${did} this request`
    : 'This request has already been decided'
  const who = isMine ? 'You' : 'Another lead'
  const what = decision
    ? `${who} ${did} it on ${longDate(decision.decided_on)}, and the person has been told.`
    : 'The person took it back, or is in the network already.'
  return {
    title,
    section: network.name,
    status: 409,
    network: networkBand(ask, network, 'members'),
    body: html`${heading(title)}
      <p class="govuk-body">${what} Nothing was changed by what you did just now.</p>
      <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/members">Back to the members</a></p>`,
  }
}

function requestCard(network: Network, request: Request, answers: readonly GivenAnswer[]): Html {
  const { card, id } = request
  return html`<article class="govuk-summary-card" aria-labelledby="request-${id}">
    <div class="govuk-summary-card__title-wrapper">
      <h3 class="govuk-summary-card__title" id="request-${id}">${card.name}</h3>
    </div>
    <div class="govuk-summary-card__content">
      ${summaryList({
        classes: 'govuk-!-margin-bottom-4',
        rows: [
          {
            key: { text: 'Organisation' },
            value: { text: card.organisation?.name ?? 'Not given' },
          },
          { key: { text: 'Wants to be' }, value: { text: categoryName(request.category) } },
          { key: { text: 'Asked on' }, value: { text: longDate(request.since) } },
          ...answerRows(answers),
        ],
      })}
      ${decisionButtons(network, { id, name: card.name })}
    </div>
  </article>`
}

/** What someone answered, as rows of a list of facts. */
export function answerRows(answers: readonly GivenAnswer[]) {
  return answers.map(({ asked, text }) => ({
    key: { text: asked },
    value: {
      html: html`${text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}`,
      classes: 'gh-break',
    },
  }))
}
