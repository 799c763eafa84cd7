import { html, type Html } from '#kernel/html.ts'
import type { AllyPlaces } from './allies.ts'

/** How the limit on allies is worked out, for everyone who reads the charter: no number of this network is in it. */
export function capRule(cap: number): string {
  return `To find out how many allies there can be, multiply the number of members by ${cap}, divide by ${100 - cap} and leave out the fraction. Nobody has to leave when the number of members falls: new allies wait.`
}

/** The same with the real numbers. For leads alone: a number tells how many members there are. */
export function capWorkedOut({ cap, core, allies, most, room }: AllyPlaces): Html | undefined {
  if (!cap || most === null || room === null) return undefined
  const exact = Math.floor((core * cap * 100) / (100 - cap)) / 100
  return html`<p class="govuk-body">${counted(core, 'member')} × ${cap} ÷ ${100 - cap} = ${exact.toLocaleString('en-GB')}, so there can be ${counted(most, 'ally')}. ${stands(allies, most, room)}</p>`
}

/** What would let the next ally in, for leads. */
export function whatMakesRoom({ cap, allies, most, missing }: AllyPlaces): string {
  if (!cap || most === null || missing === null)
    return 'The charter has no place for allies now, so those who wait go on waiting until it does.'
  const over = Math.max(allies - most, 0) + 1
  const leave =
    over === 1 ? 'an ally leaves or becomes a member' : `${over} allies leave or become members`
  return allies === 0
    ? `The first ally gets a place when ${more(missing)}.`
    : `The next ally gets a place when ${more(missing)}, or when ${leave}.`
}

function stands(allies: number, most: number, room: number): string {
  if (allies > most)
    return `There are ${allies.toLocaleString('en-GB')} now. Nobody has to leave: new allies wait until there is room.`
  const now = allies === 1 ? 'There is 1 now' : `There are ${allies.toLocaleString('en-GB')} now`
  return room === 0
    ? `${now}, so there is no room for another.`
    : `${now}, so there is room for ${room.toLocaleString('en-GB')} more.`
}

const more = (missing: number) =>
  missing === 1 ? '1 more member joins' : `${missing.toLocaleString('en-GB')} more members join`

const counted = (count: number, what: 'member' | 'ally') => {
  const many = { member: 'members', ally: 'allies' }[what]
  return `${count.toLocaleString('en-GB')} ${count === 1 ? what : many}`
}
