import { errorFor, type Filling } from './forms.ts'
import { dateInput } from './govuk/all.ts'
import type { Html } from './html.ts'
import { one, type Fields } from './http.ts'

/** The question for a date, in three fields that begin with the same `prefix`. */
export function dateQuestion(
  prefix: string,
  { typed = {}, errors }: Filling,
  {
    legend,
    hint = 'For example, 31 3 2027.',
    size = 'm',
  }: { legend: string; hint?: string; size?: 'm' | 's' },
): Html {
  const fields = names.map((name) => `${prefix}-${name}`)
  return dateInput({
    id: prefix,
    namePrefix: prefix,
    values: Object.fromEntries(fields.map((name) => [name, one(typed, name)])),
    errorMessage: errorFor(errors, `${prefix}-day`),
    fieldset: { legend: { text: legend, classes: `govuk-fieldset__legend--${size}` } },
    hint: { text: hint },
  })
}

/**
 * Reads a date typed into three fields (`<prefix>-day`, `-month`, `-year`), the month as a number or a word.
 * Out: yyyy-mm-dd, or what is wrong; `missing` is what to say when nothing was typed.
 */
export function readDate(
  body: Fields,
  prefix: string,
  missing: string,
): { date: string; problem?: undefined } | { date?: undefined; problem: string } {
  const parts = names.map((name) => one(body, `${prefix}-${name}`))
  if (parts.every((part) => part === '')) return { problem: missing }
  const lacking = names.filter((_, i) => !parts[i])
  if (lacking.length > 0) return { problem: `The date must include a ${lacking.join(' and a ')}` }
  const [day, month, year] = [Number(parts[0]), monthOf(parts[1]!), Number(parts[2])]
  const real = new Date(Date.UTC(year, month - 1, day))
  const isReal = real.getUTCDate() === day && real.getUTCMonth() === month - 1
  return isReal && /^\d{4}$/.test(parts[2]!)
    ? { date: real.toISOString().slice(0, 10) }
    : { problem: 'The date must be a real date, like 31 3 2027' }
}

/** How the three fields show a day (yyyy-mm-dd), or none. */
export function typedDate(prefix: string, day: string | null): Fields {
  const [year = '', month = '', date = ''] = (day ?? '')
    .split('-')
    .map((part) => part.replace(/^0/, ''))
  return { [`${prefix}-day`]: date, [`${prefix}-month`]: month, [`${prefix}-year`]: year }
}

const names = ['day', 'month', 'year']
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function monthOf(typed: string): number {
  const named = months.indexOf(typed.slice(0, 3).toLowerCase())
  return named < 0 ? Number(typed) : named + 1
}
