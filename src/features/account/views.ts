import { longDate, longTime } from '#kernel/clock.ts'
import { errorFor, form } from '#kernel/forms.ts'
import {
  button,
  input,
  pagination,
  radios,
  select,
  summaryList,
  type SummaryListRow,
} from '#kernel/govuk/all.ts'
import { html, type Content } from '#kernel/html.ts'
import { one, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'
import {
  gradeLabel,
  gradeSchemes,
  regionLabel,
  regions,
  type Scheme,
} from '#features/people/index.ts'
import type { LogEntry, Mine } from './mine.ts'

type Filling = { typed?: Fields; errors?: FormError[] }

const crumbs = [{ text: 'Your account', href: '/account' }]

export function accountView({ details, organisation, told }: Mine): View {
  const region = details.region && regionLabel(details.region)
  const grade =
    details.gradeScheme && details.grade && gradeLabel(details.gradeScheme, details.grade)
  return {
    title: 'Your account',
    body: html`${heading('Your account')}
      ${heading('Your details', { level: 2 })}
      <p class="govuk-body">Only your name and work email address are needed. The rest helps networks to see who they reach, and you can leave it out.</p>
      ${summaryList({
        rows: [
          fact('Name', details.name, '/account/name', 'name'),
          fact(
            'Work email address',
            html`<span class="gh-break">${details.email}</span>`,
            '/account/email',
            'work email address',
          ),
          told
            ? {
                key: { text: 'Organisation' },
                value: {
                  html: html`${organisation!.name}<br><span class="govuk-hint">From your email address</span>`,
                },
              }
            : fact('Organisation', organisation?.name, '/account/organisation', 'organisation'),
          fact('Region', region, '/account/region', 'region'),
          fact('Grade', grade, '/account/grade', 'grade'),
        ],
      })}
      ${heading('Your privacy', { level: 2 })}
      <ul class="govuk-list govuk-list--spaced">
        ${link('/account/privacy', 'Who sees what of you', 'Network by network, in plain words.')}
        ${link('/account/data', 'All that is held about you', 'Read it here, or take it with you.')}
        ${link('/account/sessions', 'Where you are signed in', 'End a session you do not know.')}
        ${link('/account/log', 'What happened to your account', 'Changes, and when you signed in.')}
        ${link('/account/erase', 'Erase your account', 'Leave every network and be forgotten.')}
      </ul>
      ${heading('How pages look', { level: 2 })}
      <p class="govuk-body"><a class="govuk-link" href="/appearance?next=/account">Choose light, dark or high contrast</a></p>`,
  }
}

function fact(key: string, value: Content, href: string, about: string): SummaryListRow {
  const given = html`${value || 'Not given'}`
  return {
    key: { text: key },
    value: { html: given },
    actions: { items: [{ href, text: value ? 'Change' : 'Add', visuallyHiddenText: about }] },
  }
}

const link = (href: string, text: string, about: string) =>
  html`<li><a class="govuk-link" href="${href}">${text}</a><br>${about}</li>`

export function nameView({ typed, errors = [], name = '' }: Filling & { name?: string }): View {
  return {
    title: 'Your name',
    errors,
    back: '/account',
    body: html`${heading('Your name')}
      <p class="govuk-body">Your networks see this name, unless you have given one of them another.</p>
      ${form(
        { action: '/account/name' },
        input({
          id: 'name',
          name: 'name',
          label: { text: 'Full name' },
          autocomplete: 'name',
          spellcheck: false,
          errorMessage: errorFor(errors, 'name'),
          value: typed ? one(typed, 'name') : name,
        }),
        save,
      )}`,
  }
}

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

export function toldOrganisationView(name: string): View {
  return {
    title: 'Your organisation',
    back: '/account',
    body: html`${heading('Your organisation')}
      <p class="govuk-body">Your email address belongs to ${name}, so that is your organisation here. It changes when your work email address does.</p>
      <p class="govuk-body"><a class="govuk-link" href="/account/email">Change your work email address</a></p>`,
  }
}

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

export function schemeView({
  typed,
  errors = [],
  scheme = '',
}: Filling & { scheme?: string }): View {
  return {
    title: 'What kind of grade do you have?',
    errors,
    back: '/account',
    body: form(
      { action: '/account/grade' },
      radios({
        name: 'scheme',
        fieldset: {
          legend: {
            text: 'What kind of grade do you have?',
            isPageHeading: true,
            classes: 'govuk-fieldset__legend--l',
          },
        },
        hint: { text: 'It depends on who you work for.' },
        items: [
          ...gradeSchemes.map(({ key, label, hint }) => ({
            value: key,
            text: label,
            hint: { text: hint },
          })),
          { divider: 'or' },
          { value: 'none', text: 'I would rather not say' },
        ],
        value: typed ? one(typed, 'scheme') : scheme,
        errorMessage: errorFor(errors, 'scheme'),
      }),
      button({ text: 'Continue', preventDoubleClick: true }),
    ),
  }
}

export function gradeView({
  typed,
  errors = [],
  scheme,
  grade = '',
}: Filling & { scheme: Scheme; grade?: string }): View {
  const question = { text: 'What is your grade?', isPageHeading: true }
  const errorMessage = errorFor(errors, 'grade')
  const value = typed ? one(typed, 'grade') : grade
  return {
    title: question.text,
    errors,
    back: '/account/grade',
    body: form(
      { action: `/account/grade/${scheme.key}` },
      scheme.freeText
        ? input({
            id: 'grade',
            name: 'grade',
            label: { ...question, classes: 'govuk-label--l' },
            hint: { text: scheme.hint },
            classes: 'govuk-!-width-one-half',
            spellcheck: false,
            errorMessage,
            value: typed ? value : (gradeLabel(scheme.key, grade) ?? ''),
          })
        : radios({
            name: 'grade',
            fieldset: { legend: { ...question, classes: 'govuk-fieldset__legend--l' } },
            hint: { text: scheme.label },
            items: scheme.grades.map(({ key, label }) => ({ value: key, text: label })),
            value,
            errorMessage,
          }),
      save,
    ),
  }
}

export function logView({
  entries,
  next,
  sentences,
}: {
  entries: LogEntry[]
  next: string | undefined
  sentences: Readonly<Record<string, string>>
}): View {
  return {
    title: 'What happened to your account',
    breadcrumbs: crumbs,
    body: html`${heading('What happened to your account')}
      <p class="govuk-body">Only you can read this page. What happened in your networks has a day and no time, so that nobody can tell from the times who joined what.</p>
      <table class="govuk-table gh-table"><caption class="govuk-visually-hidden">The newest first</caption>
      <thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">When</th><th scope="col" class="govuk-table__header">What</th></tr></thead>
      <tbody class="govuk-table__body">${entries.map(
        (entry) =>
          html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${entry.at ? longTime(entry.at) : longDate(entry.day)}</th><td class="govuk-table__cell" data-label="What">${sentences[entry.event] ?? 'Something was changed.'}${entry.network && html` (${entry.network})`}</td></tr>`,
      )}</tbody></table>
      ${entries.length === 0 && html`<p class="govuk-body">Nothing yet.</p>`}
      ${next && pagination({ next: { text: 'Older entries', href: `/account/log?after=${next}` } })}`,
  }
}

const save = button({ text: 'Save', preventDoubleClick: true })
