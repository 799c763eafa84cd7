import { form } from '#kernel/forms.ts'
import { button } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'

/**
 * Where someone is on a waiting list, in words for themselves. A place counts those who came before them, and says
 * nothing of how many are in the network: with any number of members the first who finds no room is first. Nor is
 * anyone told how many allies there are, or how many it would take, from which the members could be worked out.
 * What a place does show is movement: watched from day to day it tells that an ally left or some members came.
 * In an ordinary network that is no secret. In a sensitive one no number below ten is told, so places are told by tens.
 */
export function placeWords(place: number, { sensitive }: { sensitive: boolean }): string {
  return sensitive
    ? `You are among the first ${Math.ceil(place / 10) * 10} on the waiting list.`
    : `You are ${ordinal(place)} on the waiting list.`
}

/** One press, and the place is given up: nobody is told, and nothing of it is kept. */
export function givePlaceUp(network: { slug: string; name: string }): Html {
  return form(
    { action: `/networks/${network.slug}/leave` },
    button({
      html: html`Give up my place<span class="govuk-visually-hidden"> in ${network.name}</span>`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    }),
  )
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
function ordinal(place: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th' } as Record<string, string>
  return `${place.toLocaleString('en-GB')}${ending[rules.select(place)] ?? 'th'}`
}

const rules = new Intl.PluralRules('en-GB', { type: 'ordinal' })
