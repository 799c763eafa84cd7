import { field, form, type Filling } from '#kernel/forms.ts'
import { button, insetText, select, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type View } from '#kernel/http.ts'
import { codeInput, emailInput, nameInput } from './fields.ts'

/** Asks for an email address to sign in with. */
export function signInView({
  typed = {},
  errors = [],
  next = '',
}: Filling & { next?: string }): View {
  return {
    title: 'Sign in',
    errors,
    body: html`<h1 class="govuk-heading-l">Sign in</h1>
      <p class="govuk-body">There is no password. We send a code to your work email.</p>
      ${form(
        { action: '/sign-in' },
        html`<input type="hidden" name="next" value="${next}">`,
        emailInput(typed, errors),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}
      <p class="govuk-body">Cannot read your work email any more? <a class="govuk-link" href="/sign-in/second-address">Sign in with your second address</a>.</p>
      ${newHere(next)}`,
  }
}

/** Whoever was on the way to a page, such as that of an idea, is not led away from it. */
function newHere(next: string): Html {
  return next === '' || next === '/home'
    ? html`<p class="govuk-body">Joining for the first time? Enter your work email here too, or <a class="govuk-link" href="/join">choose the networks to join</a>.</p>`
    : html`<p class="govuk-body">New here? Enter your work email here too. You then go on where you were.</p>`
}

/** Asks for the code that was sent. */
export function codeView({
  typed = {},
  errors = [],
  address,
}: Filling & { address: string }): View {
  return {
    title: 'Check your email',
    errors,
    back: '/sign-in',
    body: html`<h1 class="govuk-heading-l">Check your email</h1>
      <p class="govuk-body">If <strong class="gh-break">${address}</strong> can sign in here, we have sent it a code of 6 numbers. It works for 10 minutes.</p>
      ${form(
        { action: '/sign-in/code' },
        codeInput(typed, errors),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}
      <p class="govuk-body">No email after a few minutes? Look in your junk folder, or <a class="govuk-link" href="/sign-in">ask for another code</a>.</p>`,
  }
}

/** The page behind the link of the email: its button signs in. */
export function linkView(link: string, stands: boolean): View {
  if (!stands) return spentView()
  return {
    title: 'Sign in',
    robots: 'none',
    body: html`<h1 class="govuk-heading-l">Sign in</h1>
      <p class="govuk-body">Press the button to sign in on this device.</p>
      ${form({ action: `/sign-in/link/${link}` }, button({ text: 'Sign in', preventDoubleClick: true }))}`,
  }
}

/** The link in the email was used, or is too old. */
export function spentView(): View {
  return {
    title: 'This link no longer works',
    status: 410,
    robots: 'none',
    body: html`<h1 class="govuk-heading-l">This link no longer works</h1>
      <p class="govuk-body">A link or code works once, for 10 minutes, and only the newest one we sent.</p>
      <p class="govuk-body"><a class="govuk-link" href="/sign-in">Ask for a new code</a>.</p>`,
  }
}

/** Asks somebody new for their name. */
export function nameView({
  typed = {},
  errors = [],
  address,
  organisations,
}: Filling & { address: string; organisations?: { id: string; name: string }[] }): View {
  return {
    title: 'What is your name?',
    errors,
    body: html`<h1 class="govuk-heading-l">What is your name?</h1>
      <p class="govuk-body">You are new here. Your name is kept encrypted, and each network shows it only as far as that network says.</p>
      ${insetText({ html: html`You are signing in as <strong class="gh-break">${address}</strong>.` })}
      ${form(
        { action: '/sign-in/name' },
        nameInput(typed, errors),
        organisations &&
          select({
            id: 'organisation',
            name: 'organisation',
            label: { text: 'Organisation' },
            hint: { text: 'Your address is shared by many organisations. You can leave this out.' },
            value: one(typed, 'organisation'),
            items: [
              { value: '', text: 'Choose an organisation' },
              ...organisations.map((each) => ({ value: each.id, text: each.name })),
            ],
          }),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}`,
  }
}

/** The kind page for a domain that is not let in, with a way to ask. */
export function unknownDomainView({
  typed = {},
  errors = [],
  domain,
  asked = false,
}: Filling & { domain: string; asked?: boolean }): View {
  if (asked) {
    return {
      title: 'We have passed on your request',
      body: html`<h1 class="govuk-heading-l">We have passed on your request</h1>
        <p class="govuk-body">Whoever runs this Guildhall will decide whether to let in addresses at <strong>${domain}</strong>. We will email you either way.</p>
        <p class="govuk-body"><a class="govuk-link" href="/networks">See the networks</a> meanwhile.</p>`,
    }
  }
  return {
    title: 'We do not know this email domain yet',
    errors,
    back: '/sign-in',
    body: html`<h1 class="govuk-heading-l">We do not know this email domain yet</h1>
      <p class="govuk-body">Guildhall is for people who work in public service, so we let in the email domains of public bodies. We do not have <strong class="gh-break">${domain}</strong> on our list.</p>
      <p class="govuk-body">If you typed a personal address, <a class="govuk-link" href="/sign-in">try your work address</a>. If you have an account and keep this one as your second address, <a class="govuk-link" href="/sign-in/second-address">sign in with it on its own page</a>. If this is your work address, ask us to add it.</p>
      ${form(
        { action: '/sign-in/ask' },
        emailInput(typed, errors),
        textarea({
          ...field('reason', { typed, errors }),
          rows: 3,
          label: { text: 'Where do you work? (optional)' },
        }),
        button({ text: 'Ask to be let in', preventDoubleClick: true }),
      )}`,
  }
}
