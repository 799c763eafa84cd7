import { form } from '#kernel/forms.ts'
import { button } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import type { Undoable } from './undo.ts'

/** Whether to take a change back. Opening the page does nothing: mail scanners open links. */
export function undoView(token: string, what: Undoable): View {
  const title = what.kind === 'moved' ? 'Put your old address back?' : 'Remove the second address?'
  return {
    title,
    robots: 'none',
    body: html`${heading(title)}
      <p class="govuk-body">${
        what.kind === 'moved'
          ? 'Do this if it was not you who changed the address. Your account gets this address back as its work email address.'
          : 'Do this if it was not you who added it. Nobody can sign in to your account with that address any more.'
      }</p>
      <p class="govuk-body">Whatever was changed in your email addresses since then is taken back too, and everyone who is signed in to your account is signed out. You stay in all your networks.</p>
      ${form({ action: `/account/undo/${token}` }, button({ text: what.kind === 'moved' ? 'Put my address back' : 'Remove the address', preventDoubleClick: true }))}`,
  }
}

/** Too late, done before, or no link of ours. */
export function undoOverView(): View {
  const title = 'This link no longer works'
  return {
    title,
    status: 410,
    robots: 'none',
    body: html`${heading(title)}
      <p class="govuk-body">A change of email addresses can be taken back for 3 days, once.</p>
      <p class="govuk-body">If someone else has your account, tell whoever runs this service. Otherwise there is nothing to do: <a class="govuk-link" href="/sign-in">sign in</a> as usual.</p>`,
  }
}

/** The old address has an account of its own. */
export function takenView(): View {
  const title = 'That address has an account of its own now'
  return {
    title,
    status: 409,
    robots: 'none',
    body: html`${heading(title)}
      <p class="govuk-body">Someone has signed in with it since, and made an account. So it cannot go back to the one that it belonged to, and nothing has been changed.</p>
      <p class="govuk-body">If that was you, <a class="govuk-link" href="/sign-in">sign in</a> and merge the two accounts. If someone else has your account, tell whoever runs this service.</p>`,
  }
}

/** A change of addresses was taken back, and everyone is signed out. */
export function takenBackView(): View {
  const title = 'That has been taken back'
  return {
    title,
    robots: 'none',
    body: html`${heading(title)}
      <p class="govuk-body">Everyone has been signed out of your account. <a class="govuk-link" href="/sign-in">Sign in</a> and look at <a class="govuk-link" href="/account/log">what happened to it</a>.</p>`,
  }
}
