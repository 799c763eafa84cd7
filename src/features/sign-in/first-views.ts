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
  emailsReadBy,
}: {
  typed?: Fields
  errors?: FormError[]
  token: string
  emailsReadBy: string | undefined
}): View {
  return {
    title: 'Set up Guildhall',
    errors,
    robots: 'none',
    body: html`<h1 class="govuk-heading-l">Set up Guildhall</h1>
      <p class="govuk-body">You will be its first administrator. Administrators keep the list of organisations and email domains. They cannot see who is in a network. ${emailsReadBy}</p>
      ${form(
        { action: `/first/${token}` },
        nameInput(typed, errors),
        emailInput(typed, errors),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}`,
  }
}

/** The link works once. Only who holds it reads this. */
export function usedView(): View {
  return {
    title: 'This link has been used',
    status: 410,
    robots: 'none',
    body: html`<h1 class="govuk-heading-l">This link has been used</h1>
      <p class="govuk-body">It made the first administrator, and works only once.</p>
      <p class="govuk-body">Was that you? <a class="govuk-link" href="/sign-in">Sign in</a> with the same work email address. If it was somebody else, ask them to make you an administrator too.</p>`,
  }
}
