import { normaliseAddress } from '#features/sign-in/index.ts'

/** Somebody to invite, as read from what was pasted. `line` is where it stood. */
export type Named = { line: number; name: string; address: string; domain: string; key: string }

/** What was pasted, read: people, each once, and what is wrong with the rest, in words for whoever pasted it. */
export type Pasted = { people: Named[]; problems: string[] }

/**
 * Reads pasted addresses leniently: one a line, or several with semicolons or commas between them, bare or
 * as mail programs write them (`Name <address>`, `Surname, Name <address>`, `Name, address`).
 */
export function readAddresses(text: string): Pasted {
  const people = new Map<string, Named>()
  const problems: string[] = []
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const part of partsOf(line)) {
      const { name, typed } = nameAndAddress(part)
      const read = normaliseAddress(typed)
      if (read.error !== undefined)
        problems.push(
          `Line ${i + 1}: ${typed.includes('@') ? read.error : `there is no email address in “${short(part)}”`}`,
        )
      else if (!people.has(read.key)) people.set(read.key, { line: i + 1, name, ...read })
    }
  }
  return { people: [...people.values()], problems }
}

function partsOf(line: string): string[] {
  const parts = line.split(';').flatMap((part) => {
    // `Surname, Name <address>` is one person; `a@b.gov.uk, c@d.gov.uk` are two.
    if (part.includes('<')) return part.split(/(?<=>)\s*,/)
    return part.split('@').length > 2 ? part.split(/[,\s]+/) : [part]
  })
  return parts.map((part) => part.trim()).filter(Boolean)
}

/** More than a name and an address take; on text without end the patterns would be slow. */
const longest = 600

function nameAndAddress(part: string): { name: string; typed: string } {
  if (part.length > longest) return { name: '', typed: part }
  const address = /[^\s<>()[\],;:"“”]+@[^\s<>()[\],;:"“”]*/.exec(part.replace(/mailto:/i, ''))?.[0]
  if (address === undefined) return { name: '', typed: part }
  const rest = part
    .replace(/mailto:/i, '')
    .replace(address, ' ')
    .replace(/[<>()[\];:"“”\t]/g, ' ')
    .replace(/\s+/g, ' ')
  return { name: rest.replace(/^[\s,]+|[\s,]+$/g, '').slice(0, 120), typed: address }
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
