import { field, form } from '#kernel/forms.ts'
import { button, textarea } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'

/** The address is at a domain that we do not let in: why, and how to ask. What was typed is kept. */
export function domainView({
  domain,
  typed = {},
  errors = [],
}: {
  domain: string
  typed?: Fields
  errors?: FormError[]
}): View {
  return {
    title: 'We do not know this email domain yet',
    errors,
    back: '/join/details',
    robots: 'none',
    body: html`${heading('We do not know this email domain yet')}
      <p class="govuk-body">These networks are for people who work in public service, and the email address is how we tell. We do not have <strong class="gh-break">${domain}</strong> on our list.</p>
      <p class="govuk-body">If you have another work address, <a class="govuk-link" href="/join/details#email">use that one</a>. Everything else you filled in is still there.</p>
      <p class="govuk-body">If this is your work address, ask the people who run this service to add it. They learn your address and where you work, and not which networks you chose.</p>
      ${form(
        { action: '/join/domain' },
        textarea({
          ...field('reason', { typed, errors }),
          rows: 3,
          label: { text: 'Where do you work? (optional)' },
        }),
        button({ text: 'Ask to be let in', preventDoubleClick: true }),
      )}`,
  }
}

/** Administrators were asked to let a domain in. */
export function domainAskedView(domain: string): View {
  return {
    title: 'We have passed on your request',
    robots: 'none',
    body: html`${heading('We have passed on your request')}
      <p class="govuk-body">The people who run this service will decide whether to let in addresses at <strong class="gh-break">${domain}</strong>.</p>
      <p class="govuk-body">We keep your answers for two days. Come back to <a class="govuk-link" href="/join/details">your form</a> in this browser, or <a class="govuk-link" href="/networks">look at the networks</a>.</p>`,
  }
}
