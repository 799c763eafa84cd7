import { z } from 'zod'
import { gradeSchemes, regionLabel } from '#features/people/index.ts'
import { fullName, workEmail } from '#features/sign-in/index.ts'

export const nameForm = z.object({ name: fullName })

export const organisationForm = z.object({ organisation: z.string().default('') })

export const regionForm = z.object({
  region: z.string({ message: 'Select a region' }).refine((key) => regionLabel(key) !== undefined, 'Select a region'),
})

/** Which family of grades; `none` is the answer of people who would rather not say. */
export const schemeForm = z.object({
  scheme: z.string({ message: 'Select the kind of grade you have' }).refine((key) => key === 'none' || gradeSchemes.some((scheme) => scheme.key === key), 'Select the kind of grade you have'),
})

/** A grade of one scheme: one that is listed, or, where the scheme allows it, one in people's own words. */
export function gradeForm(schemeKey: string) {
  const scheme = gradeSchemes.find(({ key }) => key === schemeKey)!
  return z
    .object({ grade: z.string({ message: 'Select your grade' }).min(1, 'Select your grade'), own: z.string().max(60, 'Your grade must be 60 characters or fewer').default('') })
    .superRefine(({ grade, own }, context) => {
      if (grade === 'own' && scheme.freeText) {
        if (!own) context.addIssue({ code: 'custom', path: ['own'], message: 'Enter your grade' })
      } else if (!scheme.grades.some(({ key }) => key === grade)) context.addIssue({ code: 'custom', path: ['grade'], message: 'Select your grade' })
    })
    .transform(({ grade, own }) => (grade === 'own' ? own : grade))
}

export const emailForm = z.object({ email: workEmail })

export const codeForm = z.object({
  code: z
    .string({ message: 'Enter the security code' })
    .min(1, 'Enter the security code')
    .refine((typed) => /^\d{6}$/.test(typed.replace(/[\s-]/g, '')), 'The security code is 6 numbers, such as 123456'),
})
