/** How a person belongs to a network. */
export type Category = 'member' | 'ally'

/**
 * The answers in one cell. Microsoft Forms writes several as `Policy;Digital;`, Microsoft Lists as
 * `["Policy","Digital"]` and older lists as `;#Policy;#Digital;#`. One plain answer is a list of one.
 */
export function splitChoices(cell: string): string[] {
  const text = cell.trim()
  const listed = text.startsWith('[') && text.endsWith(']') ? fromJson(text) : null
  return (listed ?? text.split(';'))
    .map((choice) => choice.replace(/^#/, '').trim())
    .filter(Boolean)
}

/** Several answers as one line of text, or null where there is none. */
export function plainText(cell: string): string | null {
  return splitChoices(cell).join(', ').replace(/\s+/g, ' ') || null
}

/**
 * Whether a cell says member or ally; null where it says neither. A plain yes or no answers the
 * heading: yes under "Are you an ally?" is an ally, yes under "Are you a member?" a member.
 */
export function readCategory(cell: string, heading = ''): Category | null {
  const text = splitChoices(cell).join(' ').toLowerCase()
  const answer = yesOrNo(text)
  if (answer !== null) {
    const asksForAlly = allyWord.test(heading.toLowerCase())
    const asksForMember = memberWord.test(heading.toLowerCase())
    // "Member or ally?" cannot be answered with yes.
    if (asksForAlly === asksForMember) return null
    return (answer === 'yes') === asksForAlly ? 'ally' : 'member'
  }
  if (notAlly.test(text)) return 'member'
  if (allyWord.test(text)) return 'ally'
  return memberWord.test(text) && !notMember.test(text) ? 'member' : null
}

/** 'yes' or 'no' where the cell says only that. */
export function yesOrNo(cell: string): 'yes' | 'no' | null {
  const text = cell.trim().toLowerCase()
  if (/^(yes|y|true)\b[.!]?$/.test(text)) return 'yes'
  return /^(no|n|false)\b[.!]?$/.test(text) ? 'no' : null
}

/** A cell in which a program, not a person, says that it does not know who it was. */
export function isAnonymous(cell: string): boolean {
  return /^(anonymous|n\/?a|none|-+)$/i.test(cell.trim())
}

const allyWord = /\b(ally|allies|allyship|supporter)\b/
const notAlly = /\b(not|non)[\s-]+(an?\s+)?(ally|supporter)\b/
const memberWord = /\bmembers?\b/
const notMember = /\b(not|non)[\s-]+(an?\s+)?member\b/

function fromJson(text: string): string[] | null {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : null
  } catch {
    return null
  }
}
