import { addDays } from './clock.ts'
import { isId, type Id } from './viewer.ts'

/** A place in a list that is read a page at a time: the day and the id of a page's last row. */
export type Position = { on: string; id: Id }

/** A place in a list, as an address carries it: `2026-11-21.<id>`. Anything else is undefined, the beginning. */
export function positionIn(text: string): Position | undefined {
  const [on = '', id = ''] = text.split('.')
  return isDay(on) && isId(id) ? { on, id } : undefined
}

/** How an address carries a place in a list. */
export function positionText({ on, id }: Position): string {
  return `${on}.${id}`
}

// The database refuses a day that no calendar has.
const isDay = (text: string) =>
  /^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && addDays(text, 0) === text
