import { errorFor, form } from '#kernel/forms.ts'
import { button, input, insetText, textarea } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { one, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'
import type { Publisher } from './publisher.ts'

/** How to reach someone: a link to write an email, or what to do while nobody has said how. */
export function contactLine(contact: string): Html {
  if (!contact)
    return html`<p class="govuk-body">No contact address has been given for this installation yet. Until then, ask whoever invited you, or the leads of your network.</p>`
  const href = contact.startsWith('https:') ? contact : `mailto:${contact}`
  return html`<p class="govuk-body">Contact: <a class="govuk-link gh-break" href="${href}">${contact}</a></p>`
}

/** Reminds administrators that a statement needs somebody who answers for it. */
export function publisherNote(publisher: Publisher, administrator: boolean): Content {
  if (!administrator) return undefined
  return insetText({
    html: html`${publisher.name ? 'You are an administrator: you can change' : 'You are an administrator, and this page needs you: say'} <a class="govuk-link" href="/admin/publisher">who runs this installation and how to reach them</a>.`,
  })
}

/** Asks who runs the installation. */
export function publisherView({
  typed,
  errors = [],
  publisher,
}: {
  typed?: Fields
  errors?: FormError[]
  publisher?: Publisher
}): View {
  const value = (field: keyof Publisher) => (typed ? one(typed, field) : (publisher?.[field] ?? ''))
  const asked = (field: keyof Publisher, text: string, hint: string, type?: string) =>
    input({
      id: field,
      name: field,
      type,
      label: { text },
      hint: { text: hint },
      autocomplete: 'off',
      spellcheck: false,
      errorMessage: errorFor(errors, field),
      value: value(field),
    })
  return {
    title: 'Who runs this installation',
    errors,
    breadcrumbs: [{ text: 'Administration', href: '/admin' }],
    body: html`${heading('Who runs this installation')}
      <p class="govuk-body">The accessibility statement and the privacy notice need somebody who answers for them. What you enter here is public.</p>
      ${form(
        { action: '/admin/publisher' },
        asked(
          'name',
          'Organisation or team',
          'The body that decides why and how people’s data is used here.',
        ),
        asked(
          'contact',
          'Contact email address',
          'For accessibility problems and general questions.',
          'email',
        ),
        asked(
          'privacyContact',
          'Data protection contact (optional)',
          'An email address. Leave it empty to use the one above.',
          'email',
        ),
        asked(
          'securityContact',
          'Where to report a security problem (optional)',
          'An email address, or the web address of your vulnerability disclosure page.',
        ),
        textarea({
          id: 'more',
          name: 'more',
          rows: 8,
          label: { text: 'To add to the privacy notice (optional)' },
          hint: {
            text: 'Such as your lawful bases, your data protection officer, and where the server is. A blank line starts a new paragraph.',
          },
          errorMessage: errorFor(errors, 'more'),
          value: value('more'),
        }),
        button({ text: 'Save', preventDoubleClick: true }),
      )}`,
  }
}
