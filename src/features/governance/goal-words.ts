import { longDate } from '#kernel/clock.ts'
import type { Goal, Outcome } from './goals.ts'

/** How a goal can end: as its leads choose it, and as it is told afterwards. */
export const outcomes: Record<Outcome, { choice: string; past: string }> = {
  met: { choice: 'We met it', past: 'Met' },
  partly: { choice: 'We came part of the way', past: 'Met in part' },
  missed: { choice: 'We did not meet it', past: 'Not met' },
  dropped: { choice: 'We chose to do something else instead', past: 'Replaced' },
}

/** A goal's number and date: “100 people by 31 March 2027”. */
export function targetText(goal: Goal): string {
  return `${amount(goal.target, goal.unit)} by ${longDate(goal.by)}`
}

/** 80% and 100 people, as people write them. */
export function amount(value: number, unit: string): string {
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: 4 })
  return unit === '%' ? `${text}%` : `${text} ${unit}`.trim()
}
