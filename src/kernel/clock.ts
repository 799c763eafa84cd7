/** Tells the time. Tests set their own. */
export type Clock = () => Date

/** The clock of the machine; tests and the sample have others. */
export const systemClock: Clock = () => new Date()

/** A clock for tests: starts at a moment, and moves when told; each look takes a millisecond, so that nothing happens at once. */
export function testClock(
  start = '2026-11-21T10:00:00Z',
): Clock & { advance(seconds: number): void } {
  let at = Date.parse(start)
  return Object.assign(() => new Date(at++), {
    advance(seconds: number) {
      at += seconds * 1000
    },
  })
}

/** The date in the United Kingdom as yyyy-mm-dd. */
export function dateOf(moment: Date): string {
  return isoDate.format(moment)
}

/** `2026-11-21` or a moment → 21 November 2026. */
export function longDate(of: Date | string): string {
  const [year, month, day] = (typeof of === 'string' ? of : dateOf(of)).slice(0, 10).split('-')
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`
}

const months =
  'January February March April May June July August September October November December'.split(' ')

/** A moment → 21 November 2026 at 5:30pm, UK time. */
export function longTime(of: Date): string {
  const time = timeForm.format(of).replace(/\s/g, '').toLowerCase().replace(':00', '')
  return `${longDate(of)} at ${time}`
}

/** yyyy-mm-dd plus a number of days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** yyyy-mm-dd plus a number of months; the 31st becomes the last day where a month is shorter. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
    .toISOString()
    .slice(0, 10)
}

const zone = { timeZone: 'Europe/London' } as const
const isoDate = new Intl.DateTimeFormat('en-CA', {
  ...zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const timeForm = new Intl.DateTimeFormat('en-GB', {
  ...zone,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})
