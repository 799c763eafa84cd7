import { form, type Filling } from '#kernel/forms.ts'
import { button } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { type View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import type { Effects } from './moving.ts'
import { codeInput, emailInput } from '#features/sign-in/index.ts'

/** Asks for a new work email address. */
export function emailView({ typed = {}, errors = [], now }: Filling & { now: string }): View {
  return {
    title: 'Your work email address',
    errors,
    back: '/account',
    body: html`${heading('Your work email address')}
      <p class="govuk-body">It is <strong class="gh-break">${now}</strong> now. We send a code to the new address, and a note to the old one when it has changed. You stay in all your networks.</p>
      <p class="govuk-body">Changing jobs? Change your address while you can still read the old one. For 3 days, whoever reads the old mailbox can take the change back.</p>
      ${form(
        { action: '/account/email' },
        emailInput(typed, errors, 'New work email address'),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}`,
  }
}

/** Asks for the code that was sent to a new address, with what the change will mean. */
export function codeView({
  typed = {},
  errors = [],
  address,
  effects,
}: Filling & { address: string; effects: Effects }): View {
  return {
    title: 'Check your email',
    errors,
    back: '/account/email',
    body: html`${heading('Check your email')}
      <p class="govuk-body">We have sent a code of 6 numbers to <strong class="gh-break">${address}</strong>. It works for 10 minutes.</p>
      ${whatChanges(effects)}
      ${form(
        { action: '/account/email/code' },
        codeInput(typed, errors),
        button({ text: 'Change my address', preventDoubleClick: true }),
      )}
      <p class="govuk-body">No email after a few minutes? Look in your junk folder, or <a class="govuk-link" href="/account/email">ask for another code</a>.</p>`,
  }
}

/** What the new address will mean, read before it counts. */
export function whatChanges(
  { from, to, left, ownNames }: Effects,
  title = 'What will change',
): Html {
  const moves = from !== to
  return html`${heading(title, { level: 2, size: 'm' })}
    <ul class="govuk-list govuk-list--bullet">
      <li>You stay in all your networks, with the same roles.</li>
      ${moves && html`<li>Your organisation ${to ? html`will be ${to}` : 'will be empty, and you can choose one'}. Where people see your name, they see your organisation with it.</li>`}
      ${moves && ownNames.length > 0 && html`<li>You go by another name in ${listed(ownNames)}. Your organisation stands beside that name too. If it would give you away, leave ${ownNames.length === 1 ? 'that network' : 'those networks'} first.</li>`}
      ${moves && left.length > 0 && html`<li>${listed(left)} ${left.length === 1 ? 'is' : 'are'} for people of ${from}. You stay in, and the leads may see that you have moved. If you leave, you may not find ${left.length === 1 ? 'it' : 'them'} again.</li>`}
      <li>Invitations that wait for you wait at the new address.</li>
      <li>You are signed out everywhere but here.</li>
    </ul>`
}

const listed = (names: string[]) => new Intl.ListFormat('en-GB').format(names)
