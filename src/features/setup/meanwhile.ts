import type { Step } from './guidance.ts'

/** What to do about a step that has nothing to be done in Guildhall: where it is done instead. */
export function meanwhile(step: Step): string {
  return (
    texts[step] ??
    'There is nothing to fill in for this step. What matters is what you do together.'
  )
}

const texts: Partial<Record<Step, string>> = {
  5: 'There is nothing to fill in here. Plan your first three months together, and keep the dates in the calendar that your members already use.\n\nTell people about the first one when they join: it is the best reason to come back.',
  6: 'Guildhall gives you a page, a sign-up form and a list of members. For the rest, use the mailbox, calendar and chat that your employer provides.\n\nBefore you choose one, check that every member can get into it, whatever organisation they work for.',
  7: 'Your goals say what you count, and how many members you have is counted for you. Keep the other numbers in one place that every lead can open.\n\nPut a date in your calendars now: three months after you open, look at them together.',
  8: 'Every role has an end date, so that handing over is planned from the start. Nothing more is needed before you open.\n\nCome back to this step a few months after you open.',
}
