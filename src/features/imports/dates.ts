/** Whether 3/4/2025 is 3 April (day-first, as in the UK) or 4 March (month-first, as in the US). */
export type DateOrder = 'day-first' | 'month-first'

/**
 * The day a cell names, as yyyy-mm-dd, or null when it names none. Takes ISO, UK and US forms, with
 * month names or numbers, two-digit years, a time after it, and the bare day counts of Excel.
 * `order` decides only where both readings are possible.
 */
export function readDate(text: string, order: DateOrder = 'day-first'): string | null {
  const typed = withoutTime(text)
  let found: RegExpExecArray | null
  if ((found = iso.exec(typed))) return day(found[1]!, found[2]!, found[3]!)
  if ((found = numbers.exec(typed))) {
    const [, first, second, year] = found as unknown as [string, string, string, string]
    const dayFirst = day(year, second, first)
    const monthFirst = day(year, first, second)
    return order === 'day-first' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst)
  }
  if ((found = dayName.exec(typed))) return day(found[3]!, monthNumber(found[2]!), found[1]!)
  if ((found = nameDay.exec(typed))) return day(found[3]!, monthNumber(found[1]!), found[2]!)
  if (/^\d{5}$/.test(typed)) return excelDay(Number(typed))
  return null
}

/**
 * How the dates of a column are written, judged from all of them together: a part above 12 can only
 * be a day. `ambiguous` means that a person must be asked, because no date decides or two disagree.
 */
export function guessDateOrder(texts: Iterable<string>): { order: DateOrder; ambiguous: boolean } {
  let dayFirst = 0
  let monthFirst = 0
  let undecided = 0
  for (const text of texts) {
    const found = numbers.exec(withoutTime(text))
    if (!found) continue
    const first = Number(found[1])
    const second = Number(found[2])
    if (first > 12 && second <= 12) dayFirst++
    else if (second > 12 && first <= 12) monthFirst++
    // 4/4 is the same day either way
    else if (first !== second) undecided++
  }
  const order = monthFirst > dayFirst ? 'month-first' : 'day-first'
  const decided = dayFirst > 0 !== monthFirst > 0
  return { order, ambiguous: undecided > 0 && !decided }
}

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const numbers = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})$/
const dayName = /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/
const nameDay = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/
const time =
  /[t,\s]+(?:at\s+)?\d{1,2}(?:[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?)?\s*(?:[ap]\.?m\.?)?\s*(?:z|gmt|bst|utc|[+-]\d{2}:?\d{2})?$/

const months =
  'january february march april may june july august september october november december'.split(' ')

/** Lower case, one space between words, and neither the day of the week nor the time of day. */
function withoutTime(text: string): string {
  // No date is longer than this, and long text would make the patterns slow.
  if (text.length > 60) return ''
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim().replace(weekday, '')
  // The time is looked for after the shortest date, lest '5 march 24' lose its year.
  const cut = time.exec(plain.slice(6))
  if (!cut || !/[:.]|[ap]\.?m/.test(cut[0])) return plain
  return plain.slice(0, 6 + cut.index)
}

/** '3' for march, mar and the like; '0', which no date has, for any other word. */
function monthNumber(name: string): string {
  const short = name === 'sept' ? 'sep' : name
  return String(months.findIndex((month) => month === short || month.slice(0, 3) === short) + 1)
}

/** The calendar day, or null where there is no such day. Two-digit years run from 1970 to 2069. */
function day(year: string, month: string, date: string): string | null {
  const y = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)
  const m = Number(month)
  const d = Number(date)
  if (y < 1900 || y > 2100 || m < 1 || m > 12 || d < 1) return null
  const made = new Date(Date.UTC(y, m - 1, d))
  return made.getUTCDate() === d ? made.toISOString().slice(0, 10) : null
}

/** Excel counts days, with 25569 for 1 January 1970. Smaller and larger counts are not dates. */
function excelDay(count: number): string | null {
  if (count < 25569 || count > 73050) return null
  return new Date((count - 25569) * 86_400_000).toISOString().slice(0, 10)
}
