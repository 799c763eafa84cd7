import type { Network } from '#features/networks/index.ts'

/** What a row of a list came to, or, of `waiting`, what it is about to. */
export const outcomes = {
  waiting: 'Can be invited',
  invited: 'Invited',
  'already-member': 'In the network already, or asking to be',
  'already-invited': 'Invited before, and not asked again',
  stopped: 'Not invited',
  repeat: 'Same email address as in a row above',
  'no-email': 'No email address',
  'bad-email': 'Email address that cannot be used',
  'bad-domain': 'Email address of an organisation that we do not let in yet',
  'no-name': 'No name',
  'bad-name': 'Name that is too long',
  elsewhere: 'Row for another network',
  blank: 'Empty row',
} as const

export type Outcome = keyof typeof outcomes

/** How many rows came to what. Together they are all the rows of the list. */
export type Counts = Partial<Record<Outcome, number>>

/** What is wrong with the row itself. */
export const problems = [
  'repeat',
  'no-email',
  'bad-email',
  'bad-domain',
  'no-name',
  'bad-name',
] as const satisfies Outcome[]

/** Nothing was to be taken from these rows, so nobody misses them. */
export const passedOver = ['elsewhere', 'blank'] as const satisfies Outcome[]

/**
 * The outcome in words. Leads of a sensitive network are not told who of a list is in it and who only
 * answered before.
 */
export function outcomeName(outcome: Outcome, { sensitive }: Pick<Network, 'sensitive'>): string {
  return sensitive && known.includes(outcome)
    ? 'In the network already, or asked before'
    : outcomes[outcome]
}

/** The counts in words, in the order of `outcomes`, without those of nothing. */
export function tally(
  counts: Counts,
  network: Pick<Network, 'sensitive'>,
): { name: string; count: number }[] {
  const sums = new Map<string, number>()
  for (const outcome of Object.keys(outcomes) as Outcome[]) {
    const name = outcomeName(outcome, network)
    const count = counts[outcome] ?? 0
    if (count > 0) sums.set(name, (sums.get(name) ?? 0) + count)
  }
  return [...sums].map(([name, count]) => ({ name, count }))
}

/** The sum of some of the counts. */
export function sum(
  counts: Counts,
  of: readonly Outcome[] = Object.keys(outcomes) as Outcome[],
): number {
  return of.reduce((total, outcome) => total + (counts[outcome] ?? 0), 0)
}

/** Whom the network knows already. */
export const known: readonly Outcome[] = ['already-member', 'already-invited']
