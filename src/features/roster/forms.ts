import { z } from 'zod'
import { addMonths } from '#kernel/clock.ts'
import { readDate } from '#kernel/dates.ts'
import { fill, fieldError, type Filled } from '#kernel/forms.ts'
import { one, type Fields } from '#kernel/http.ts'
import { mostQuestions, type Question, type QuestionKind } from '#features/members/index.ts'
import { isKeyOf, roles, type Role } from '#features/networks/index.ts'

/** Why a request is declined: words that go to the person, to begin with. */
export const declineReasons = {
  full: {
    label: 'There is no room just now',
    text: 'The network has as many people as it can look after for now.',
  },
  others: {
    label: 'It is for a different group of people',
    text: 'The network is meant for another group of people than you described.',
  },
  elsewhere: {
    label: 'Another network would suit them better',
    text: 'We think that another network would suit you better.',
  },
  paused: {
    label: 'We are not taking people in at the moment',
    text: 'The network is not taking people in at the moment.',
  },
  other: { label: 'Another reason', text: '' },
} as const

export type DeclineReason = keyof typeof declineReasons

/** Reads why a request is declined. Out: the whole text that the person gets. */
export function readReason(body: Fields): Filled<string> {
  const schema = z.object({
    reason: z.enum(Object.keys(declineReasons) as [DeclineReason, ...DeclineReason[]], {
      error: 'Select a reason',
    }),
    words: z.string().max(1000, 'Your words must be 1,000 characters or fewer').default(''),
  })
  const filled = fill(schema, body)
  if (!filled.ok) return filled
  const { reason, words } = filled.value
  if (reason === 'other' && !words)
    return {
      ok: false,
      typed: body,
      errors: [fieldError('words', 'Write a few words for the person who asked')],
    }
  return { ...filled, value: [declineReasons[reason].text, words].filter(Boolean).join('\n\n') }
}

/** Reads whether someone is a member or an ally. */
export const categoryForm = z.object({
  category: z.enum(['member', 'ally'], { error: 'Select member or ally' }),
})

/** Reads the name that a network sees; empty for one's own. */
export const nameForm = z.object({
  name: z.string().max(100, 'The name must be 100 characters or fewer').default(''),
})

/** The roles that leads give: sponsors are asked on a page of their own. */
export const givenRoles: readonly Role[] = (Object.keys(roles) as Role[]).filter(
  (role) => role !== 'sponsor',
)

export type GivenRole = {
  role: Role
  title: string
  manages: boolean
  starts_on: string
  ends_on: string
}

const startMissing = 'Enter the day the term starts, like 31 3 2027'
const endMissing = 'Enter the day the term ends, like 31 3 2027'

/** Reads a role with its term. */
export function readRole(body: Fields): Filled<GivenRole> {
  const role = one(body, 'role')
  const title = role === 'other' ? one(body, 'title') : ''
  const { date: starts, problem: noStart } = readDate(body, 'starts', startMissing)
  const { date: ends, problem: noEnd } = readDate(body, 'ends', endMissing)
  const errors = [
    ...(isKeyOf(roles, role) && givenRoles.includes(role)
      ? []
      : [fieldError('role', 'Select a role')]),
    ...(role === 'other' && !title ? [fieldError('title', 'Enter what the role is called')] : []),
    ...(title.length > 60
      ? [fieldError('title', 'What the role is called must be 60 characters or fewer')]
      : []),
    ...(noStart ? [fieldError('starts-day', noStart)] : []),
    ...(noEnd ? [fieldError('ends-day', noEnd)] : []),
    ...(starts && ends && ends <= starts
      ? [fieldError('ends-day', 'The term must end after it starts')]
      : []),
    ...(starts && ends && ends > addMonths(starts, 60)
      ? [fieldError('ends-day', 'A term can be five years at most')]
      : []),
  ]
  if (errors.length > 0 || !starts || !ends) return { ok: false, typed: body, errors }
  return {
    ok: true,
    typed: body,
    errors,
    value: {
      role: role as Role,
      title,
      manages: one(body, 'manages') === 'yes',
      starts_on: starts,
      ends_on: ends,
    },
  }
}

/** Reads when a term ends: after it started, and not before today. */
export function readTermEnd(body: Fields, startsOn: string, today: string): Filled<string> {
  const { date: ends, problem } = readDate(body, 'ends', endMissing)
  const wrong = !ends
    ? problem
    : ends <= startsOn
      ? 'The term must end after it started'
      : ends < today
        ? 'The end must be today or later. To end the role now, use the button below'
        : ends > addMonths(today, 60)
          ? 'The end can be five years from now at most'
          : undefined
  return wrong || !ends
    ? { ok: false, typed: body, errors: [fieldError('ends-day', wrong!)] }
    : { ok: true, typed: body, errors: [], value: ends }
}

export const questionKinds: Record<QuestionKind, string> = {
  text: 'A short answer',
  'long-text': 'A longer answer',
  choice: 'One choice from a list',
  choices: 'Several choices from a list',
}

/** Reads a question that a network asks. */
export function readQuestion(body: Fields): Filled<Omit<Question, 'id'>> {
  const schema = z.object({
    text: z
      .string({ error: 'Enter the question' })
      .min(1, 'Enter the question')
      .max(200, 'The question must be 200 characters or fewer'),
    hint: z.string().max(300, 'The help must be 300 characters or fewer').default(''),
    kind: z.enum(Object.keys(questionKinds) as [QuestionKind, ...QuestionKind[]], {
      error: 'Select how people answer',
    }),
    required: z.string().optional(),
  })
  const filled = fill(schema, body)
  const choices = [
    ...new Set(
      one(body, 'choices')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]
  const asksToChoose = one(body, 'kind') === 'choice' || one(body, 'kind') === 'choices'
  const wrong = !asksToChoose
    ? undefined
    : choices.length < 2
      ? 'Enter at least two choices, each on a line of its own'
      : choices.length > 20
        ? 'Enter 20 choices or fewer'
        : choices.some((choice) => choice.length > 100)
          ? 'Each choice must be 100 characters or fewer'
          : undefined
  const errors = [...filled.errors, ...(wrong ? [fieldError('choices', wrong)] : [])]
  if (!filled.ok || wrong) return { ok: false, typed: body, errors }
  const { text, hint, kind, required } = filled.value
  return {
    ok: true,
    typed: body,
    errors,
    value: { text, hint, kind, choices: asksToChoose ? choices : [], required: required === 'yes' },
  }
}

export const tooManyQuestions = fieldError(
  'text',
  `A network can ask ${mostQuestions} questions at most. Stop asking one first`,
)
