import { errorFor, form } from '#kernel/forms.ts'
import { button, radios } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'

/** Light, dark or high contrast. `next` is the page to go back to, when it is known. */
export function appearanceView({
  theme,
  next,
  errors = [],
}: {
  theme: string
  next: string
  errors?: FormError[]
}): View {
  return {
    title: 'How do you want pages to look?',
    errors,
    robots: 'none',
    ...(next && { back: next }),
    body: form(
      { action: '/appearance' },
      html`<input type="hidden" name="next" value="${next}">`,
      radios({
        name: 'theme',
        fieldset: {
          legend: {
            text: 'How do you want pages to look?',
            isPageHeading: true,
            classes: 'govuk-fieldset__legend--l',
          },
        },
        hint: { text: 'Kept in this browser for a year, in a cookie that says nothing else.' },
        items: [
          {
            value: 'system',
            text: 'As my device is set',
            hint: { text: 'Light by day and dark by night, if that is how you have it' },
          },
          { value: 'light', text: 'Light', hint: { text: 'Dark text on a warm, light page' } },
          {
            value: 'dark',
            text: 'Dark',
            hint: { text: 'Light text on a dark page, easier on tired eyes' },
          },
          {
            value: 'contrast',
            text: 'High contrast',
            hint: { text: 'White text on black, yellow links, every edge drawn' },
          },
        ],
        value: theme,
        errorMessage: errorFor(errors, 'theme'),
      }),
      button({ text: 'Save', preventDoubleClick: true }),
    ),
  }
}
