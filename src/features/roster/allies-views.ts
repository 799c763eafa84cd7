import { longDate } from '#kernel/clock.ts'
import { button, insetText, pagination } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { heading, stackedTable } from '#kernel/pieces.ts'
import {
  capWorkedOut,
  whatMakesRoom,
  type AllyPlaces,
  type WaitingAlly,
} from '#features/members/index.ts'
import type { Network } from '#features/networks/index.ts'

export type Allies = AllyPlaces & { list: { allies: WaitingAlly[]; next?: number } }

/** For leads: how many allies there can be, worked out; who waits for a place, and what would let them in. */
export function alliesSection(network: Network, allies: Allies): Html | undefined {
  const worked = capWorkedOut(allies)
  if (!worked && allies.waiting === 0) return undefined
  return html`<section id="allies" aria-labelledby="allies-heading">
    ${heading('Allies', { level: 2, id: 'allies-heading' })}
    ${worked}
    ${allies.waiting > 0 && waitingList(network, allies)}
    ${allies.room === 0 && allies.waiting === 0 && html`<p class="govuk-body">${whatMakesRoom(allies)} Until then, new allies wait.</p>`}
  </section>`
}

/** Whoever waits comes in by themselves; a lead can only take them off the list. */
export function waitingActions(network: Network, member: { id: string; name: string }): Html {
  return html`${insetText({ html: html`There was no room for another ally, so they wait for a place and come in when it is their turn. <a class="govuk-link" href="/networks/${network.slug}/members#allies">See the waiting list</a>` })}
    ${button({ html: html`Decline<span class="govuk-visually-hidden"> ${member.name}</span>`, href: `/networks/${network.slug}/members/${member.id}/decline`, classes: 'govuk-button--secondary' })}`
}

function waitingList(network: Network, allies: Allies): Html {
  const { list } = allies
  const page = `/networks/${network.slug}`
  const rows = list.allies.map(({ id, card, since }) => [
    html`<a class="govuk-link" href="${page}/members/${id}">${card?.name ?? 'Name not shown'}</a>`,
    card?.organisation?.name ?? 'Not given',
    html`<time datetime="${since}">${longDate(since)}</time>`,
  ])
  const one = allies.waiting === 1
  return html`<p class="govuk-body">${one ? '1 person waits' : `${allies.waiting.toLocaleString('en-GB')} people wait`} for a place. ${whatMakesRoom(allies)} They come in by themselves, first come, first served: no lead can let one in before the others.</p>
    <p class="govuk-body">To make room, <a class="govuk-link" href="${page}/invitations">invite members</a>, or raise the limit in the <a class="govuk-link" href="${page}/charter/draft/allies">charter</a>.</p>
    ${network.names !== 'nobody' && rows.length > 0 && stackedTable({ caption: 'Waiting for a place as an ally, the first to come in on top', columns: ['Name', 'Organisation', 'Waits since'], rows })}
    ${network.names !== 'nobody' && list.next && pagination({ landmarkLabel: 'Pages of the waiting list', next: { href: `${page}/members?waiting-after=${list.next}#allies`, text: 'More who wait' } })}`
}
