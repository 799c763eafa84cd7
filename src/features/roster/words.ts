import type { Noted } from '#kernel/feature.ts'
import { categories, isKeyOf, roles } from '#features/networks/index.ts'
import { gradeLabel, regionLabel } from '#features/people/index.ts'

/** What a role is called: as the network names it, or in the usual words. */
export function roleName({ role, title }: { role: string; title: string }): string {
  return title || (isKeyOf(roles, role) ? roles[role].label : role)
}

/** The role that an event of the log is about. */
export const roleNoted = ({ role }: Noted): string => roleName({ role: String(role), title: '' })

/** A category as people read it. */
export const categoryName = (category: 'member' | 'ally'): string => categories[category].label

/** A grade as a card keeps it, such as `civil-service/g7`, in words. */
export function gradeName(grade: string): string {
  const [scheme = '', key = ''] = splitOnce(grade)
  return gradeLabel(scheme, key) ?? ''
}

/** A region as people read it; nothing for one that is not known. */
export const regionName = (region: string): string => regionLabel(region) ?? ''

/** An exact number of people, in words. */
export const howMany = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`

/** The same where only about how many there are is told; null where there are too few for that. */
export const aboutHowMany = (size: number | null): string =>
  size === null ? 'fewer than 10 people' : `about ${howMany(size)}`

function splitOnce(text: string): string[] {
  const at = text.indexOf('/')
  return at < 0 ? [] : [text.slice(0, at), text.slice(at + 1)]
}
