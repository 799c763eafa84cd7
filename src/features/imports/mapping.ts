import { isAnonymous, readCategory, yesOrNo } from './cells.ts'
import { readDate } from './dates.ts'

/** What a column may hold. `name` is the full name, or the first name where `surname` has its own. */
export const fields = [
  'name',
  'surname',
  'email',
  'category',
  'organisation',
  'region',
  'grade',
  'joinedOn',
] as const
export type Field = (typeof fields)[number]

/** The column, counted from 0, that holds each field; null where none does. All others are ignored. */
export type Mapping = Record<Field, number | null>

/**
 * A first guess at which column holds what, for a person to check, from the headings of Microsoft
 * Forms, Microsoft Lists and home-made lists, and from what the cells look like. In: headings, and
 * some rows of the table; 200 are plenty.
 */
export function guessMapping(columns: string[], sampleRows: string[][]): Mapping {
  const looks = columns.map((heading, i) =>
    look(
      heading,
      sampleRows.map((row) => row[i] ?? ''),
    ),
  )
  const guesses = looks.flatMap((column, i) =>
    fields.map((field) => ({ field, column: i, score: column.wrong ? 0 : signs[field](column) })),
  )
  const mapping = Object.fromEntries(fields.map((field) => [field, null])) as Mapping
  const taken = new Set<number>()
  for (const { field, column, score } of guesses.toSorted((a, b) => b.score - a.score)) {
    if (score < enough || mapping[field] !== null || taken.has(column)) continue
    mapping[field] = column
    taken.add(column)
  }
  const name = mapping.name === null ? null : looks[mapping.name]!
  if (name && !firstName.test(name.heading)) mapping.surname = null
  return mapping
}

/** Below this a guess is worse than asking. */
const enough = 4

type Look = {
  heading: string
  /** How much of the filled cells pass a test, 0 to 1. */
  share: (test: (cell: string) => boolean) => number
  empty: boolean
  /** The column is about somebody or something else, or holds only yes and no. */
  wrong: boolean
}

function look(typed: string, column: string[]): Look {
  const heading = typed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim()
  // A look at their beginnings is enough, and text without end would make the patterns slow.
  const cells = column
    .map((cell) => cell.slice(0, 260))
    .filter((cell) => cell !== '' && !isAnonymous(cell))
    .slice(0, 200)
  const share = (test: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  const asksCategory = /\b(ally|member)\b/.test(heading)
  const yesNo = share((cell) => yesOrNo(cell) !== null) > 0.5 && !asksCategory
  return {
    heading,
    share,
    empty: cells.length === 0 && column.length > 0,
    wrong: yesNo || somebodyElse.test(heading) || madeByPrograms.test(heading),
  }
}

const somebodyElse =
  /\b(manager|manager s|emergency|next of kin|referee|approver|assistant|nominat\w*|referred)\b/
/** Columns that Forms and Lists add, other than those that may tell when somebody joined. */
const madeByPrograms =
  /^(id|last modified time|modified|created by|modified by|app (created|modified) by|item type|path|content type|attachments|version|type|edit|(item|folder) child count|label setting|retention label\b.*|compliance asset id|total points|quiz feedback|grade posted time|points .*|feedback .*)$/

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const firstName = /\b(first|given|christian) names?\b|\bfore ?names?\b/
const lastName = /\b(last|family|second) names?\b|\bsur ?names?\b/
const otherName =
  /\b(user ?name|file|network|group|organi[sz]ation|department|team|directorate|company|employer|job|role|site|office|event|course|sponsor|council|trust|school)\b/
const personName = /^[\p{L}\p{M}'’.-]+,?( [\p{L}\p{M}'’.()-]+){1,5}$/u
const regionName =
  /^(the )?(north east|north west|yorkshire|east midlands|west midlands|east of england|east anglia|london|south east|south west|wales|scotland|northern ireland|england|outside the uk|overseas)\b/i
const gradeName =
  /^(aa|ao|eo|heo|seo|g(rade)? ?[67]|grade \d{1,2}|scs ?\d?[ab]?|band \d[a-d]?|fast stream(er)?|deputy director|director|hs?eo ?\(?d\)?|constable|sergeant|inspector)\b/i

/** How well a column suits each field: what its heading says and what its cells look like. */
const signs: Record<Field, (column: Look) => number> = {
  email({ heading, share, empty }) {
    const addresses = share((cell) => email.test(cell.replace(/^mailto:|[<>;]/g, '')))
    if (empty || /\b(personal|private|home|alternative|secondary)\b/.test(heading)) return 0
    const asked = /\be ?mail\b/.test(heading)
    if (!asked) return addresses > 0.6 ? 5 : 0
    const work = /\b(work|official|government|gov|nhs|your)\b/.test(heading) ? 2 : 0
    return addresses === 0 ? enough : 6 + work + 6 * addresses
  },
  name({ heading, share, empty }) {
    if (empty || otherName.test(heading) || lastNameOnly(heading)) return 0
    const people = share((cell) => personName.test(cell))
    if (/^title$/.test(heading)) return people > 0.5 ? 2 + 4 * people : 0
    if (firstName.test(heading) && !lastName.test(heading)) return 5
    // Where there is no heading, the first column of words may well be the names.
    if (/^column [a-z]{1,2}$/.test(heading)) return people > 0.8 ? enough : 0
    const asked = /\bnames?\b|^(member|person|colleague|employee)$/.test(heading)
    if (!asked) return 0
    return 6 + (/^name$|\b(full|your) name\b/.test(heading) ? 2 : 0) + 2 * people
  },
  surname: ({ heading, empty }) => (!empty && lastNameOnly(heading) ? 9 : 0),
  category({ heading, share, empty }) {
    if (empty) return 0
    const told = share((cell) => readCategory(cell, heading) !== null)
    if (told < 0.3) return 0
    const asked = /\b(ally|allies|category|membership|member|type of member)\b/.test(heading)
    return asked ? 6 + 6 * told : told > 0.8 ? 5 : 0
  },
  organisation({ heading, share }) {
    if (share((cell) => email.test(cell)) > 0.3 || /\be ?mail\b/.test(heading)) return 0
    if (/\b(organi[sz]ation|department|dept|employer)\b/.test(heading)) return 8
    return /\b(public body|agency|ministry|council|trust|company|institution)\b/.test(heading)
      ? 6
      : 0
  },
  region({ heading, share }) {
    const known = share((cell) => regionName.test(cell))
    if (/\bregions?\b/.test(heading)) return 8 + 4 * known
    const asked = /\b(nation|location|located|based|area|office|site|country|city|where)\b/.test(
      heading,
    )
    return known > 0.6 ? (asked ? 8 : 5) : asked && !/\b(hear|find)\b/.test(heading) ? enough : 0
  },
  grade({ heading, share }) {
    const known = share((cell) => gradeName.test(cell))
    if (/\b(grade|pay band|band|rank)\b/.test(heading)) return 7 + 4 * known
    return known > 0.6 ? 5 : 0
  },
  joinedOn({ heading, share, empty }) {
    const dates = share((cell) => cell.length > 5 && readDate(cell) !== null)
    if (empty || dates < 0.5 || /\b(birth|dob|left|leav\w*|end|expir\w*|renew\w*)\b/.test(heading))
      return 0
    if (joined.test(heading)) return 8
    // When somebody filled in the form is the next best thing to when they joined.
    return /^(completion time|timestamp|submitted)$/.test(heading)
      ? 5
      : /^(start time|created)$/.test(heading)
        ? 4
        : 0
  },
}

const joined =
  /\b(join\w*|member since|since|start date|membership (start|date)|sign(ed)? up|signup|regist\w+|date added|added)\b/

function lastNameOnly(heading: string): boolean {
  return lastName.test(heading) && !firstName.test(heading) && !/\b(full|and)\b/.test(heading)
}
