import { z } from 'zod'
import { fieldError, fill, text, type Filled } from '#kernel/forms.ts'
import { all, type Fields } from '#kernel/http.ts'
import type { Placement } from './placements.ts'

/** Places that work for most networks, to begin with. */
export const suggestions = [
  'Canteen poster',
  'Notice board',
  'Screens in the building',
  'Intranet article',
  'Newsletter',
  'Email signature',
  'Induction pack',
  'Team meetings',
] as const

const longest = 60
const name = (missing: string) => text(missing, 'The name', longest)

/** Reads where links will be seen: places ticked, and one more in the lead's own words. */
export function readPlaces(body: Fields, before: readonly Placement[]): Filled<string[]> {
  const ticked = all(body, 'place').filter((place) =>
    (suggestions as readonly string[]).includes(place),
  )
  const filled = fill(z.object({ other: name('').default('') }), body)
  if (!filled.ok) return filled
  const { other } = filled.value
  const places = [...new Set(other ? [...ticked, other] : ticked)]
  const wrong = (field: string, words: string): Filled<string[]> => ({
    ok: false,
    typed: body,
    errors: [fieldError(field, words)],
  })
  if (places.length === 0)
    return wrong('place', 'Select where people will see the link, or name another place')
  const taken = places.find((place) => isTaken(place, before))
  if (taken)
    return wrong(taken === other ? 'other' : 'place', `You have a link for “${taken}” already`)
  return { ok: true, value: places, typed: body, errors: [] }
}

/** Reads the new name of a place. */
export function readName(
  body: Fields,
  placement: Placement,
  before: readonly Placement[],
): Filled<{ name: string }> {
  const filled = fill(z.object({ name: name('Enter where people will see the link') }), body)
  const others = before.filter((each) => each.id !== placement.id)
  if (!filled.ok || !isTaken(filled.value.name, others)) return filled
  const words = `You have a link for “${filled.value.name}” already`
  return { ok: false, typed: body, errors: [fieldError('name', words)] }
}

/** Two places of one name could not be told apart. */
export const isTaken = (name: string, before: readonly Placement[]): boolean =>
  before.some((each) => each.name.toLowerCase() === name.toLowerCase())
