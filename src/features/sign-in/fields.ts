import { errorFor, field, fieldError } from '#kernel/forms.ts'
import { input } from '#kernel/govuk/all.ts'
import type { Html } from '#kernel/html.ts'
import { one, type Fields } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import type { Answered } from './queries.ts'

/** The question for a work email address, with what was typed before. */
export function emailInput(typed: Fields, errors: FormError[], label = 'Work email address'): Html {
  return input({
    ...field('email', { typed, errors }),
    type: 'email',
    label: { text: label },
    autocomplete: 'email',
    spellcheck: false,
  })
}

/** The question for a name. */
export function nameInput(typed: Fields, errors: FormError[]): Html {
  return input({
    ...field('name', { typed, errors }),
    label: { text: 'Full name' },
    autocomplete: 'name',
    spellcheck: false,
  })
}

/** The question for the code of an email. What was typed comes back only beside what is wrong with it. */
export function codeInput(typed: Fields, errors: FormError[]): Html {
  return input({
    id: 'code',
    name: 'code',
    label: { text: 'Security code' },
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
    errorMessage: errorFor(errors, 'code'),
    value: errors.length > 0 ? one(typed, 'code') : '',
  })
}

/** What is wrong with a code that was not right, and what to do. */
export function codeError({ over, left }: Extract<Answered, { right: false }>): FormError {
  const tries = `${left} ${left === 1 ? 'try' : 'tries'}`
  return fieldError(
    'code',
    over
      ? 'That code no longer works. Ask for a new one'
      : `That is not the code we sent. Check it and try again: you have ${tries} left`,
  )
}
