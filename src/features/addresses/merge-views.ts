import { longDate } from '#kernel/clock.ts'
import { errorFor, form, type Filling } from '#kernel/forms.ts'
import { button, checkboxes, radios, warningText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { all, one, type View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import type { Meeting, Removal } from '#features/members/index.ts'
import { codeInput } from '#features/sign-in/index.ts'
import type { Preview } from './merging.ts'

/** What the merge does, what the person chooses, the code that confirms their own address, and one button. */
export function mergeView({
  typed = {},
  errors = [],
  shown,
  address,
}: Filling & { shown: Preview; address: string }): View {
  const title = 'Merge your two accounts?'
  return {
    title,
    errors,
    back: '/account/addresses',
    body: html`${heading(title)}
      <p class="govuk-body"><strong class="gh-break">${address}</strong> is yours, and opens another account here. If you merge the two, you have one account with the networks of both.</p>
      ${heading('What happens', { level: 2, size: 'm' })}
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">${whatHappens(shown)}</ul>
      ${form(
        { action: '/account/addresses/merge' },
        choices(shown, typed, errors),
        heading('Confirm the address you have here', { level: 2, size: 'm' }),
        html`<p class="govuk-body">We have sent a code of 6 numbers to <strong class="gh-break">${shown.mine.email}</strong> too.</p>`,
        codeInput(typed, errors),
        warningText({ text: 'This cannot be undone.' }),
        actions(
          button({ text: 'Merge my accounts', preventDoubleClick: true }),
          html`<a class="govuk-link" href="/account/addresses">Keep two accounts</a>`,
        ),
      )}
      ${form(
        { action: '/account/addresses/merge/code' },
        button({
          text: 'Send another code',
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        }),
      )}`,
  }
}

/** Whoever came by a second address cannot confirm the work address of this account. */
export function notHereView(): View {
  const title = 'Sign in with your work email first'
  return {
    title,
    status: 409,
    back: '/account/addresses',
    body: html`${heading(title)}
      <p class="govuk-body">That address is yours, and opens another account here. To merge two accounts, you confirm the work email address of the one you are signed in to. You came here with a second address.</p>
      <p class="govuk-body">If you can read the work email of the other account, sign out, sign in with it, and merge from there. On that page, enter the second address that you used just now.</p>`,
  }
}

function whatHappens({ meetings, removals, coming, administrator }: Preview): Html {
  return html`
    ${coming.length > 0 && html`<li>You keep all your networks here. From the other account you bring: ${listed(coming)}.</li>`}
    ${coming.length === 0 && html`<li>You keep all your networks here, apart from what is said below.</li>`}
    ${meetings.map(meeting)}
    ${removals.map(removal)}
    <li>Each network goes on seeing the name that it knows, and sees the organisation, region and grade of the account you have afterwards.</li>
    <li>Invitations that wait for the other account wait for this one.</li>
    ${administrator === 'moves' && html`<li>You stay an administrator.</li>`}
    ${administrator === 'ends' && html`<li>The other account is an administrator. You are that no longer, since you have not confirmed its work email address.</li>`}
    <li>Everyone who is signed in to either account elsewhere is signed out.</li>
    <li>No network is told. Only you can read, in your own log, that two accounts were merged.</li>`
}

function meeting({ name, kept, dropped }: Meeting): Html {
  if (kept.status !== 'active')
    return html`<li><strong>${name}</strong>: you have asked to join with both. The request of ${longDate(kept.since)} stays, with its answers and its place. The other is taken back.</li>`
  if (dropped.status !== 'active')
    return html`<li><strong>${name}</strong>: you are in it with one account, and have asked to join with the other. You stay in, and what you asked is taken back.</li>`
  return html`<li><strong>${name}</strong>: you are in it with both. The membership ${why(kept)} stays, with its name and answers, as ${kept.category === 'ally' ? 'an ally' : 'a member'}. The other one leaves, and its answers go.${dropped.role && ' Its roles go over to the one that stays.'}</li>`
}

function removal({ name, live }: Removal): Html {
  if (live?.manages) return html`<li><strong>${name}</strong>: you lead it, and stay.</li>`
  return html`<li><strong>${name}</strong>: a lead has removed one of your two accounts from it. ${live ? 'You are out of it after the merge, and can ask to join again. If that is not right, talk to a lead first.' : 'You can ask to join again.'}</li>`
}

const why = ({ manages, role, since }: Meeting['kept']): string =>
  manages ? 'you lead it with' : role ? 'that has a role' : `since ${longDate(since)}`

function choices(
  { mine, theirs, second, mayKeep }: Preview,
  typed: Filling['typed'] = {},
  errors: Filling['errors'] = [],
): Html {
  const pick = (name: string, legend: string, hint: string, texts: [string, string]) =>
    radios({
      name,
      fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--m' } },
      hint: { text: hint },
      errorMessage: errorFor(errors, name),
      value: one(typed, name) || 'mine',
      items: [
        { value: 'mine', text: texts[0] },
        { value: 'theirs', text: texts[1] },
      ],
    })
  return html`
    ${!second && pick('work', 'Which is your work email address?', 'It also says which organisation you work for.', [mine.email, theirs.email])}
    ${
      mayKeep &&
      checkboxes({
        name: 'keep',
        values: all(typed, 'keep'),
        items: [
          {
            value: 'yes',
            text: 'Keep the other one as a second address to sign in with',
            hint: {
              text: 'Only if you will be able to read it for long, and nobody else can. No network sees it.',
            },
          },
        ],
      })
    }
    ${mine.name !== theirs.name && pick('name', 'Which name do you want to use from now on?', 'Networks that know you by the other one go on seeing that. You can change it for each.', [mine.name, theirs.name])}`
}

const listed = (names: string[]) => new Intl.ListFormat('en-GB').format(names)
