import { z } from 'zod'
import { anyEmail, codeForm, workEmail } from '#features/sign-in/index.ts'

export const emailForm = z.object({ email: workEmail })

/** Any address, of any domain: by itself it lets nobody in. */
export const otherForm = z.object({ email: anyEmail })

const whose = (missing: string) => z.enum(['mine', 'theirs'], { message: missing })

/** What stays of two accounts; `code` proves the address of the one that is signed in. */
export const mergeForm = z.object({
  work: whose('Select your work email address').default('mine'),
  name: whose('Select your name').default('mine'),
  keep: z.string().optional(),
  code: codeForm.shape.code,
})

export const useForm = z.object({
  as: z.enum(['work', 'second'], { message: 'Select what to do with this address' }),
})
