import { form } from '#kernel/forms.ts'
import { button } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { Fields, View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { emailInput, nameInput } from './fields.ts'

/** The page that makes the first administrator. */
export function firstView({
  typed = {},
  errors = [],
  token,
}: {
  typed?: Fields
  errors?: FormError[]
  token: string
}): View {
  return {
    title: 'Set up Guildhall',
    errors,
    robots: 'none',
    body: html`<h1 class="govuk-heading-l">Set up Guildhall</h1>
      <p class="govuk-body">You will be its first administrator. Administrators keep the list of organisations and email domains. They cannot see who is in a network.</p>
      ${form(
        { action: `/first/${token}` },
        nameInput(typed, errors),
        emailInput(typed, errors),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}`,
  }
}
