import { z } from 'zod'
import { fieldError } from '#kernel/forms.ts'
import { one, type Fields } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { readAnswers } from '#features/members/index.ts'
import { fullName, workEmail } from '#features/sign-in/index.ts'
import type { Given } from './application.ts'
import type { Chosen } from './queries.ts'

/** What only a person can tell about themselves. */
export const personForm = z.object({
  name: fullName.transform((name) => name.replace(/\s+/g, ' ')),
  email: workEmail,
  organisation: z
    .string()
    .max(200, 'The name of your organisation must be 200 characters or fewer')
    .default(''),
})

/** Names of a network's fields: each network's answers are apart from every other's. */
export const fieldsOf = (slug: string) => ({
  category: `as-${slug}`,
  conduct: `conduct-${slug}`,
  displayName: `name-in-${slug}`,
})

/** Reads what one network is told: its part of the form, and what is wrong with it. */
export function readGiven(network: Chosen, body: Fields): { given: Given; errors: FormError[] } {
  const fields = fieldsOf(network.slug)
  const errors: FormError[] = []
  const category = one(body, fields.category)
  const answered = readAnswers(network.questions, body)
  const given: Given = {
    category: category === 'member' || category === 'ally' ? category : null,
    displayName: one(body, fields.displayName).replace(/\s+/g, ' '),
    conduct: one(body, fields.conduct) === 'yes',
    answers: answered.answers,
  }
  if (network.allies && !given.category)
    errors.push(
      fieldError(fields.category, `Select whether you join ${network.name} as a member or an ally`),
    )
  errors.push(...answered.errors)
  if (network.conduct && !given.conduct)
    errors.push(
      fieldError(fields.conduct, `Accept the code of conduct of ${network.name} to join it`),
    )
  if (given.displayName.length > 120)
    errors.push(
      fieldError(
        fields.displayName,
        `The name for ${network.name} must be 120 characters or fewer`,
      ),
    )
  return { given, errors }
}
