import { z } from 'zod'
import { readDate, typedDate } from '#kernel/dates.ts'
import { fieldError, fill, text, type Filled } from '#kernel/forms.ts'
import type { Fields } from '#kernel/http.ts'
import type { Aim, Goal, Outcome } from './goals.ts'
import type { GoalPreset } from './goal-presets.ts'
import { addMonths } from '#kernel/clock.ts'

/** Reads a goal as typed. `today` is the first day that it may be due; a goal may keep its own date. */
export function readGoal(body: Fields, today: string, before?: Goal): Filled<Aim> {
  const filled = fill(goalForm, body)
  const { date, problem } = readDate(body, 'by', 'Enter the date you aim for')
  const late = date === undefined || date >= today || date === before?.by
  const wrong = problem ?? (late ? undefined : 'The date must be in the future')
  const errors = [...filled.errors, ...(wrong ? [fieldError('by-day', wrong)] : [])]
  return filled.ok && date && !wrong
    ? { ...filled, value: { ...filled.value, by: date } }
    : { ok: false, typed: body, errors }
}

/** How a goal ended, as typed. */
export const endingForm = z.object({
  outcome: z.enum(['met', 'partly', 'missed', 'dropped'] satisfies Outcome[], {
    message: 'Select how the goal ended',
  }),
})

/** What the form shows for a goal that there is already, or for an example. */
export function typedGoal(goal: Omit<Goal, 'id' | 'set_on'>): Fields {
  return {
    statement: goal.statement,
    measure: goal.measure,
    unit: goal.unit,
    baseline: goal.baseline === null ? '' : String(goal.baseline),
    target: String(goal.target),
    ...typedDate('by', goal.by),
  }
}

/** An example as the form shows it. */
export function typedPreset({ months, ...preset }: GoalPreset, today: string): Fields {
  return typedGoal({ ...preset, baseline: null, by: addMonths(today, months) })
}

const goalForm = z.object({
  statement: text('Enter what you want to achieve', 'What you want to achieve', 200),
  measure: text('Enter what you will count', 'What you count', 100),
  unit: z.string().max(30, 'The unit must be 30 characters or fewer').default(''),
  baseline: z.string().default('').transform(number('Where you are now')),
  target: z
    .string()
    .default('')
    .transform(number('The number you aim for'))
    .transform((value, context) => {
      if (value !== null) return value
      context.addIssue({ code: 'custom', message: 'Enter the number you aim for' })
      return z.NEVER
    }),
})

/** “1,000”, “80%” and “£250” are numbers as people write them; nothing is no number. */
function number(subject: string) {
  return (typed: string, context: z.RefinementCtx): number | null => {
    const text = typed.replace(/[\s,£%]/g, '')
    if (text === '') return null
    if (/^-?\d{1,9}(\.\d{1,4})?$/.test(text)) return Number(text)
    context.addIssue({ code: 'custom', message: `${subject} must be a number, like 100 or 12.5` })
    return z.NEVER
  }
}
