import { errorFor } from '#kernel/forms.ts'
import { input } from '#kernel/govuk/all.ts'
import type { Html } from '#kernel/html.ts'
import { one, type Fields } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'

/** The question for a work email address, with what was typed before. */
export function emailInput(typed: Fields, errors: FormError[]): Html {
  return input({
    id: 'email',
    name: 'email',
    type: 'email',
    label: { text: 'Work email address' },
    autocomplete: 'email',
    spellcheck: false,
    errorMessage: errorFor(errors, 'email'),
    value: one(typed, 'email'),
  })
}

/** The question for a name. */
export function nameInput(typed: Fields, errors: FormError[]): Html {
  return input({
    id: 'name',
    name: 'name',
    label: { text: 'Full name' },
    autocomplete: 'name',
    spellcheck: false,
    errorMessage: errorFor(errors, 'name'),
    value: one(typed, 'name'),
  })
}
