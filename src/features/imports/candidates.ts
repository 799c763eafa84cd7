import { isAnonymous, plainText, readCategory } from './cells.ts'
import type { Category } from './cells.ts'
import { guessDateOrder, readDate } from './dates.ts'
import type { DateOrder } from './dates.ts'
import type { Field, Mapping } from './mapping.ts'
import type { Table } from './spreadsheet.ts'

/** Somebody whom the list names. `line` is the row of the file; `notes` say what was not understood. */
export type Person = {
  line: number
  name: string
  email: string
  /** Equal for two addresses that reach one person. */
  key: string
  category: Category | null
  organisation: string | null
  region: string | null
  grade: string | null
  joinedOn: string | null
  notes: string[]
}

/** A row from which nobody can be invited: `problem` says why to a person, `because` to the page. */
export type Refused = {
  line: number
  problem: string
  because: Because
}

export type Because =
  | 'blank'
  | 'elsewhere'
  | 'no-name'
  | 'no-email'
  | 'bad-name'
  | 'bad-email'
  | 'bad-domain'
  | 'repeat'

/** What became of one row. */
export type Candidate = Person | Refused

export type Options = {
  /** Reads an email address as typed; `error` is what a form would say about it. */
  address: (
    typed: string,
  ) => { address: string; key: string } | { error: string; because?: 'bad-domain' }
  /** Whether a row is for this network, where the list is for several. */
  isOurs?: (row: readonly string[]) => boolean
  /** How dates are written; judged from the whole column when left out. */
  dateOrder?: DateOrder
  /** yyyy-mm-dd: nobody has joined after it. */
  today: string
}

/** Whether a row names somebody who can be invited. */
export function isPerson(candidate: Candidate): candidate is Person {
  return 'email' in candidate
}

/**
 * What each row of the table says, by the mapping: one candidate a row, blank rows too, in order, so
 * that every row is accounted for. Of rows with the same email address the first is kept.
 */
export function applyMapping(sheet: Table, mapping: Mapping, options: Options): Candidate[] {
  const joinedOn = mapping.joinedOn
  const order =
    options.dateOrder ??
    (joinedOn === null
      ? 'day-first'
      : guessDateOrder(sheet.rows.map((row) => row[joinedOn] ?? '')).order)
  const seen = new Map<string, number>()
  return sheet.rows.map((row, i): Candidate => {
    const line = sheet.firstRow + i
    if (row.every((cell) => cell === '')) return refused(line, 'blank', 'This row is empty')
    if (options.isOurs && !options.isOurs(row))
      return refused(line, 'elsewhere', 'This row is for another network')
    const cell = (field: Field) => {
      const column = mapping[field]
      const text = column === null ? '' : (row[column] ?? '')
      return isAnonymous(text) ? '' : text
    }
    const name = readName(cell('name'), cell('surname'))
    const typed = readAddress(cell('email'))
    if (typed === '') {
      const missing =
        name === '' ? 'There is no name and no email address' : 'There is no email address'
      return refused(line, 'no-email', missing)
    }
    const read = options.address(typed)
    if ('error' in read)
      return refused(line, read.because ?? 'bad-email', wrongAddress(typed, read.error))
    if (name === '') return refused(line, 'no-name', 'There is no name')
    if (name.length > 200)
      return refused(line, 'bad-name', 'The name is longer than 200 characters')
    const first = seen.get(read.key)
    if (first !== undefined) {
      return refused(line, 'repeat', `The same email address is in row ${first}, which is kept`)
    }
    seen.set(read.key, line)
    const notes: string[] = []
    return {
      line,
      name,
      email: read.address,
      key: read.key,
      category: category(cell('category'), sheet.columns[mapping.category ?? -1], notes),
      organisation: plainText(cell('organisation')),
      region: plainText(cell('region')),
      grade: plainText(cell('grade')),
      joinedOn: joined(cell('joinedOn'), order, options.today, notes),
      notes,
    }
  })
}

function refused(line: number, because: Refused['because'], problem: string): Refused {
  return { line, problem, because }
}

/** One name from one or two cells. Outlook's "Bloggs, Jo (HR)" becomes "Jo Bloggs". */
function readName(name: string, surname: string): string {
  const whole = `${name} ${surname}`.replace(/[\s;]+/g, ' ').trim()
  const turned = /^([^,()]+), ([^,()]+)(?: \([^()]*\))?$/.exec(whole)
  if (!turned || surname !== '' || afterName.test(turned[2]!)) return whole
  return `${turned[2]!.trim()} ${turned[1]!.trim()}`
}

/** What follows a comma without being a first name. */
const afterName =
  /^(jr|sr|junior|senior|ii|iii|[mok]?be|cb|cbe|dbe|qc|kc|jp|ph\.?d|d\.?phil|ba|bsc|ma|msc|mba|rn|frcn|frs)\b/i

/** The address in "Jo Bloggs <jo@example.org>", "mailto:jo@example.org" or "jo@example.org;". */
function readAddress(cell: string): string {
  // No address is longer than 254, and text without end would make the patterns slow.
  const text = cell.slice(0, 500)
  const bracketed = /<([^<>]*@[^<>]*)>/.exec(text)
  return (bracketed?.[1] ?? text)
    .replace(/^mailto:/i, '')
    .replace(/[\s;,]+$/, '')
    .trim()
}

function wrongAddress(typed: string, error: string): string {
  const shown = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed
  return `The email address “${shown}” cannot be used: ${error.charAt(0).toLowerCase()}${error.slice(1)}`
}

function category(cell: string, heading: string | undefined, notes: string[]): Category | null {
  const read = readCategory(cell, heading)
  if (cell !== '' && read === null)
    notes.push('The file does not say clearly whether this is a member or an ally')
  return read
}

function joined(cell: string, order: DateOrder, today: string, notes: string[]): string | null {
  if (cell === '') return null
  const read = readDate(cell, order)
  if (read !== null && read <= today) return read
  notes.push(
    read === null
      ? 'The date of joining could not be read'
      : 'The date of joining is in the future',
  )
  return null
}
