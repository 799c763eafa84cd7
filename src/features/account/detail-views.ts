import { errorFor, form, type Filling } from '#kernel/forms.ts'
import { button, radios, select } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { one, type View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { regions } from '#features/people/index.ts'
import { nameInput } from '#features/sign-in/index.ts'

/** One detail a page: this one, the name. */
export function nameView({ typed, errors = [], name = '' }: Filling & { name?: string }): View {
  return {
    title: 'Your name',
    errors,
    back: '/account',
    body: html`${heading('Your name')}
      <p class="govuk-body">Your networks see this name, unless you have given one of them another.</p>
      ${form({ action: '/account/name' }, nameInput(typed ?? { name }, errors), save)}`,
  }
}

/** The organisation, where the address does not tell it. */
export function organisationView({
  organisation,
  all,
}: {
  organisation: string
  all: { id: string; name: string }[]
}): View {
  return {
    title: 'Your organisation',
    back: '/account',
    body: html`${heading('Your organisation')}
      <p class="govuk-body">Your email address does not tell us where you work, so you can choose. Networks for people in one organisation can then be found by you.</p>
      ${form(
        { action: '/account/organisation' },
        select({
          id: 'organisation',
          name: 'organisation',
          label: { text: 'Organisation (optional)' },
          hint: { text: 'If yours is not on the list, leave this empty.' },
          items: [
            { value: '', text: 'I would rather not say' },
            ...all.map(({ id, name }) => ({ value: id, text: name })),
          ],
          value: organisation,
        }),
        save,
      )}`,
  }
}

/** The organisation that the address tells, which only another address changes. */
export function toldOrganisationView(name: string): View {
  return {
    title: 'Your organisation',
    back: '/account',
    body: html`${heading('Your organisation')}
      <p class="govuk-body">Your email address belongs to ${name}, so that is your organisation here. It changes when your work email address does.</p>
      <p class="govuk-body"><a class="govuk-link" href="/account/email">Change your work email address</a></p>`,
  }
}

/** The region. */
export function regionView({
  typed,
  errors = [],
  region = '',
}: Filling & { region?: string }): View {
  return {
    title: 'Which region do you work in?',
    errors,
    back: '/account',
    body: form(
      { action: '/account/region' },
      radios({
        name: 'region',
        fieldset: {
          legend: {
            text: 'Which region do you work in?',
            isPageHeading: true,
            classes: 'govuk-fieldset__legend--l',
          },
        },
        hint: { text: 'If you work at home, choose the region you live in.' },
        items: regions.map(({ key, label }) => ({ value: key, text: label })),
        value: typed ? one(typed, 'region') : region,
        errorMessage: errorFor(errors, 'region'),
      }),
      save,
    ),
  }
}

const save = button({ text: 'Save', preventDoubleClick: true })
