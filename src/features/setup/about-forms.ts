import { z } from 'zod'
import { text } from '#kernel/forms.ts'
import { all, one, type Fields } from '#kernel/http.ts'
import { gradeSchemes, regions } from '#features/people/index.ts'

export const aimForm = z.object({
  purpose: text('Enter what the network is for', 'What it is for', 600),
  audience: text('Enter who the network is for', 'Who it is for', 400),
})

export const missionForm = z.object({ mission: text('Enter your mission', 'Your mission', 600) })

export const contactForm = z.object({
  contact: text('Enter who people can contact', 'Who to contact', 300),
})

/** The answers that a template makes a sentence of. */
export const answersForm = z.object({
  who: text('Enter who the people are', 'Who the people are', 120),
  what: text('Enter what you do together', 'What you do together', 120),
  outcome: z.string().max(120, 'What changes must be 120 characters or fewer').default(''),
  where: z.string().max(60, 'Where must be 60 characters or fewer').default(''),
})

/** The ticked regions and grades that there are, and the organisations as typed. */
export function readPlaces(body: Fields): { typed: string; regions: string[]; grades: string[] } {
  const grades = gradeSchemes.flatMap((scheme) =>
    scheme.grades.map(({ key }) => `${scheme.key}/${key}`),
  )
  return {
    typed: one(body, 'organisations'),
    regions: regions.map(({ key }) => key).filter((key) => all(body, 'regions').includes(key)),
    grades: grades.filter((grade) => all(body, 'grades').includes(grade)),
  }
}
