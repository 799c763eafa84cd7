import { form, type Filling } from '#kernel/forms.ts'
import { button } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { type View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { codeInput, emailInput } from '#features/sign-in/index.ts'

export function emailView({ typed = {}, errors = [], now }: Filling & { now: string }): View {
  return {
    title: 'Your work email address',
    errors,
    back: '/account',
    body: html`${heading('Your work email address')}
      <p class="govuk-body">It is <strong class="gh-break">${now}</strong> now. We send a code to the new address, and a note to the old one when it has changed. You stay in all your networks.</p>
      ${form(
        { action: '/account/email' },
        emailInput(typed, errors, 'New work email address'),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}`,
  }
}

export function codeView({
  typed = {},
  errors = [],
  address,
}: Filling & { address: string }): View {
  return {
    title: 'Check your email',
    errors,
    back: '/account/email',
    body: html`${heading('Check your email')}
      <p class="govuk-body">We have sent a code of 6 numbers to <strong class="gh-break">${address}</strong>. It works for 10 minutes.</p>
      ${form(
        { action: '/account/email/code' },
        codeInput(typed, errors),
        button({ text: 'Change my address', preventDoubleClick: true }),
      )}
      <p class="govuk-body">No email after a few minutes? Look in your junk folder, or <a class="govuk-link" href="/account/email">ask for another code</a>.</p>`,
  }
}
