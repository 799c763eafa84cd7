import { longDate } from '#kernel/clock.ts'
import { field, form, type Filling } from '#kernel/forms.ts'
import { button, input, insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { type View } from '#kernel/http.ts'
import { heading, stackedTable } from '#kernel/pieces.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Administrator } from '#features/people/index.ts'

/** Who runs the installation; each with a button that ends it, but for the last. */
export function administratorsView({
  all,
  me,
  emailsReadBy,
  typed = {},
  errors = [],
}: Filling & { all: Administrator[]; me: Id; emailsReadBy: string | undefined }): View {
  const several = all.length > 1
  return {
    title: 'Administrators',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }],
    errors,
    body: html`${heading('Administrators')}
      <p class="govuk-body">Administrators look after organisations, email domains and the installation. They cannot see who is in a network, or what is said there. ${emailsReadBy}</p>
      ${!several && insetText({ text: 'You are the only administrator. Add someone, so that there is somebody when you are away.' })}
      ${stackedTable({
        caption: 'Administrators now',
        columns: ['Name', 'Since', ...(several ? [{ text: 'What you can do', hidden: true }] : [])],
        rows: all.map((each) => [
          each.id === me ? `${each.name} (you)` : each.name,
          longDate(each.since),
          ...(several ? [removal(each, each.id === me)] : []),
        ]),
      })}
      ${heading('Add an administrator', { level: 2 })}
      ${form(
        { action: '/admin/administrators' },
        input({
          ...field('email', { typed, errors }),
          type: 'email',
          label: { text: 'Work email address' },
          hint: { text: 'Of someone who has an account here. We tell them by email.' },
          spellcheck: false,
        }),
        button({ text: 'Add administrator', preventDoubleClick: true }),
      )}`,
  }
}

function removal({ id, name }: Administrator, isMe: boolean): Html {
  return form(
    { action: `/admin/administrators/${id}/removal` },
    html`<button class="gh-link-button" type="submit">${isMe ? 'Stop being one' : 'Remove'}<span class="govuk-visually-hidden">${isMe ? '' : ` ${name}`}</span></button>`,
  )
}
