import { z } from 'zod'
import { normaliseAddress } from './domains.ts'

/** A work email address: `{ address, domain, key }`, or the message that says what is wrong with it. */
export const workEmail = z
  .string({ message: 'Enter your work email address' })
  .min(1, 'Enter your work email address')
  .transform(readAddress)

/** Any email address, such as one of a person's own. */
export const anyEmail = z
  .string({ message: 'Enter the email address' })
  .min(1, 'Enter the email address')
  .transform(readAddress)

export const fullName = z
  .string({ message: 'Enter your full name' })
  .min(1, 'Enter your full name')
  .max(120, 'Your name must be 120 characters or fewer')

export const emailForm = z.object({ email: workEmail })

export const secondForm = z.object({ email: anyEmail })

export const codeForm = z.object({
  code: z
    .string({ message: 'Enter the security code' })
    .min(1, 'Enter the security code')
    .refine(
      (typed) => /^\d{6}$/.test(typed.replace(/[\s-]/g, '')),
      'The security code is 6 numbers, such as 123456',
    ),
})

export const nameForm = z.object({ name: fullName, organisation: z.string().default('') })

export const firstForm = z.object({ name: fullName, email: workEmail })

export const askForm = z.object({
  email: workEmail,
  reason: z.string().max(500, 'Keep it to 500 characters or fewer').default(''),
})

function readAddress(typed: string, context: z.RefinementCtx) {
  const read = normaliseAddress(typed)
  if (read.error === undefined) return read
  context.addIssue({ code: 'custom', message: read.error })
  return z.NEVER
}
