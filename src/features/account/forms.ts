import { z } from 'zod'
import { gradeSchemes, regionLabel, type Scheme } from '#features/people/index.ts'
import { fullName } from '#features/sign-in/index.ts'

export const nameForm = z.object({ name: fullName })

export const organisationForm = z.object({ organisation: z.string().default('') })

export const regionForm = z.object({
  region: z
    .string({ message: 'Select a region' })
    .refine((key) => regionLabel(key) !== undefined, 'Select a region'),
})

/** Which family of grades; `none` is the answer of people who would rather not say. */
export const schemeForm = z.object({
  scheme: z
    .string({ message: 'Select the kind of grade you have' })
    .refine(
      (key) => key === 'none' || gradeSchemes.some((scheme) => scheme.key === key),
      'Select the kind of grade you have',
    ),
})

/** A grade of one scheme: one of its list or, where grades are local, in people's own words. */
export function gradeForm(scheme: Scheme) {
  if (!scheme.freeText) {
    return z.object({
      grade: z
        .string({ message: 'Select your grade' })
        .refine((typed) => scheme.grades.some(({ key }) => key === typed), 'Select your grade'),
    })
  }
  const listed = (typed: string) =>
    scheme.grades.find(({ label }) => label.toLowerCase() === typed.toLowerCase())?.key ?? typed
  return z.object({
    grade: z
      .string({ message: 'Enter your grade' })
      .min(1, 'Enter your grade')
      .max(60, 'Your grade must be 60 characters or fewer')
      .transform(listed),
  })
}
