import { z } from 'zod'
import { addDays, addMonths } from '#kernel/clock.ts'
import { readDate } from '#kernel/dates.ts'
import { choice, fieldError, fill, text, type Filled } from '#kernel/forms.ts'
import type { Fields } from '#kernel/http.ts'
import { themes, type Theme } from '#features/networks/index.ts'
import type { Terms } from './proposals.ts'
import { fewest } from './words.ts'

const mostWanted = 1000
const themeWords = Object.fromEntries(themes.map(({ key }) => [key, 1])) as Record<Theme, 1>

const termsForm = z.object({
  theme: choice(themeWords, 'Select what the network would be about'),
  wanted: z
    .string('Enter how many people it needs')
    .min(1, 'Enter how many people it needs')
    .transform((typed) => typed.replace(/[\s,]|people$/gi, ''))
    .pipe(z.string().regex(/^\d{1,6}$/, 'How many people it needs must be a whole number, like 20'))
    .transform(Number)
    .pipe(
      z
        .number()
        .min(fewest, `How many people it needs must be ${fewest} or more`)
        .max(mostWanted, `How many people it needs must be ${mostWanted} or fewer`),
    ),
})

/** Reads what a founder proposes: the theme, how many people, and by when. `today` is yyyy-mm-dd. */
export function readTerms(body: Fields, today: string): Filled<Terms> {
  const filled = fill(termsForm, body)
  const by = readBy(body, today)
  if (filled.ok && by.date) return { ...filled, value: { ...filled.value, by: by.date } }
  return {
    ok: false,
    typed: body,
    errors: [...filled.errors, ...(by.problem ? [fieldError('by-day', by.problem)] : [])],
  }
}

/** Reads the day by which it is decided: a week to a year away, and later than the day before. */
export function readBy(
  body: Fields,
  today: string,
  before = '',
): { date: string; problem?: undefined } | { date?: undefined; problem: string } {
  const read = readDate(body, 'by', 'Enter the day by which you decide')
  if (read.problem) return read
  if (read.date! < addDays(today, 7)) return { problem: 'The day must be at least a week away' }
  if (read.date! > addMonths(today, 12)) return { problem: 'The day must be within a year' }
  if (read.date! <= before) return { problem: 'The day must be later than the one before' }
  return read
}

export const updateForm = z.object({
  text: text('Enter what you want to tell them', 'Your news', 2000),
})
export const endForm = z.object({ text: text('', 'Your words', 2000).default('') })
