import { z } from 'zod'
import { choice, text } from '#kernel/forms.ts'
import type { Id } from '#kernel/viewer.ts'
import { regions } from '#features/people/index.ts'
import { findableBy, joiningBy, namesSeenBy, networkTypes } from './words.ts'
import type { NewNetwork } from './founding.ts'

/** The answers so far, kept between the pages; `created` is the address of what came of them. */
export type Draft = Omit<Partial<NewNetwork>, 'organisations' | 'parent'> & {
  organisations?: readonly { id: Id; name: string }[]
  /** The address of the umbrella it is to be part of. */
  parent?: string
  created?: string
}

export type StepKey = (typeof steps)[number]['key']

/** One question of the journey: how its answer is read, and of whom it is asked. */
type Step = { key: string; answered: (draft: Draft) => boolean; asked?: (draft: Draft) => boolean }

/** The questions, in their order. The first has the journey's own address. */
const steps = [
  { key: 'name', answered: (draft) => Boolean(draft.name) },
  {
    key: 'part',
    answered: (draft) => Boolean(draft.kind),
    asked: (draft) => Boolean(draft.parent),
  },
  { key: 'type', answered: (draft) => Boolean(draft.type) },
  { key: 'purpose', answered: (draft) => Boolean(draft.purpose) },
  { key: 'audience', answered: (draft) => Boolean(draft.audience) },
  { key: 'findable', answered: (draft) => Boolean(draft.findable) },
  {
    key: 'organisations',
    answered: (draft) => Boolean(draft.organisations?.length),
    asked: (draft) => draft.findable === 'organisations',
  },
  { key: 'joining', answered: (draft) => Boolean(draft.joining) },
  { key: 'names', answered: (draft) => Boolean(draft.names) },
  { key: 'sensitive', answered: (draft) => draft.sensitive !== undefined },
] as const satisfies readonly Step[]

/** The address of a question. */
export const addressOf = (key: StepKey | 'check'): string =>
  key === 'name' ? '/networks/new' : `/networks/new/${key}`

/** The questions that these answers lead to. */
export const askedOf = (draft: Draft): StepKey[] =>
  (steps as readonly (Step & { key: StepKey })[])
    .filter((step) => step.asked?.(draft) ?? true)
    .map((step) => step.key)

/** The first question without an answer; the check page when there is none. */
export function nextOf(draft: Draft): StepKey | 'check' {
  const asked = askedOf(draft)
  return (
    (steps as readonly (Step & { key: StepKey })[]).find(
      (step) => asked.includes(step.key) && !step.answered(draft),
    )?.key ?? 'check'
  )
}

/** The question before this one. */
export function before(draft: Draft, key: StepKey | 'check'): StepKey | undefined {
  const asked = askedOf(draft)
  return key === 'check' ? asked.at(-1) : asked[asked.indexOf(key) - 1]
}

/** A name as it is kept: one line, single spaces. */
export const nameField = z
  .string('Enter the name of the network')
  .transform((typed) => typed.replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'Enter the name of the network')
      .regex(/[\p{L}\p{N}]/u, 'The name must have letters or numbers in it')
      .max(120, 'The name must be 120 characters or fewer'),
  )

/** How each answer is read. Organisations are looked up in the database, so theirs is only the text. */
export const forms = {
  name: z.object({ name: nameField, parent: z.string().max(100).optional() }),
  part: z
    .object({
      kind: choice({ 'sub-network': 1, 'regional-hub': 1 }, 'Select what part it will be'),
      region: z.string().default(''),
    })
    .refine(
      (part) => part.kind === 'sub-network' || regions.some((region) => region.key === part.region),
      {
        path: ['region'],
        message: 'Select the region of the hub',
      },
    ),
  type: z.object({ type: choice(networkTypes, 'Select what kind of network it is') }),
  purpose: z.object({ purpose: text('Enter what the network is for', 'What it is for', 600) }),
  audience: z.object({ audience: text('Enter who the network is for', 'Who it is for', 400) }),
  findable: z.object({ findable: choice(findableBy, 'Select who can find the network') }),
  organisations: z.object({
    organisations: text('Enter at least one organisation', 'The list', 6000),
  }),
  joining: z.object({ joining: choice(joiningBy, 'Select how people join') }),
  names: z.object({ names: choice(namesSeenBy, 'Select who sees members’ names') }),
  sensitive: z.object({
    sensitive: z
      .enum(['yes', 'no'], 'Select yes if being known as a member could harm someone')
      .transform((answer) => answer === 'yes'),
  }),
} satisfies Record<StepKey, z.ZodType>
