import { z } from 'zod'
import { normaliseAddress } from './domains.ts'

/** A work email address: `{ address, domain, key }`, or the message that says what is wrong with it. */
export const workEmail = z
  .string({ message: 'Enter your work email address' })
  .min(1, 'Enter your work email address')
  .transform((typed, context) => {
    const read = normaliseAddress(typed)
    if (read.error === undefined) return read
    context.addIssue({ code: 'custom', message: read.error })
    return z.NEVER
  })

export const fullName = z
  .string({ message: 'Enter your full name' })
  .min(1, 'Enter your full name')
  .max(120, 'Your name must be 120 characters or fewer')

export const emailForm = z.object({ email: workEmail })

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
