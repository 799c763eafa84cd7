import { z } from 'zod'
import { normaliseDomain } from './domain.ts'
import { sectors } from './sectors.ts'

const domain = z
  .string()
  .min(1, 'Enter a domain, such as example.gov.uk')
  .transform(
    (typed, context) =>
      normaliseDomain(typed) ??
      (context.addIssue({
        code: 'custom',
        message: `“${typed.slice(0, 60)}” is not a domain. A domain looks like example.gov.uk`,
      }),
      z.NEVER),
  )

export const organisationForm = z.object({
  name: z
    .string()
    .min(1, 'Enter the name of the organisation')
    .max(200, 'The name must be 200 characters or fewer'),
  sector: z
    .string({ message: 'Choose a sector' })
    .refine((key) => key in sectors, 'Choose a sector'),
  domains: z
    .string()
    .default('')
    .transform((typed, context) => {
      const lines = typed.split(/[\s,;]+/).filter(Boolean)
      const wrong = lines.find((line) => !normaliseDomain(line))
      if (wrong)
        context.addIssue({
          code: 'custom',
          message: `“${wrong.slice(0, 60)}” is not a domain. A domain looks like example.gov.uk`,
        })
      return [...new Set(lines.map((line) => normaliseDomain(line) ?? ''))]
    }),
})

export const domainForm = z.object({
  domain,
  note: z.string().max(200, 'Keep the note to 200 characters or fewer').default(''),
})
export const mergeForm = z.object({ into: z.string().min(1, 'Choose the organisation to keep') })
