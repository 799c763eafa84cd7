import { z } from 'zod'
import { fill, type Filled } from '#kernel/forms.ts'
import { one, type Fields } from '#kernel/http.ts'
import type { Aim, Goal, Outcome } from './goals.ts'
import type { GoalPreset } from './goal-presets.ts'
import { addMonths } from '#kernel/clock.ts'

/** Reads a goal as typed. `today` is the first day that it may be due; a goal may keep its own date. */
export function readGoal(body: Fields, today: string, before?: Goal): Filled<Aim> {
  const date = ['by-day', 'by-month', 'by-year'].map((name) => one(body, name)).join('/')
  const filled = fill(goalForm(today, before?.by), { ...body, 'by-day': date })
  if (!filled.ok) return { ...filled, typed: body }
  const { 'by-day': by, ...aim } = filled.value
  return { ...filled, typed: body, value: { ...aim, by } }
}

/** How a goal ended, as typed. */
export const endingForm = z.object({
  outcome: z.enum(['met', 'partly', 'missed', 'dropped'] satisfies Outcome[], {
    message: 'Select how the goal ended',
  }),
})

/** What the form shows for a goal that there is already, or for an example. */
export function typedGoal(goal: Omit<Goal, 'id' | 'set_on'>): Fields {
  const [year = '', month = '', day = ''] = goal.by.split('-').map((part) => part.replace(/^0/, ''))
  return {
    statement: goal.statement,
    measure: goal.measure,
    unit: goal.unit,
    baseline: goal.baseline === null ? '' : String(goal.baseline),
    target: String(goal.target),
    'by-day': day,
    'by-month': month,
    'by-year': year,
  }
}

/** An example as the form shows it. */
export function typedPreset({ months, ...preset }: GoalPreset, today: string): Fields {
  return typedGoal({ ...preset, baseline: null, by: addMonths(today, months) })
}

const goalForm = (today: string, before?: string) =>
  z.object({
    statement: words('Enter what you want to achieve', 'What you want to achieve', 200),
    measure: words('Enter what you will count', 'What you count', 100),
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
    'by-day': z.string().transform((typed, context) => {
      const { date, problem } = readDate(typed)
      if (date && (date >= today || date === before)) return date
      context.addIssue({ code: 'custom', message: problem ?? 'The date must be in the future' })
      return z.NEVER
    }),
  })

function words(missing: string, subject: string, most: number) {
  return z
    .string({ message: missing })
    .min(1, missing)
    .max(most, `${subject} must be ${most} characters or fewer`)
}

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

/** day/month/year, the month as a number or a word. */
function readDate(typed: string): { date?: string; problem?: string } {
  const parts = typed.split('/').map((part) => part.trim())
  if (parts.every((part) => part === '')) return { problem: 'Enter the date you aim for' }
  const names = ['day', 'month', 'year']
  const missing = names.filter((_, i) => !parts[i])
  if (missing.length) return { problem: `The date must include a ${missing.join(' and a ')}` }
  const [day, month, year] = [Number(parts[0]), monthOf(parts[1]!), Number(parts[2])]
  const real = new Date(Date.UTC(year, month - 1, day))
  const isReal = real.getUTCDate() === day && real.getUTCMonth() === month - 1
  if (!isReal || !/^\d{4}$/.test(parts[2]!)) {
    return { problem: 'The date must be a real date, like 31 3 2027' }
  }
  return { date: real.toISOString().slice(0, 10) }
}

function monthOf(typed: string): number {
  const named = months.indexOf(typed.slice(0, 3).toLowerCase())
  return named < 0 ? Number(typed) : named + 1
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
