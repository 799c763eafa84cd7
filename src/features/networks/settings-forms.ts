import { z } from 'zod'
import { choice, text } from '#kernel/forms.ts'
import type { Fields } from '#kernel/http.ts'
import { gradeSchemes, regions } from '#features/people/index.ts'
import type { Network } from './find.ts'
import { nameField } from './new-steps.ts'
import type { Privacy } from './privacy.ts'
import type { Scope } from './scope.ts'
import { themes } from './themes.ts'
import { findableBy, joiningBy, namesSeenBy, networkTypes } from './words.ts'

const optional = (subject: string, most: number) => text('', subject, most)
const listed = (keys: readonly string[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given) => [given ?? []].flat().filter((key) => keys.includes(key)))

/** What a network says of itself. */
export const aboutForm = z.object({
  name: nameField,
  type: choice(networkTypes, 'Select what kind of network it is'),
  purpose: text('Enter what the network is for', 'What it is for', 600),
  audience: text('Enter who the network is for', 'Who it is for', 400),
  mission: optional('The mission', 600),
  priorities: optional('The priorities', 2000),
  theme: z
    .string()
    .default('')
    .transform((key) => (themes.some((theme) => theme.key === key) ? key : null)),
  region: z
    .string()
    .default('')
    .transform((key) => (regions.some((region) => region.key === key) ? key : null)),
  contact: optional('The contact', 300),
  joining_reason: optional('Why people join in this way', 600),
})

const gradeKeys: readonly string[] = gradeSchemes.flatMap((scheme) =>
  scheme.grades.map((grade) => `${scheme.key}/${grade.key}`),
)

/** Whom a network is for. Organisations are looked up afterwards. */
export const scopeForm = z.object({
  organisations: optional('The list', 6000).default(''),
  regions: listed(regions.map((region) => region.key)),
  grades: listed(gradeKeys),
})

/** The choices of privacy. */
export const privacyForm = z
  .object({
    findable: choice(findableBy, 'Select who can find the network'),
    organisations: optional('The list', 6000).default(''),
    joining: choice(joiningBy, 'Select how people join'),
    names: choice(namesSeenBy, 'Select who sees members’ names'),
    sensitive: z
      .enum(['yes', 'no'], 'Select whether the network is sensitive')
      .transform((answer) => answer === 'yes'),
    confirmed: z.string().optional(),
  })
  .refine((given) => given.findable !== 'organisations' || given.organisations !== '', {
    path: ['organisations'],
    message: 'Enter at least one organisation',
  })

/** Reads a change of status, of those that the network may have next. */
export const statusForm = (may: readonly string[]) =>
  z
    .object({
      status: z
        .string('Select what happens to the network')
        .refine((status) => may.includes(status), 'Select what happens to the network'),
      reason: optional('The reason', 600).default(''),
    })
    .refine((given) => given.status === 'live' || given.reason !== '', {
      path: ['reason'],
      message: 'Enter a reason, so that people know why',
    })

/** The forms as they are filled in to begin with. */
export const typedAbout = (network: Network): Fields =>
  Object.fromEntries(
    Object.keys(aboutForm.shape).map((name) => [
      name,
      network[name as keyof typeof aboutForm.shape] ?? '',
    ]),
  )

/** Whom a network is for, as its form shows it. */
export const typedScope = (scope: Scope): Fields => ({
  organisations: scope.organisations.map((each) => each.name).join('\n'),
  regions: scope.regions,
  grades: scope.grades,
})

/** How private a network is, and for whom, as its form shows it. */
export const typedPrivacy = (privacy: Privacy, scope: Scope): Fields => ({
  findable: privacy.findable,
  organisations:
    privacy.findable === 'organisations'
      ? scope.organisations.map((each) => each.name).join('\n')
      : '',
  joining: privacy.joining,
  names: privacy.names,
  sensitive: privacy.sensitive ? 'yes' : 'no',
})
