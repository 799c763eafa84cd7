import { form } from '#kernel/forms.ts'
import { button } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'
import { codeInput } from '#features/sign-in/index.ts'

/** The code from the email. `over` when it can no longer be right, whatever is typed. */
export function confirmView({
  address,
  typed = {},
  errors = [],
  over = false,
}: {
  address: string
  typed?: Fields
  errors?: FormError[]
  over?: boolean
}): View {
  return {
    title: 'Check your email',
    errors,
    back: '/join/check',
    robots: 'none',
    body: html`${heading('Check your email')}
      <p class="govuk-body">We have sent a code of 6 numbers to ${address ? html`<strong class="gh-break">${address}</strong>` : 'your email address'}. It works for 10 minutes.</p>
      ${form(
        { action: '/join/confirm' },
        codeInput(over ? {} : typed, errors),
        button({
          text: 'Confirm',
          preventDoubleClick: true,
          classes: over ? 'govuk-button--secondary' : '',
        }),
      )}
      ${over && html`<p class="govuk-body">If you have confirmed in another window, or by the link, you are done: <a class="govuk-link" href="/sign-in">sign in</a> to see your networks.</p>`}
      ${heading('No email?', { level: 2, size: 's' })}
      <p class="govuk-body">It can take a few minutes. Look in your junk folder, and <a class="govuk-link" href="/join/details#email">check the address</a>.</p>
      ${newCode(over)}`,
  }
}

/** The page behind the email’s link: opening it does nothing, its button confirms. */
export function linkView(link: string, stands: boolean): View {
  if (!stands) return spentView()
  return {
    title: 'Confirm that you want to join',
    robots: 'none',
    body: html`${heading('Confirm that you want to join')}
      <p class="govuk-body">Press the button to finish joining, and to be signed in on this device. If you did not ask to join, close this page: nothing will happen.</p>
      ${form({ action: `/join/confirm/${link}` }, button({ text: 'Confirm', preventDoubleClick: true }))}`,
  }
}

/** The link in the email was used, or is too old. */
export function spentView(): View {
  return {
    title: 'This link no longer works',
    status: 410,
    robots: 'none',
    body: html`${heading('This link no longer works')}
      <p class="govuk-body">A link or code works once, for 10 minutes, and only the newest one we sent.</p>
      <p class="govuk-body">If you have confirmed already, <a class="govuk-link" href="/sign-in">sign in</a> to see your networks. If not, go back to the browser where you filled in the form: your answers are still there, and you can send a new code.</p>
      <p class="govuk-body">Or <a class="govuk-link" href="/join">start again</a>.</p>`,
  }
}

function newCode(over: boolean): Html {
  return form(
    { action: '/join/confirm/new' },
    button({
      text: 'Send a new code',
      preventDoubleClick: true,
      classes: over ? '' : 'govuk-button--secondary',
    }),
  )
}
