import { z } from 'zod'
import { addDays } from '#kernel/clock.ts'
import { readDate } from '#kernel/dates.ts'
import { choice, fieldError, fill, text, type Filled } from '#kernel/forms.ts'
import type { Fields } from '#kernel/http.ts'
import { readTime } from './clock-times.ts'
import type { Kind } from './cards.ts'
import type { Format, Plan } from './plan.ts'

/** How an event is held. */
export const formats: Record<Format, string> = {
  'in-person': 'In person',
  online: 'Online',
  hybrid: 'Both at once',
}

/** What stands on a card. */
export const kinds: Record<Kind, { title: string; action: string; none: string }> = {
  challenge: {
    title: 'My challenge',
    action: 'I can help with this',
    none: 'What do you find hard at work? A sentence is enough.',
  },
  help: {
    title: 'I can help',
    action: 'I would like this help',
    none: 'What do others ask you about? It need not be special.',
  },
}

const days = (label: string) =>
  z.string().transform((typed, context) => {
    const count = Number(typed || 0)
    if (Number.isInteger(count) && count >= 0 && count <= 60) return count
    context.addIssue({ code: 'custom', message: `${label} must be a number from 0 to 60` })
    return z.NEVER
  })

const planForm = z.object({
  starts: z.string().transform((typed, context) => {
    const minutes = readTime(typed)
    if (minutes !== undefined) return minutes
    const message = typed
      ? 'The time must be a time of day, like 12:30 or 2pm'
      : 'Enter when it starts, like 12:30 or 2pm'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }),
  format: choice(formats, 'Select how it is held'),
  place: text('', 'The place', 200).default(''),
  'days-before': days('The days before').default(7),
  'days-after': days('The days after').default(14),
})

/** Reads the plan. The day may be two weeks past: a launch that has just been. */
export function readPlan(body: Fields, today: string): Filled<Plan> {
  const filled = fill(planForm, body)
  const { date, problem } = readDate(body, 'on', 'Enter the day of the launch')
  const wrong =
    problem ??
    (date! < addDays(today, -14) || date! > addDays(today, 730)
      ? 'The day must be from two weeks ago to two years from now'
      : undefined)
  if (!filled.ok || wrong) {
    const errors = [...(wrong ? [fieldError('on-day', wrong)] : []), ...filled.errors]
    return { ok: false, typed: body, errors }
  }
  const { starts, format, place } = filled.value
  const [before, after] = [filled.value['days-before'], filled.value['days-after']]
  return {
    ...filled,
    value: { on_date: date!, starts, format, place, days_before: before, days_after: after },
  }
}

/** Reads a line of the run sheet. */
export const lineForm = z.object({
  minute: z.string().transform((typed, context) => {
    const minute = Number(typed.replace('−', '-'))
    if (typed !== '' && Number.isInteger(minute) && minute >= -1440 && minute <= 2880) return minute
    const message =
      typed === ''
        ? 'Enter how many minutes from the start'
        : 'The minutes must be a whole number, like 10, or -15 for before the start'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }),
  what: text('Enter what happens', 'What happens', 500),
  who: text('', 'Who sees to it', 100).default(''),
})

/** Reads a card. */
export const cardForm = z.object({
  kind: choice(kinds, 'Select what the card says'),
  text: text('Write a sentence or two', 'The text', 300),
  named: choice({ yes: '', no: '' }, 'Select whether your name stands on the card'),
})
