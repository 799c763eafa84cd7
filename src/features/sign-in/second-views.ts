import { form, type Filling } from '#kernel/forms.ts'
import { button } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { emailInput } from './fields.ts'

/** Asks for the second address with which someone signs in who has lost their work address. */
export function secondView({ typed = {}, errors = [] }: Filling): View {
  const title = 'Sign in with your second address'
  return {
    title,
    errors,
    back: '/sign-in',
    body: html`${heading(title)}
      <p class="govuk-body">Use this if you have left your job, or cannot read your work email for another reason. It works if you added a second address to your account before.</p>
      ${form(
        { action: '/sign-in/second-address' },
        emailInput(typed, errors, 'Second email address'),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}
      <p class="govuk-body">No second address? Ask a lead of your network to invite your new work address. Your old account stays as it is: nobody here can open it for you.</p>`,
  }
}
