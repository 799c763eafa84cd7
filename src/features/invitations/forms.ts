import { z } from 'zod'
import type { Tx } from '#kernel/db.ts'
import { fieldError, fill, type Filled } from '#kernel/forms.ts'
import type { Fields } from '#kernel/http.ts'
import { shutOut } from '#features/sign-in/index.ts'
import { readAddresses, type Named, type Problem } from './addresses.ts'

/** More than this comes in parts, or as a spreadsheet. */
export const mostAtOnce = 10_000
/** How many people a lead, and a member, may invite a day: in all networks together. */
export const mostADay = { lead: 10_000, member: 50 }

const mostNote = 500
const mostText = 1_048_576
const shown = 20

const tooMany = `Enter ${mostAtOnce.toLocaleString('en-GB')} email addresses or fewer at a time`

const inviteForm = z.object({
  people: z
    .string({ message: 'Enter at least one email address' })
    .min(1, 'Enter at least one email address')
    .max(mostText, `${tooMany}: what you pasted is longer than we can read`),
  note: z.string().max(mostNote, `Your note must be ${mostNote} characters or fewer`).default(''),
})

/** What the form says: whom to invite, each once, how many stood there again, and what to write to them. */
export type Wanted = { people: Named[]; again: number; note: string }

/** Reads the form: whom to invite, or what is wrong, line by line. Addresses that could not join are said to be so. */
export async function readInviteForm(tx: Tx, body: Fields): Promise<Filled<Wanted>> {
  const filled = fill(inviteForm, body)
  if (!filled.ok) return filled
  const { people, again, problems } = readAddresses(filled.value.people)
  if (people.length > mostAtOnce)
    return {
      ok: false,
      typed: body,
      errors: [
        fieldError('people', `${tooMany}. You pasted ${people.length.toLocaleString('en-GB')}`),
      ],
    }
  const refused = await shutOut(
    tx,
    people.map((person) => person.domain),
  )
  const outside = people
    .filter((person) => refused.has(person.domain))
    .map(({ line, domain }) => ({
      line,
      text: `we do not let in addresses at ${domain} yet, so they could not join`,
    }))
  const wrong = [...problems, ...outside].toSorted((a, b) => a.line - b.line)
  if (wrong.length > 0) return { ok: false, typed: body, errors: said(wrong) }
  return { ...filled, value: { people, again, note: filled.value.note } }
}

/** The first problems, each with its line, and how many more there are. */
function said(problems: readonly Problem[]) {
  const errors = problems
    .slice(0, shown)
    .map(({ line, text }) => fieldError('people', `Line ${line}: ${text}`))
  const more = problems.length - shown
  if (more > 0)
    errors.push(
      fieldError(
        'people',
        more === 1
          ? 'One more line has a problem'
          : `${more.toLocaleString('en-GB')} more have a problem`,
      ),
    )
  return errors
}
