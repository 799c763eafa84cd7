import { longDate } from '#kernel/clock.ts'
import { errorFor, form, type Filling } from '#kernel/forms.ts'
import { button, insetText, radios, summaryList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { actions, heading } from '#kernel/pieces.ts'
import type { Person } from '#kernel/viewer.ts'
import type { SecondAddress } from '#features/people/index.ts'
import { codeInput, emailInput } from '#features/sign-in/index.ts'
import { whatChanges } from './email-views.ts'
import type { Effects } from './moving.ts'

/** The addresses of the account, and what can be done with another one. */
export function addressesView(me: Person, second: SecondAddress[]): View {
  return {
    title: 'Your email addresses',
    breadcrumbs: [{ text: 'Your account', href: '/account' }],
    body: html`${heading('Your email addresses')}
      ${me.bySecondAddress && cameBySecond()}
      ${summaryList({
        rows: [
          {
            key: { text: 'Work email address' },
            value: { html: address(me.email) },
            actions: {
              items: [
                {
                  href: '/account/email',
                  text: 'Change',
                  visuallyHiddenText: 'work email address',
                },
              ],
            },
          },
          ...second.map((each) => ({
            key: { text: 'Second address' },
            value: {
              html: html`${address(each.address)}<br><span class="govuk-hint">Added on ${longDate(each.addedOn)}</span>`,
            },
            actions: {
              items: [
                {
                  href: `/account/addresses/${each.id}/removal`,
                  text: 'Remove',
                  visuallyHiddenText: each.address,
                },
              ],
            },
          })),
        ],
      })}
      ${heading('Do you have another address?', { level: 2 })}
      <p class="govuk-body">Enter it, and confirm that it is yours. Then you choose what to do with it.</p>
      ${heading('Add it as a second address', { level: 3 })}
      <p class="govuk-body">If you leave your job, you can no longer read your work email, and so not sign in. A second address, such as your own, lets you come back and keep your networks. We use it for nothing else, and no network ever sees it.</p>
      ${heading('Merge two accounts', { level: 3 })}
      <p class="govuk-body">Have you joined networks with it too? Confirm both addresses, and the two accounts become one.</p>
      ${actions(button({ text: 'Enter another address', href: '/account/addresses/new' }))}`,
  }
}

/** Asks for an address that someone uses, or used, beside their work address. */
export function newView({ typed = {}, errors = [] }: Filling): View {
  const title = 'Which other address do you use?'
  return {
    title,
    errors,
    back: '/account/addresses',
    body: html`${heading(title)}
      <p class="govuk-body">We send a code to it. Once you have confirmed that it is yours, you choose what to do with it. Nothing changes before that.</p>
      ${form(
        { action: '/account/addresses/new' },
        emailInput(typed, errors, 'Other email address'),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}`,
  }
}

/** Asks for the code that was sent to another address. */
export function otherCodeView({
  typed = {},
  errors = [],
  address: sentTo,
}: Filling & { address: string }): View {
  return {
    title: 'Check your other email',
    errors,
    back: '/account/addresses/new',
    body: html`${heading('Check your other email')}
      <p class="govuk-body">We have sent a code of 6 numbers to ${address(sentTo)}. It works for 10 minutes.</p>
      ${form(
        { action: '/account/addresses/code' },
        codeInput(typed, errors),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}
      <p class="govuk-body">No email after a few minutes? Look in your junk folder, or <a class="govuk-link" href="/account/addresses/new">ask for another code</a>.</p>`,
  }
}

/** The address has no account here. With `effects` it could be the work address. */
export function useView({
  address: proved,
  effects,
  errors = [],
}: {
  address: string
  effects: Effects | undefined
  errors?: FormError[]
}): View {
  const title = 'What do you want to do with this address?'
  return {
    title,
    errors,
    back: '/account/addresses/new',
    body: html`${heading(title)}
      ${insetText({ html: html`${address(proved)} is yours, and has no account here.` })}
      ${form(
        { action: '/account/addresses/use' },
        radios({
          name: 'as',
          fieldset: { legend: { text: 'Use it as', classes: 'govuk-fieldset__legend--m' } },
          errorMessage: errorFor(errors, 'as'),
          items: [
            {
              value: 'second',
              text: 'A second address, to sign in with',
              hint: {
                text: 'For when you can no longer read your work email. No network sees it. Whoever reads that mailbox can sign in to your account, so use one that nobody else reads.',
              },
            },
            ...(effects
              ? [
                  {
                    value: 'work',
                    text: 'My work email address from now on',
                    hint: { text: 'In place of the one you have now. What changes is below.' },
                  },
                ]
              : []),
          ],
        }),
        effects && whatChanges(effects, 'What changes with a new work email address'),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}`,
  }
}

/** Asks before a second address is removed. */
export function removalView({ id, address: second }: SecondAddress): View {
  const title = 'Remove this second address?'
  return {
    title,
    back: '/account/addresses',
    body: html`${heading(title)}
      <p class="govuk-body">You can no longer sign in with ${address(second)}. Nothing else changes.</p>
      ${form(
        { action: `/account/addresses/${id}/removal` },
        actions(
          button({
            text: 'Remove address',
            classes: 'govuk-button--warning',
            preventDoubleClick: true,
          }),
          html`<a class="govuk-link" href="/account/addresses">Keep it</a>`,
        ),
      )}`,
  }
}

/** What someone is told who came by a second address: what they cannot do, and the way on. */
export function cameBySecond(): Html {
  return insetText({
    html: html`You signed in with a second address. You are in all your networks as before. Until you <a class="govuk-link" href="/account/email">change your work email address</a> or sign in with it, you do not count as being of your organisation, and cannot do what administrators do.`,
  })
}

const address = (of: string): Html => html`<strong class="gh-break">${of}</strong>`
