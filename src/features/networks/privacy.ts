import type { Id } from '#kernel/viewer.ts'
import type { Findable, Joining, NamesSeenBy } from './words.ts'

/** How private a network is: three independent choices, whether it is sensitive, and whose people can find it. */
export type Privacy = {
  findable: Findable
  joining: Joining
  names: NamesSeenBy
  sensitive: boolean
  /** Organisations whose people can find it, where `findable` says so. */
  organisations: readonly Id[]
}

/** Each choice from the most private to the least. */
const scales = {
  findable: ['invited', 'organisations', 'signed-in', 'everyone'],
  joining: ['invitation', 'request', 'open'],
  names: ['nobody', 'leads', 'members'],
} as const

/**
 * What a sensitive network may be at most: hidden, or with a lead who says yes; names to leads.
 * Others stay as they are.
 */
export function keptSafe<T extends Privacy>(choices: T): T {
  if (!choices.sensitive) return choices
  return {
    ...choices,
    joining:
      choices.findable !== 'invited' && choices.joining === 'open' ? 'request' : choices.joining,
    names: choices.names === 'members' ? 'leads' : choices.names,
  }
}

/** The more private of two in every choice: what of a change may come at once. */
export function morePrivate(now: Privacy, wanted: Privacy): Privacy {
  const findable = lower('findable', now.findable, wanted.findable)
  return {
    findable,
    joining: lower('joining', now.joining, wanted.joining),
    names: lower('names', now.names, wanted.names),
    sensitive: now.sensitive || wanted.sensitive,
    organisations: fewer(findable, now, wanted),
  }
}

/** Whether two are the same in every choice. */
export function isSame(one: Privacy, other: Privacy): boolean {
  return (
    one.findable === other.findable &&
    one.joining === other.joining &&
    one.names === other.names &&
    one.sensitive === other.sensitive &&
    (one.findable !== 'organisations' || sameSet(one.organisations, other.organisations))
  )
}

/** Whose people can find it, at once: where both name organisations, only those that both name. */
function fewer(findable: Findable, now: Privacy, wanted: Privacy): readonly Id[] {
  if (findable !== 'organisations') return []
  if (now.findable !== 'organisations') return wanted.organisations
  if (wanted.findable !== 'organisations') return now.organisations
  return now.organisations.filter((id) => wanted.organisations.includes(id))
}

function lower<K extends keyof typeof scales>(
  scale: K,
  one: Privacy[K],
  other: Privacy[K],
): Privacy[K] {
  const order = scales[scale] as readonly string[]
  return order.indexOf(one) < order.indexOf(other) ? one : other
}

function sameSet(one: readonly Id[], other: readonly Id[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}
