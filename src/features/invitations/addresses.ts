import { normaliseAddress } from '#features/sign-in/index.ts'

/** Somebody to invite, as read from what was pasted. `line` is where it stood. */
export type Named = { line: number; name: string; address: string; domain: string; key: string }

/** What is wrong with a piece of what was pasted, in words for whoever pasted it. */
export type Problem = { line: number; text: string }

/** What was pasted, read: people, each once; how many stood there again; and what is wrong with the rest. */
export type Pasted = { people: Named[]; again: number; problems: Problem[] }

/**
 * Reads pasted addresses leniently: one a line, or many with semicolons, commas or tabs between them; bare,
 * or as mail programs write them (`Name <address>`, `Surname, Name <address>`, `mailto:`, `[SMTP:address]`).
 * Every character is looked at a few times and no more, however long the text is.
 */
export function readAddresses(text: string): Pasted {
  const people = new Map<string, Named>()
  const problems: Problem[] = []
  let again = 0
  for (const [i, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const line = i + 1
    for (const part of partsOf(whole.replace(unseen, ' '))) {
      for (const { name, typed } of foundIn(part)) {
        const read = normaliseAddress(typed)
        if (read.error !== undefined) problems.push({ line, text: wrong(typed, read.error) })
        else if (people.has(read.key)) again += 1
        else people.set(read.key, { line, name, ...read })
      }
    }
  }
  return { people: [...people.values()], again, problems }
}

/** Invisible characters that come with what is copied, and spaces that do not look like others. */
const unseen = /[\u00ad\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

function wrong(typed: string, error: string): string {
  const quoted = `“${typed.length > 60 ? `${typed.slice(0, 60)}…` : typed}”`
  if (!typed.includes('@')) return `there is no email address in ${quoted}`
  return `${quoted} does not work. ${error}`
}

/** What stands between semicolons, but for those in a quoted name. A quote that is never closed is a mere character. */
function partsOf(line: string): string[] {
  const parts: string[] = []
  const lastQuote = line.lastIndexOf('"')
  let from = 0
  let quoted = false
  for (let i = 0; i <= line.length; i += 1) {
    if (line[i] === '"') quoted = !quoted && i < lastQuote
    if (i < line.length && (line[i] !== ';' || quoted)) continue
    if (i > from) parts.push(line.slice(from, i))
    from = i + 1
  }
  return parts.filter((part) => part.trim() !== '')
}

type Found = { name: string; typed: string }
type Spot = { from: number; to: number; inBrackets: boolean }

/** The addresses of a part, with their names; pieces that hold none come as they were typed. */
function foundIn(part: string): Found[] {
  const spots = spotsOf(part)
  if (spots.length === 0) return [{ name: '', typed: part.trim() }]
  if (spots.length === 1) {
    const { from, to } = spots[0]!
    return [
      { name: nameOf(`${part.slice(0, from)} ${part.slice(to)}`), typed: part.slice(from, to) },
    ]
  }
  const found: Found[] = []
  let before = 0
  for (const { from, to, inBrackets } of spots) {
    const between = nameOf(part.slice(before, from))
    if (between && !inBrackets) found.push({ name: '', typed: between })
    found.push({ name: inBrackets ? between : '', typed: part.slice(from, to) })
    before = to
  }
  const rest = nameOf(part.slice(before))
  if (rest) found.push({ name: '', typed: rest })
  return found
}

/** Where addresses stand: what is around an @ up to a character that is in none. */
function spotsOf(part: string): Spot[] {
  const spots: Spot[] = []
  for (let at = part.indexOf('@'), end = 0; at >= 0; at = part.indexOf('@', end)) {
    let from = at
    while (from > end && !edge.test(part[from - 1]!)) from -= 1
    end = at + 1
    while (end < part.length && !edge.test(part[end]!)) end += 1
    const spot = { from, to: end, inBrackets: part[from - 1] === '<' }
    // `a@b.gov.uk <a@b.gov.uk>`: the first is the name of the second.
    const last = spots.at(-1)
    if (spot.inBrackets && last && !last.inBrackets && onlyEdges(part, last.to, from - 1))
      spots.pop()
    spots.push(spot)
  }
  return spots
}

const edge = /[\s<>()[\],;:"“”?]/

function onlyEdges(part: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!/[\s"“”'’]/.test(part[i]!)) return false
  return true
}

/** A name without what mail programs and lists put around it; '' when there is none, or none of a person. */
function nameOf(text: string): string {
  const name = text
    .slice(0, 600)
    .replace(/\?\S*/g, ' ')
    .replace(/[<>()[\],;:"“”\t]+/g, (edges) => (edges.includes(',') ? ', ' : ' '))
    .replace(/\b(mailto|smtp|e-?mail)\b/gi, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[\s,.\-–•*·']+|[\s,\-–']+$/g, '')
    .replace(/^\d+[.)]? +/, '')
  return name.includes('@') || fillers.has(name.toLowerCase()) ? '' : name.slice(0, 120)
}

const fillers = new Set(['to', 'cc', 'bcc', 'and', '&', 'or'])
