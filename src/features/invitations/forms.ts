import { z } from 'zod'
import type { Tx } from '#kernel/db.ts'
import { fieldError, fill, type Filled } from '#kernel/forms.ts'
import type { Fields } from '#kernel/http.ts'
import { admissible, tierOf } from '#features/sign-in/index.ts'
import { readAddresses, type Named } from './addresses.ts'

/** More than this comes as a spreadsheet. */
export const mostAtOnce = 200

const inviteForm = z.object({
  people: z
    .string({ message: 'Enter at least one email address' })
    .min(1, 'Enter at least one email address')
    .max(50_000, `Enter ${mostAtOnce} email addresses or fewer at a time`),
  note: z.string().max(500, 'Your note must be 500 characters or fewer').default(''),
})

/** Reads the form: whom to invite, or what is wrong, line by line. Addresses that could not join are said to be so. */
export async function readInviteForm(
  tx: Tx,
  body: Fields,
): Promise<Filled<{ people: Named[]; note: string }>> {
  const filled = fill(inviteForm, body)
  if (!filled.ok) return filled
  const { people, problems } = readAddresses(filled.value.people)
  for (const person of await outside(tx, people))
    problems.push(
      `Line ${person.line}: we do not let in addresses at ${person.domain} yet, so they could not join`,
    )
  if (people.length > mostAtOnce)
    problems.unshift(
      `Enter ${mostAtOnce} email addresses or fewer at a time, or import a spreadsheet`,
    )
  if (problems.length > 0)
    return {
      ok: false,
      typed: body,
      errors: problems.slice(0, 20).map((text) => fieldError('people', text)),
    }
  return { ...filled, value: { people, note: filled.value.note } }
}

/** Those whose domain is not let in: most are known by their ending, the others are asked about once a domain. */
async function outside(tx: Tx, people: readonly Named[]): Promise<Named[]> {
  const refused = new Set<string>()
  const doubtful = new Map(
    people
      .filter((person) => tierOf(person.address).tier === 3)
      .map((person) => [person.domain, person]),
  )
  for (const [domain, person] of [...doubtful].slice(0, 20))
    if (!(await admissible(tx, person))) refused.add(domain)
  return people.filter((person) => refused.has(person.domain))
}
