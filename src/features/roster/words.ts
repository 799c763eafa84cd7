import type { Noted } from '#kernel/feature.ts'
import type { Network } from '#features/networks/index.ts'
import { categories, isKeyOf, roles } from '#features/networks/index.ts'
import { gradeLabel, regionLabel } from '#features/people/index.ts'

/** What a role is called: as the network names it, or in the usual words. */
export function roleName({ role, title }: { role: string; title: string }): string {
  return title || (isKeyOf(roles, role) ? roles[role].label : role)
}

/** The role that an event of the log is about. */
export const roleNoted = ({ role }: Noted): string => roleName({ role: String(role), title: '' })

export const categoryName = (category: 'member' | 'ally'): string => categories[category].label

/** A grade as a card keeps it, such as `civil-service/g7`, in words. */
export function gradeName(grade: string): string {
  const [scheme = '', key = ''] = splitOnce(grade)
  return gradeLabel(scheme, key) ?? ''
}

export const regionName = (region: string): string => regionLabel(region) ?? ''

/**
 * How many are in a network, in words that its viewer may read: leads, and members of networks that are
 * not sensitive, read the number; in sensitive ones a small number is withheld and others are rounded.
 */
export function howMany(
  count: number,
  { leads, sensitive }: Pick<Network, 'leads' | 'sensitive'>,
): string {
  if (!leads && sensitive)
    return count < 10
      ? 'fewer than 10 people'
      : `about ${(Math.round(count / 5) * 5).toLocaleString('en-GB')} people`
  return count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`
}

function splitOnce(text: string): string[] {
  const at = text.indexOf('/')
  return at < 0 ? [] : [text.slice(0, at), text.slice(at + 1)]
}
