import { errorFor, fieldError } from '#kernel/forms.ts'
import { checkboxes, input, radios, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { all, one, type Fields } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import type { Question } from './questions.ts'

/** The name of a question's field, and its id: where its error links to. */
export const answerField = (question: Pick<Question, 'id'>): string => `answer-${question.id}`

/** The fields for what a network asks, with what was typed. Several choices are checkboxes. */
export function answerFields(
  questions: readonly Question[],
  typed: Fields = {},
  errors?: readonly FormError[],
): Html {
  return html`${questions.map((question) => answerControl(question, typed, errors))}`
}

/**
 * Reads answers to what a network asks. Out: those that were given, several choices on lines of their
 * own, and what is wrong with the others.
 */
export function readAnswers(
  questions: readonly Question[],
  body: Fields,
): { answers: { question: string; text: string }[]; errors: FormError[] } {
  const answers: { question: string; text: string }[] = []
  const errors: FormError[] = []
  for (const question of questions) {
    const name = answerField(question)
    const text = question.kind === 'choices' ? all(body, name).join('\n') : one(body, name)
    const wrong = problemWith(question, text)
    if (wrong) errors.push(fieldError(name, wrong))
    else if (text) answers.push({ question: question.id, text })
  }
  return { answers, errors }
}

/** Kept answers as the fields show them. */
export function typedAnswers(
  questions: readonly Question[],
  given: readonly { question: string; text: string }[],
): Fields {
  const texts = new Map(given.map((answer) => [answer.question, answer.text]))
  return Object.fromEntries(
    questions.map((question) => {
      const text = texts.get(question.id) ?? ''
      return [answerField(question), question.kind === 'choices' ? text.split('\n') : text]
    }),
  )
}

const longest = { text: 200, 'long-text': 2000 }

function problemWith(
  { kind, choices, required, text: asked }: Question,
  text: string,
): string | undefined {
  if (!text) return required ? `Answer the question “${asked}”` : undefined
  if (kind === 'choice' || kind === 'choices') {
    return text.split('\n').every((each) => choices.includes(each))
      ? undefined
      : `Choose from the answers to “${asked}”`
  }
  return text.length > longest[kind]
    ? `Your answer to “${asked}” must be ${longest[kind].toLocaleString('en-GB')} characters or fewer`
    : undefined
}

function answerControl(
  question: Question,
  typed: Fields,
  errors: readonly FormError[] | undefined,
): Html {
  const name = answerField(question)
  const text = question.required ? question.text : `${question.text} (optional)`
  const common = {
    name,
    hint: question.hint ? { text: question.hint } : undefined,
    errorMessage: errorFor(errors, name),
  }
  const label = { text, classes: 'govuk-label--s' }
  const fieldset = { legend: { text, classes: 'govuk-fieldset__legend--s' } }
  const items = question.choices.map((choice) => ({ value: choice, text: choice }))
  switch (question.kind) {
    case 'text':
      return input({ ...common, label, value: one(typed, name) })
    case 'long-text':
      return textarea({ ...common, label, value: one(typed, name), rows: '4' })
    case 'choice':
      return radios({ ...common, fieldset, items, value: one(typed, name) })
    case 'choices':
      return checkboxes({ ...common, fieldset, items, values: all(typed, name) })
  }
}
